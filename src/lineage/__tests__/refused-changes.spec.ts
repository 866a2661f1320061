// Changes in place that were refused: what they would have changed is as it was.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** The verdict of a reader of `x` below a cell that went well, and ended in an error when it ran once more. */
function verdictAfter(
  source: string,
  output: string,
  { failedLine = 1, before = 'x = pd.read_csv("a.csv")' } = {}
): string | undefined {
  const notebook = aNotebook()
    .cell('a', `import pandas as pd\n${before}`)
    .cell('b', source)
    .cell('c', 'print(x)')
    .run('a')
    .run('b')
    .run('b', null, { status: 'error', output, tells: { failedLine } })
    .run('c', null, { output: 'x' });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells[2]?.verdict;
}

describe('a change that was refused', () => {
  it.each([
    ['x.drop("n", axis=1, inplace=True)', 'KeyError: "[\'n\'] not found"'],
    [
      'x.drop(\n  ["n", "m"],\n  axis=1, inplace=True\n)',
      'KeyError: "[\'n\']"'
    ],
    ['x.set_index("n", inplace=True)', 'KeyError: "None of [\'n\'] are in"'],
    ['x.insert(0, "n", 1)', 'ValueError: cannot insert n, already exists'],
    ['x.pop("n")', "KeyError: 'n'"],
    ['n = x.pop("n")', "KeyError: 'n'"],
    ['del x["n"]', "KeyError: 'n'"],
    ['del x.n', 'AttributeError: n'],
    ['x.columns = ["a", "b"]', 'ValueError: Length mismatch: Expected axis'],
    ['x["m"] = x["n"] * 2', "KeyError: 'n'"],
    ['x["m"] += x["n"]', "KeyError: 'n'"]
  ])('leaves all as it was: %j', (source, output) => {
    expect(verdictAfter(source, output)).toBe('same');
  });

  it.each([
    ['x["m"] += 1\nx.drop("n", axis=1, inplace=True)', "KeyError: 'n'", 2],
    ['x.drop(columns=x.pop("m"), inplace=True)', "KeyError: 'n'", 1],
    ['x["m"] = x.pop("n").map(str)', "KeyError: 'n'", 1],
    ['x[0] += [1]', "TypeError: 'tuple' object does not support", 1],
    ['x.update(3)', 'KeyError: 1', 1],
    ['for n in x:\n    x.remove(n)', 'ValueError: x not in list', 2]
  ])('may have changed something otherwise: %j', (source, output, line) => {
    expect(verdictAfter(source, output, { failedLine: line })).toBe('differs');
  });

  it('is no change at all where a fresh run refuses it as well', () => {
    const notebook = aNotebook()
      .cell('a', 'x = [1]')
      .cell('b', 'x.remove(5)')
      .cell('c', 'print(x)')
      .cell('d', 'y = 1')
      .run('a')
      .run('b', null, {
        status: 'error',
        output: 'ValueError: list.remove(x): x not in list',
        tells: { failedLine: 1 }
      })
      .run('d')
      .run('c', null, { output: '[1]' });
    const input = { ...notebook.build(), analyse: analysePython };
    expect(forecast(input).cells.map(({ verdict }) => verdict)).toEqual([
      ...['same', 'same', 'same', 'same']
    ]);
  });
});
