// On which statements of a cell the value of a name hangs.
import { analysePython } from '..';

function textOf(source: string, name: string): string | null {
  return analysePython(source).origins?.get(name)?.text ?? null;
}

describe('origins', () => {
  it.each([
    ['an import', 'import numpy as np', 'np'],
    ['a dotted import', 'import os.path, sys as s', 's'],
    ['one name of several', 'from a.b import c, d as e', 'e'],
    ['names in brackets', 'from a import (b,\n  c as d)', 'd'],
    ['a constant', 'SEED = 7', 'SEED'],
    ['a list', 'names = ["a", "b"]', 'names'],
    ['an expression over other cells', 'y = x + 1', 'y'],
    ['an expression over this cell', 'a = 1\nb = a + z', 'b'],
    ['a function', 'def f(x):\n  return g(x)', 'f'],
    ['a plain class', 'class A:\n  n = 1\n  def m(self):\n    return h()', 'A']
  ])('%s stays as it is when another line is added', (_, source, name) => {
    const text = textOf(source, name);
    expect(text).not.toBeNull();
    expect(textOf(`${source}\nimport added\nOTHER = 9`, name)).toBe(text);
    expect(textOf(`import added\n# note\n${source}`, name)).toBe(text);
  });

  it.each([
    ['made by a call', 'x = f(a)', 'x'],
    ['made by a function of the cell', 'def f():\n  return 1\nx = f()', 'x'],
    ['made by a library', 'import re\nr = re.compile("a")', 'r'],
    ['changed later', 'x = []\nx.append(1)', 'x'],
    ['bound twice', 'x = 1\nx = x + 2', 'x'],
    ['bound on one way only', 'if a:\n  x = 1', 'x'],
    ['imported if it is there', 'try:\n  import x\nexcept E:\n  n = 1', 'x'],
    ['gone through by a loop', 'for x in y:\n  x.go()', 'x'],
    ['made in a loop', 'x = 0\nfor i in y:\n  x += i', 'x'],
    ['a list that was looked into', 'x = [1, 2]\nother = 1 in x', 'x'],
    ['decorated', '@cache\ndef f():\n  pass', 'f'],
    ['a class with a body that calls', 'class A:\n  n = len("a")', 'A']
  ])('what is %s stays when another statement is edited', (_, source, name) => {
    const text = textOf(source, name);
    expect(text).not.toBeNull();
    expect(textOf(`${source}\nother = 9\nother.strip()`, name)).toBe(text);
    expect(textOf(`other = 8\n${source}\nprint(other)`, name)).toBe(text);
  });

  it.each([
    ['a change in place', 'x = []\nx.append(1)', 'x = []\nx.append(2)'],
    ['who gets the value', 'x = f()\ng(x, 1)', 'x = f()\ng(x, 2)'],
    ['a method of it', 'x = f()\nx.go(1)', 'x = f()\nx.go(2)'],
    ['another name', 'x = []\ny = x\ny.append(1)', 'x = []\ny = x\ny.pop()'],
    [
      'what holds it',
      'x = []\ny = [x]\ny[0].go(1)',
      'x = []\ny = [x]\ny[0].go(2)'
    ],
    ['what it is read from', 'a = f(1)\nx = a + 1', 'a = f(2)\nx = a + 1'],
    ['an item', 'x = {}\nx["a"] = 1', 'x = {}\nx["a"] = 2'],
    [
      'a seed',
      'random.seed(1)\nx = random.random()',
      'random.seed(2)\nx = random.random()'
    ],
    ['unknown code', 'start(1)\nx = take()', 'start(2)\nx = take()'],
    [
      'a file',
      'open("a", "w").write(b)\nx = open("a").read()',
      'open("a", "w").write("c")\nx = open("a").read()'
    ],
    [
      'a file that is printed to',
      'f = open("t", "w")\nprint(1, file=f)\nf.close()\nx = open("t").read()',
      'f = open("t", "w")\nprint(2, file=f)\nf.close()\nx = open("t").read()'
    ],
    [
      'a file that somebody handed over',
      'print(1, file=f)\nx = open("t").read()',
      'print(2, file=f)\nx = open("t").read()'
    ],
    [
      'what an iterator is asked for',
      'i = iter([1, 2])\nu = 2 in i\nx = list(i)',
      'i = iter([1, 2])\nu = 1 in i\nx = list(i)'
    ],
    ['a way out', 'assert a\nx = 1', 'assert not a\nx = 1'],
    ['a condition', 'x = 0\nif a:\n  x = 1', 'x = 0\nif not a:\n  x = 1'],
    [
      'going through',
      'x = f()\nfor i in x:\n  pass',
      'x = f()\nfor i in x:\n  break'
    ],
    [
      'a function that the cell calls',
      'def f():\n  return 1\nx = f()',
      'def f():\n  return 2\nx = f()'
    ],
    [
      'a global',
      'def f():\n  global x\n  x = 1\nx = 0\nf()',
      'def f():\n  global x\n  x = 2\nx = 0\nf()'
    ]
  ])('an edit of %s shows', (_, before, after) => {
    expect(textOf(after, 'x')).not.toBe(textOf(before, 'x'));
  });

  it.each([
    ['deleted', 'x = 1\ndel x', 'x'],
    ['what the cell shows', '%%capture out\nx = 1\nprint(y)', 'out'],
    ['after a star import', 'from a import *\nb = 1', 'b']
  ])('no origin for a name that is %s', (_, source, name) => {
    expect(textOf(source, name)).toBeNull();
  });

  it('is told without the choice of names', () => {
    const text = textOf('import a.b as m\nx = m.f(y)\nz = x[k]', 'z');
    expect(textOf('import a.b as n\nu = n.f(v)\nw = u[i]', 'w')).toBe(text);
    expect(textOf('import a.b as n\nu = n.f(v)\nw = i[u]', 'w')).not.toBe(text);
  });

  it.each([
    ['the statement', 'SEED = 7', 'SEED = 8', 'SEED'],
    ['what it reads in the cell', 'a = 1\nb = a', 'a = 2\nb = a', 'b'],
    ['a body', 'def f():\n  return 1', 'def f():\n  return 2', 'f'],
    [
      'nesting',
      'def f():\n  if a:\n    b\n    c',
      'def f():\n  if a:\n    b\n  c',
      'f'
    ],
    ['a string', 'a = "x"', 'a = "y"', 'a'],
    ['an operator', 'a = b + c', 'a = b - c', 'a'],
    ['the module', 'from a import x', 'from b import x', 'x'],
    ['a number with a point', 'a = 1.', 'a = 10', 'a'],
    ['a star', 'a = b[*c]', 'a = b[c]', 'a'],
    ['an alias', 'import a as x', 'import b as x', 'x']
  ])('an edit of %s shows', (_, before, after, name) => {
    expect(textOf(before, name)).not.toBeNull();
    expect(textOf(after, name)).not.toBe(textOf(before, name));
  });

  it.each([
    ['import a, b.c as d\nx = d.e', 'x', ['b']],
    ['import a, b.c as d\nx = 1', 'x', []],
    ['from a.b import c\nfrom . import d\ny = c(d)', 'y', ['a', '.']]
  ])('%j tells which modules %s is made of: %j', (source, name, modules) => {
    expect(analysePython(source).origins?.get(name)?.imports).toEqual(modules);
  });

  it('names what it reads from other cells', () => {
    const { origins } = analysePython('a = x + 1\nb = a * y["k"]');
    expect([...(origins?.get('b')?.references ?? [])]).toEqual(
      expect.arrayContaining(['x', 'y'])
    );
  });
});

describe('what is done to instances', () => {
  const cell = (members: string, more = ''): string =>
    `class M:\n    ${members}\n\nm = M()\nm.fit(X)${more}`;
  const countOf = (source: string): number | undefined =>
    analysePython(source).origins?.get('M')?.statements.length;

  it.each([
    'def fit(self, x):\n        self.t = x',
    'pass',
    '"A text."',
    '@property\n    def t(self):\n        return 1'
  ])('does not change a class that keeps nothing: %j', members => {
    expect(countOf(cell(members))).toBe(1);
  });

  it.each([
    'seen = []',
    'def fit(self, x, seen=[]):\n        seen.append(x)',
    'def fit(self, x):\n        M.seen = x',
    'def fit(self, x):\n        type(self).seen = x',
    'def fit(self, x):\n        self.__class__.seen = x',
    '@classmethod\n    def fit(cls, x):\n        cls.seen = x',
    '@cache\n    def fit(self, x):\n        return x'
  ])('may change one that may keep something: %j', members => {
    expect(countOf(cell(members))).toBe(3);
  });

  it('may reach the class where the cell asks for it', () => {
    expect(countOf(cell('pass', '\ntype(m).seen = 1'))).toBe(3);
  });
});
