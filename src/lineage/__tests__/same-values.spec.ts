// Two names of one value change together, though no kernel told that they are.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** What is told of the last of three cells, the second of which ran twice; no kernel reported. */
function toldOf(made: string, changed: string, shown: string): string {
  const notebook = aNotebook()
    .cell('a', made)
    .cell('b', changed)
    .cell('c', shown)
    .run('a')
    .run('b')
    .run('b')
    .run('c', null, { output: 'shown' });
  return told(notebook)[2] ?? '';
}

describe('names of one value', () => {
  it.each([
    ['x = [1]; y = x', 'x.append(2)'],
    ['x = [1]\ny = x', 'x.append(2)'],
    ['y = [1]\nx = y', 'x.append(2)'],
    ['x = y = []', 'x.append(2)'],
    ['x = {"a": []}\nz = x\ny = z', 'x["a"].append(2)'],
    ['x = [1]\ny = x', 'if True:\n    x.append(2)']
  ])('change together after %j by %j', (made, changed) => {
    expect(toldOf(made, changed, 'print(y)')).toMatch(/^c differs/);
  });

  it.each([
    ['x = [1]\ny = x', 'x = x + [1]'],
    ['x = [1]\ny = x.copy()', 'x.append(2)'],
    ['x = [1]\ny = list(x)', 'x.append(2)'],
    ['x = [1]\ny = x[:]', 'x.append(2)'],
    ['x = 1\ny = x', 'x += 1'],
    ['x = [1]\ny = x\nx = [2]', 'x.append(2)'],
    ['x = [1]\ny = x\ny = [2]', 'x.append(2)'],
    ['x = [1]\ny = [2]\nif not x:\n    y = x', 'x.append(2)'],
    ['x = [1]\ny = [2]\ndef f():\n    y = x', 'x.append(2)'],
    ['x = {}\ny = x', 'x["a"] = 1'],
    ['x = [1]\ny = x', 'x = []\nx.append(2)'],
    ['x = [1]\ny = x\nz = [2]', 'x = z\nx.append(2)'],
    ['import numpy as y\nx = y', 'x.append(2)']
  ])('but stay apart, or as they are, after %j by %j', (made, changed) => {
    expect(toldOf(made, changed, 'print(y)')).toMatch(/^c same/);
  });

  it.each([
    ['x = [2]\nx.append(3)', 'same'],
    ['z = [2]\nx = z\nx.append(3)', 'same'],
    ['for x in [[2]]:\n    x.append(3)', 'same'],
    ['if n:\n    x = [2]\nx.append(3)', 'same'],
    ['x.append(3)', 'differs']
  ])('are seen by a cell above that runs after %j: %s', (changed, verdict) => {
    const notebook = aNotebook()
      .cell('a', 'n = 2\nx = [1]\ny = x')
      .cell('b', 'print(y)')
      .cell('c', changed)
      .runs('a', 'c')
      .run('b', null, { output: 'shown' });
    expect(told(notebook)[1]).toMatch(RegExp(`^b ${verdict}`));
  });

  it('part once one of them is bound again, in a function too', () => {
    const notebook = aNotebook()
      .cell('a', 'x = [1]\ny = x')
      .cell('b', 'def f():\n    global x\n    x = []')
      .cell('c', 'f()')
      .cell('d', 'x.append(2)')
      .cell('e', 'print(y)')
      .runs('a', 'b', 'c', 'd', 'd')
      .run('e', null, { output: '[1]' });
    expect(told(notebook)[4]).toBe('e same');
  });

  it("are the kernel's to tell where it told", () => {
    const notebook = aNotebook()
      .cell('a', 'x = [1]\ny = x')
      .cell('b', 'x.append(2)')
      .cell('c', 'print(y)')
      .run('a', null, { report: { changed: [], shared: [] } })
      .runs('b', 'b')
      .run('c', null, { output: '[1]' });
    expect(told(notebook)[2]).toBe('c same');
  });
});
