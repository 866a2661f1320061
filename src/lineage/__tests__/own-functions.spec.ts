// Names that libraries have, too, given to the notebook's own functions, classes and objects.
import { cells, told } from './told';

it.each([
  ['def time(x):\n    return x + 1', 'print(time(2))'],
  ['def time():\n    return 5', 'time()'],
  ['def random(n):\n    return list(range(n))', 'random(3)'],
  ['def randint(a, b):\n    return a', 'print(randint(1, 3))'],
  ['class random:\n    def random():\n        return 4', 'random.random()'],
  [
    'class Clock:\n    def time(self):\n        return 4\ntime = Clock()',
    'print(time.time())'
  ]
])('stand for no module in other cells: %j, %j', (define, use) => {
  expect(told(cells(define, use))).toEqual(['a same', 'b same']);
});

it('stand for none in the bodies of other cells', () => {
  const notebook = cells(
    'def time():\n    return 5',
    'def half():\n    return time() / 2',
    'print(half())'
  );
  expect(told(notebook)[2]).toBe('c same');
});

it.each([
  ['from time import time', 'print(time())', 'b random clock'],
  ['import random', 'print(random.random())', 'b random unseeded'],
  [
    'from random import random\ndef draw():\n    return random()',
    'print(draw())',
    'b random unseeded'
  ]
])('stand for the module where they are imported: %j', (load, use, verdict) => {
  expect(told(cells(load, use))[1]).toBe(verdict);
});

it('stand for the module once it is imported over them', () => {
  const notebook = cells(
    'def time():\n    return 5',
    'from time import time',
    'print(time())'
  );
  expect(told(notebook)[2]).toBe('c random clock');
});

it('do not hide chance that the code reaches in another way', () => {
  const notebook = cells(
    'def time():\n    return 5',
    'import time as clock\ndef now():\n    return time() + clock.time()',
    'print(now())'
  );
  expect(told(notebook)[2]).toBe('c random clock');
});
