// Which cells differ in nothing but the choice of names, and where the choice shows.
import { analysePython } from '..';

const formOf = (source: string): string | undefined =>
  analysePython(source).form?.text;

describe('the form of a cell', () => {
  it.each([
    ['a variable that is read', 'line.ljust(30)', 'row.ljust(30)'],
    ['a variable that is bound', 'a = b + a0', 'x = y + x0'],
    ['an alias', 'import numpy as np\nnp.pi', 'import numpy as n\nn.pi'],
    ['an alias of one name', 'from a import b as c', 'from a import b as d'],
    ['a loop variable', 'for i in x:\n  i', 'for k in x:\n  k'],
    ['a comprehension', '[i for i in x if i]', '[k for k in x if k]'],
    ['a context', 'with a as b:\n  b.c', 'with x as y:\n  y.c'],
    ['a walrus', '(n := 3) + n', '(m := 3) + m'],
    [
      'an exception',
      'try:\n  a\nexcept E as e:\n  e',
      'try:\n  a\nexcept E as f:\n  f'
    ],
    ['a capture', 'match p:\n  case [a, *b]: a', 'match p:\n  case [x, *y]: x'],
    [
      'a local',
      'def f():\n  a = g\n  return a',
      'def f():\n  b = h\n  return b'
    ],
    [
      'a local of a method',
      'class A:\n  def f(self):\n    a = 1\n    return a',
      'class A:\n  def f(self):\n    b = 1\n    return b'
    ],
    ['what a string shows', 'f"{a} of {b:>{c}}"', 'f"{x} of {y:>{z}}"'],
    ['what keywords give', 'f(x=x)', 'f(x=y)'],
    [
      'what a pattern matches',
      'match p:\n  case P(x=a): a',
      'match p:\n  case P(x=b): b'
    ]
  ])('is free of %s', (_, one, other) => {
    expect(formOf(one)).toBe(formOf(other));
  });

  it.each([
    ['a function', 'def f(): pass', 'def g(): pass'],
    ['a class', 'class A: pass', 'class B: pass'],
    ['an attribute', 'x.a', 'x.b'],
    ['an attribute of a class', 'class A:\n  a = 1', 'class A:\n  b = 1'],
    ['a parameter', 'def f(a): return a', 'def f(b): return b'],
    ['a parameter of a lambda', 'lambda a: a', 'lambda b: b'],
    [
      'a local that is read first',
      'def f():\n  print(a)\n  a = 1',
      'def f():\n  print(b)\n  b = 1'
    ],
    ['a keyword', 'f(a=1)', 'f(b=1)'],
    [
      'a keyword of a pattern',
      'match p:\n  case P(a=1): 2',
      'match p:\n  case P(b=1): 2'
    ],
    ['a module', 'import a', 'import b'],
    ['an imported name', 'from m import a', 'from m import b'],
    ['a builtin', 'len(x)', 'sum(x)'],
    ['what says itself', 'f"{a=}"', 'f"{b=}"'],
    ['evaluated code', 'eval("a")\na', 'eval("a")\nb'],
    ['a look at all names', 'a = 1\nlocals()', 'b = 1\nlocals()'],
    ['a query', 'df.query("x > @a")\na', 'df.query("x > @a")\nb'],
    ['a formula', 'ols("y ~ x", d)', 'ols("y ~ x", e)'],
    ['a name of a magic', 'a = 1\n!echo $a', 'b = 1\n!echo $a'],
    ['a cell magic', '%%bash\necho a', '%%bash\necho b'],
    ['a name with two underscores', '__a = 1', '__b = 1'],
    ['the last result', '_ + 1', 'a + 1'],
    ['a type', 'type A = int', 'type B = int'],
    ['which name is which', 'a - b', 'a - a'],
    ['the order of names', 'a = b\nc = a', 'a = b\nc = b']
  ])('holds %s', (_, one, other) => {
    expect(formOf(one)).not.toBe(formOf(other));
  });

  it('tells what stands for a name', () => {
    const roles = analysePython('def f(a):\n  return a + b\nc = f(b)').form
      ?.roles;
    expect(roles?.get('f')).toBe('f');
    expect(roles?.get('a')).toBe('a');
    expect(roles?.get('b')).toMatch(/^\$/);
    expect(roles?.get('c')).not.toBe(roles?.get('b'));
  });
});
