// Which names a cell gives a constant of its source.
import { analysePython } from '..';

describe('literals', () => {
  it.each([
    ['a number', 'lr = 0.1', ['lr']],
    ['a negative number', 'shift = -1', ['shift']],
    ['a text', 'model = "resnet"', ['model']],
    ['joined texts', 'path = "a" "b"', ['path']],
    ['truth and nothing', 'a = True\nb = None', ['a', 'b']],
    ['arithmetic over numbers', 'n = 2 ** 10\nd = 60 * (24 - 1)', ['d', 'n']],
    ['with a type', 'n: int = 5', ['n']],
    ['several at once', 'lr, n = 0.1, 5\na = b = 3', ['a', 'b', 'lr', 'n']],
    ['in a branch', 'if fast:\n  n = 5', ['n']],
    ['the last of two', 'n = f()\nn = 5', ['n']],
    ['behind a magic', '%matplotlib inline\nn = 5', ['n']]
  ])('%s', (_, source, names) => {
    expect(analysePython(source).literals).toEqual(names);
  });

  it.each([
    ['a call', 'n = int("5")'],
    ['another name', 'n = m'],
    ['arithmetic over a name', 'n = m * 2'],
    ['a text with a value in it', 'n = f"{m}"'],
    ['counted up later', 'n = 1\nn += 1'],
    ['bound anew by a call', 'n = 5\nn = f()'],
    ['a loop variable', 'for n in 1, 2: pass'],
    ['a literal inside a function', 'def f():\n  n = 5'],
    ['a declaration alone', 'n: int']
  ])('not %s', (_, source) => {
    expect(analysePython(source).literals).toEqual([]);
  });
});
