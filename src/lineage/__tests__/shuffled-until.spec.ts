// Loops that shuffle until all is in order, and others that shuffle for as long as it takes.
import { toldInOrder } from '../../testing/told-in-order';

const MODULES = 'import random\nimport numpy as np';
const IN_ORDER = [
  'np.any(x[:-1] > x[1:])',
  '(x[:-1] > x[1:]).any()',
  'x != sorted(x)',
  'not is_sorted(x)',
  '(is_sorted(x) == False)',
  'not all(x[i] <= x[i + 1] for i in range(len(x) - 1))'
];

it.each(IN_ORDER)('what is shuffled while %j is in order', condition => {
  const sort = `def sort(x):\n    while ${condition}:\n        np.random.shuffle(x)\n    return x`;
  const use = 'x = np.array([2, 1, 3])\nprint(sort(x))';
  expect(toldInOrder(MODULES, sort, use)).toEqual(['same', 'same', 'same']);
  const loop = `x = [2, 1, 3]\nwhile ${condition}:\n    random.shuffle(x)\nprint(x)`;
  expect(toldInOrder(MODULES, loop, 'print(x)')).toEqual([
    'same',
    'same',
    'same'
  ]);
});

it.each([
  'while x[0] != 1:\n    random.shuffle(x)',
  'while y != sorted(y):\n    random.shuffle(x)',
  'n = 0\nwhile x != sorted(x):\n    random.shuffle(x)\n    n += 1\nprint(n)',
  'while x != sorted(x):\n    random.shuffle(x)\n    print(x)',
  'while not is_sorted(x, 2):\n    random.shuffle(x)',
  'while x != sorted(x):\n    pass\nrandom.shuffle(x)'
])('nothing is said of %j', loop => {
  const source = `x = [2, 1, 3]\n${loop}\nprint(x)`;
  expect(toldInOrder(MODULES, source)[1]).toBe('random');
});
