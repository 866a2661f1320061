// Values that a cell changes in place, where the cell is edited: what else stands in it does not count for them.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** What becomes of two cells that use a frame and a generator which an edited cell above them changes. */
function told(before: string, after: string, changed: string): string {
  const notebook = aNotebook()
    .cell('i', 'import pandas as pd\nimport numpy as np\nk = 1')
    .cell('a', 'df = pd.DataFrame({})\nrng = np.random.default_rng(3)')
    .cell('b', before)
    .cell('c', 'print(df)')
    .cell('d', 'print(rng.normal())')
    .runs('i', 'a')
    .run('b', null, { output: '1', report: { changed: [changed] } })
    .run('c', null, { output: 'x' })
    .run('d', null, { output: '2', report: { changed: ['rng'] } })
    .edit('b', after);
  const input = { ...notebook.build(), analyse: analysePython };
  const verdicts = forecast(input).cells.map(({ verdict }) => verdict);
  return verdicts.slice(3).join(' ');
}

it.each([
  ['df["x"] = df.a / 2\ndf.head(3)', 'df["x"] = df.a / 2\ndf.head(5)', 'df'],
  ['df["x"] = 1\ndf', 'df["x"] = 1', 'df'],
  ['df.loc[0, "x"] = 3\ndf.head(3)', 'df.loc[0, "x"] = 3\ndf.head(5)', 'df'],
  ['df.x = 1\ndf.head(3)', 'df.x = 1', 'df'],
  ['df.append(3)\ndf', 'df.append(3)', 'df'],
  ['df.sort()\nprint(df)', 'df.sort()\nprint("a", df)', 'df'],
  ['df += [1]\ndf', 'df += [1]', 'df'],
  ['t = rng.normal(3)\nt', 't = rng.normal(3)', 'rng'],
  ['t = rng.normal(3)\ndf.head()', 't = rng.normal(3)\ndf.tail()', 'rng']
])('they stay what they were: %j and %j', (before, after, changed) => {
  expect(told(before, after, changed)).toBe('same same');
});

it.each([
  ['df["x"] = 1\ndf.head()', 'df["x"] = 2\ndf.head()', 'df'],
  ['t = 1\ndf["x"] = t', 't = 2\ndf["x"] = t', 'df'],
  ['df["x"] = 1\ndf["y"] = 2', 'df["x"] = 1', 'df'],
  ['df["x"] = 1\ndf["y"] = 2', 'df["y"] = 2\ndf["x"] = 1', 'df'],
  ['df["x"] = k\nk', 'df["x"] = k + 1\nk', 'df'],
  ['if k: df["x"] = 1', 'if not k: df["x"] = 1', 'df'],
  ['for i in [1]: df.append(i)', 'for i in [2]: df.append(i)', 'df'],
  ['g = df\ng["x"] = 1', 'g = df\ng["x"] = 2', 'df'],
  [
    'def f(): return 1\ndf["x"] = f()',
    'def f(): return 2\ndf["x"] = f()',
    'df'
  ],
  ['assert k == 1\ndf["x"] = 1', 'assert k == 2\ndf["x"] = 1', 'df'],
  ['print(k)\ndf["x"] = 1', 'print(k["a"])\ndf["x"] = 1', 'df'],
  ['df.append(3)\nprint(k)', 'df.append(3)\ndf.append(3)\nprint(k)', 'df']
])('and not where they hang on what was edited: %j and %j', (...given) => {
  expect(told(...given)).toBe('differs same');
});

it('follow the cell that failed before it changed them', () => {
  const notebook = aNotebook()
    .cell('a', 'x = []\nk = {}')
    .cell('b', 'print(k[1])\nx.append(1)')
    .cell('c', 'print(x)')
    .run('a')
    .run('b', null, { status: 'error', output: 'KeyError: 1' })
    .run('c', null, { output: '[]' })
    .edit('b', 'print(k)\nx.append(1)');
  const input = { ...notebook.build(), analyse: analysePython };
  expect(forecast(input).cells[2]?.verdict).toBe('differs');
});
