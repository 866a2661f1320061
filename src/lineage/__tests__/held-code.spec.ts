// Code that values hold: it reads what names stand for when it runs, and not when the value was made.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

/** A value is made, what its code reads is bound again below where it is used, and it was used after that. */
function usedLate(make: readonly string[], use: string): string {
  const notebook = aNotebook().cell('k', 'k = 1\ndef h(x=0): return k');
  make.forEach((source, index) => notebook.cell(`m${index}`, source));
  notebook.cell('u', use).cell('l', 'k = 2').run('k');
  make.forEach((_, index) => notebook.run(`m${index}`));
  notebook.run('l').run('u', null, { output: '2' });
  const lines = told(notebook);
  return lines[lines.length - 2] ?? '';
}

it.each([
  [['def make():\n    return lambda: k', 'f = make()'], 'print(f())'],
  [
    [
      'def make(a):\n    def inner(b):\n        return a + b + k\n    return inner',
      'f = make(1)'
    ],
    'print(f(2))'
  ],
  [
    [
      'from functools import partial\ndef make():\n    def inner(a): return a + k\n    return partial(inner, 1)',
      'f = make()'
    ],
    'print(f())'
  ],
  [
    ['def make():\n    return {"a": lambda: k}', 'd = make()'],
    'print(d["a"]())'
  ],
  [['def make():\n    return lambda: k\nf = make()'], 'print(f())'],
  [['def gen():\n    while True:\n        yield k', 'g = gen()'], 'next(g)'],
  [
    ['def gen():\n    for i in range(3):\n        yield i * k', 'g = gen()'],
    'for x in g:\n    print(x)'
  ],
  [['g = h'], 'print(g())'],
  [['from functools import partial\nf = partial(h, 1)'], 'print(f())'],
  [['d = {"a": lambda: k}'], 'print(d["a"]())'],
  [['d = {}', 'd["a"] = lambda: k'], 'print(d["a"]())'],
  [['d = [h]'], 'print(d[0]())'],
  [['g = (x * k for x in range(3))'], 'print(list(g))'],
  [['g = map(lambda x: x * k, range(3))'], 'print(list(g))'],
  [['g = map(h, range(3))'], 'print(list(g))'],
  [
    [
      'class A:\n    def m(self): return k\na = A()',
      'f = {"b": lambda: a.m()}'
    ],
    'print(f["b"]())'
  ],
  [['class A:\n    def m(self): return k\na = A()', 'f = a.m'], 'print(f())']
])('%j reads what %j finds then', (make, use) => {
  expect(usedLate(make, use)).toBe('u differs bound-below');
});

it.each([
  [['d = {"a": k}'], 'print(d["a"])'],
  [
    ['class A:\n    n = 1\n    def m(self): return k\na = A()', 'f = a.n'],
    'print(f)'
  ],
  [['d = {"a": h()}'], 'print(d["a"])'],
  [['d = [x * k for x in range(3)]'], 'print(d)'],
  [['d = sorted([2, 1], key=lambda x: x * k)'], 'print(d)'],
  [
    ['def make():\n    return [h(i) for i in range(2)]', 'd = make()'],
    'print(d)'
  ]
])('%j has read it when %j shows it', (make, use) => {
  expect(usedLate(make, use)).toBe('u same');
});

it('what a generator goes through is there from its start', () => {
  expect(usedLate(['g = (x for x in [k])'], 'print(list(g))')).toBe('u same');
});

describe('the body of a generator', () => {
  const notebook = (gen: string): RunBuilder =>
    aNotebook()
      .cell('s', 'log = []\nn = 0')
      .cell('g', `def gen():\n    ${gen}\ng = gen()`)
      .cell('p', 'print(log, n)')
      .cell('x', 'next(g)')
      .runs('s', 'g')
      .run('p', null, { output: '[] 0' })
      .run('x')
      .run('p', null, { output: 'other' });

  it.each([
    'for i in range(9):\n        log.append(i)\n        yield i',
    'global n\n    while True:\n        n += 1\n        yield n'
  ])('does what it does when somebody goes on with it: %j', gen => {
    expect(told(notebook(gen))[2]).toMatch(/^p (?:differs|random)/);
  });
});
