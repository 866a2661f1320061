// Which names of a cell hang on one statement alone, and on which text.
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
    ['a frame', 'd = pd.DataFrame({"a": np.arange(3)})', 'd'],
    ['what methods of libraries make', 'd = z.groupby("a").mean()', 'd'],
    ['what is looked at', 'd = np.zeros(3)\nd.shape', 'd'],
    ['what is printed', 'd = sorted(z)\nprint(d)', 'd'],
    ['a function', 'def f(x):\n  return g(x)', 'f'],
    ['a plain class', 'class A:\n  n = 1\n  def m(self):\n    return h()', 'A']
  ])('%s stays as it is when another line is added', (_, source, name) => {
    const text = textOf(source, name);
    expect(text).not.toBeNull();
    expect(textOf(`${source}\nimport added\nOTHER = 9`, name)).toBe(text);
    expect(textOf(`import added\n# note\n${source}`, name)).toBe(text);
  });

  it.each([
    ['made by a call', 'x = f()', 'x'],
    ['made by a method that nobody knows', 'x = y.make()', 'x'],
    ['drawn', 'x = pd.Series(np.random.rand(3))', 'x'],
    ['read', 'x = pd.read_csv("a.csv")', 'x'],
    ['made with code of its own', 'x = y.apply(lambda v: g(v))', 'x'],
    ['handed on later', 'x = np.zeros(3)\ny = x.ravel()\ny[0] = 1', 'x'],
    ['made by a library under its own name', 'pd = g\nx = pd.Series(1)', 'x'],
    ['changed later', 'x = []\nx.append(1)', 'x'],
    ['made by a command', 'x = !ls', 'x'],
    ['bound twice', 'x = 1\nx = 2', 'x'],
    ['bound on one way only', 'if a:\n  x = 1', 'x'],
    ['decorated', '@cache\ndef f():\n  pass', 'f'],
    ['over a name made by a call', 'a = f()\nb = a + 1', 'b'],
    ['after a star import', 'from a import *\nb = 1', 'b'],
    ['a default made by a call', 'def f(x=g()):\n  pass', 'f'],
    ['a class with a body that calls', 'class A:\n  n = g()', 'A']
  ])('no origin for a name that is %s', (_, source, name) => {
    expect(textOf(source, name)).toBeNull();
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
    ['an argument', 'a = np.zeros(2)', 'a = np.zeros(3)', 'a'],
    ['the module', 'from a import x', 'from b import x', 'x'],
    ['a number with a point', 'a = 1.', 'a = 10', 'a'],
    ['a star', 'a = b[*c]', 'a = b[c]', 'a'],
    ['an alias', 'import a as x', 'import b as x', 'x']
  ])('an edit of %s shows', (_, before, after, name) => {
    expect(textOf(before, name)).not.toBeNull();
    expect(textOf(after, name)).not.toBe(textOf(before, name));
  });

  it('names what it reads from other cells', () => {
    const { origins } = analysePython('a = x + 1\nb = a * y["k"]');
    expect(origins?.get('b')?.references).toEqual(['x', 'y']);
  });
});
