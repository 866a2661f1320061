import { analysePython, type Definition } from '..';

const only = (source: string): Definition => {
  const [definition] = analysePython(source).definitions;
  if (!definition) {
    throw new Error('nothing defined');
  }
  return definition;
};

it.each([
  ['def f(a):\n    b = a + c\n    return b', ['c']],
  ['def f():\n    def g(): return a + b\n    b = 1', ['a']],
  [
    'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = y',
    ['y']
  ],
  ['def f():\n    return [i for i in xs if i > t]', ['xs', 't']],
  ['def f(self):\n    return lambda a: a + b', ['b']],
  ['def f():\n    print(len(x))', ['x']],
  ['def f[T](a: T) -> T:\n    return T', []],
  ['def f():\n    global a\n    a = a + 1\n    def g(a): return a', ['a']],
  ['def f():\n    global a\n    a = 1\n    a.b = [a[0] for _ in g(a)]', ['g']],
  ['def f():\n    global a\n    if c: a = 1\n    a', ['c', 'a']],
  ['def f():\n    global a\n    a = 1\n    return lambda: a', ['a']],
  ['def f():\n    global a\n    del a', ['a']],
  ['@d\ndef f(): pass', ['d']],
  ['f = lambda a: a + b', ['b']],
  [
    'class A(B):\n    x = 1\n    def m(self): return self.x + A + y',
    ['A', 'y', 'B']
  ],
  [
    'class A:\n    @property\n    def p(self): return q\n    @p.setter\n    def p(self, v): pass',
    ['q']
  ],
  ['type A[T] = list[T] | B', ['B']],
  ['def f():\n    if (n := g()): return n', ['g']],
  ['def f():\n    import os\n    return os', []],
  ['def f():\n    for i in x: del i', ['x']]
])('free names of %j: %j', (source, expected) => {
  expect(only(source).references).toEqual(expected);
});

it('tells what the body does to the notebook', () => {
  const { bindings, updates, effects } = only(
    'def f(a):\n    global g\n    g = 1\n    cache["k"] = a\n    a.append(1)\n    np.random.seed(0)'
  );
  expect(bindings).toEqual(['g']);
  expect(updates.map(({ name, path }) => name + path)).toEqual(['cache["k"]']);
  expect(effects.map(({ state, action }) => state + action)).toEqual([
    'randomset'
  ]);
});

it.each([
  ['f(a)', ['f', 'a']],
  ['map(g, xs)', ['g', 'xs']],
  ['print(f)', []],
  ['@d\nclass A(B): pass', ['d']],
  ['a.m()', ['a']],
  ['def f(): return g()\nf()', ['g']],
  ['def f(): pass\nf()', []]
])('names that may run in %j: %j', (source, expected) => {
  expect(analysePython(source).calls).toEqual(expected);
});

it('follows functions that call each other, once', () => {
  const source = 'def f(): g()\ndef g(): f(); return a\nf()';
  const names = analysePython(source).references.map(({ name }) => name);
  expect([...new Set(names)]).toEqual(['a']);
});
