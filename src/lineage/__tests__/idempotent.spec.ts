// Code that tidies what is tidy by then: run once more, it leaves what it left.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** What becomes of a reader of `x` when the cell that changes `x` ran twice, and nobody saw its values. */
function verdictAfter(change: string): string | undefined {
  const notebook = aNotebook()
    .cell('a', 'import pandas as pd\nk = 2\nx = pd.read_csv("a.csv")')
    .cell('b', change)
    .cell('c', 'print(x)')
    .run('a')
    .run('b')
    .run('b')
    .run('c');
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells[2]?.verdict;
}

describe('a change that ran twice', () => {
  it.each([
    'x["city"] = x["city"].str.strip().str.title()',
    'x["day"] = pd.to_datetime(x["day"], errors="coerce")',
    'x["n"] = x["n"].fillna(x["n"].mean())\nprint(x["n"])',
    'x = x.dropna().drop_duplicates()',
    'x = sorted(x)',
    'x |= {1, 2}',
    'x.sort()',
    'x.set_xlabel("t")',
    'x.fillna(0, inplace=True)'
  ])('leaves the same when it tidies: %j', change => {
    expect(verdictAfter(change)).toBe('same');
  });

  it.each([
    'x["n"] = x["n"] * 2',
    'x["n"] = x["n"].str.replace("a", "aa")',
    'x["n"] = x["n"].clip(0, k)\nk = 1',
    'x.append(1)',
    'x |= {len(x)}',
    'x = sorted(x)[1:]',
    'for v in x:\n    x.sort()\n    x.append(1)',
    'x += [1]'
  ])('leaves something else otherwise: %j', change => {
    expect(verdictAfter(change)).toBe('differs');
  });
});
