// Code that tidies what is tidy by then: run once more, it leaves what it left.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** What becomes of a cell that changes `x` and ran twice, and of a reader of `x`, when nobody saw its values. */
function verdictsAfter(change: string): readonly (string | undefined)[] {
  const notebook = aNotebook()
    .cell(
      'a',
      'import numpy as np\nimport pandas as pd\nfrom scipy import stats\nk = 2\nx = pd.read_csv("a.csv")'
    )
    .cell('b', change)
    .cell('c', 'print(x)')
    .run('a')
    .run('b', null, { output: '1' })
    .run('b', null, { output: '2' })
    .run('c', null, { output: 'x' });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input)
    .cells.slice(1)
    .map(({ verdict }) => verdict);
}

function verdictAfter(change: string): string | undefined {
  return verdictsAfter(change)[1];
}

describe('a change that ran twice', () => {
  it.each([
    'x["city"] = x["city"].str.strip().str.title()',
    'x["day"] = pd.to_datetime(x["day"], errors="coerce")',
    'x["n"] = x["n"].fillna(x["n"].mean())\nprint(x["n"])',
    'x = x.dropna().drop_duplicates()',
    'x = sorted(x)',
    'x = x.reshape([5, 3])',
    'x = x.reshape(-1, 3)\nprint(x)',
    'x = x.ravel()',
    'x |= {1, 2}',
    'x.sort()',
    'x.set_xlabel("t")',
    'x.fillna(0, inplace=True)',
    'x["n"] = "about x (all)"',
    'x["n"]=x[\'n\'].fillna(0)',
    "x = x.head(5)  # it's short",
    'x["n"] = (\n    x["n"]\n    .fillna(0)\n)',
    'x = x.dropna(); y = 1',
    'x = x.dropna()\nx = x.drop_duplicates()',
    'print(x["m"])\nx["n"] = x["n"].fillna(0)',
    'k = 1\nx = x.dropna()',
    'x.rename(columns=str.lower, inplace=True)\nx.columns',
    'x.rename(columns={"A": "a", "B": "b"}, inplace=True)',
    'x = x.rename(columns={"A": "a"}, index=str.strip)',
    'x = x.reset_index(drop=True)',
    'x.reset_index(drop=True, inplace=True)',
    'x.sort_values("a", inplace=True)',
    'x = x.sort_values(by=["a", "b"], ascending=False)',
    'x = x.dropna().reset_index(drop=True)',
    'x = x.sort_values("a").drop_duplicates("b").reset_index(drop=True)',
    'x = x[x.a > 1]',
    'x = x[(x["a"] > 1) & ~x.b.isin(["u", "v"])].copy()',
    'x = x.loc[x["a"].notna()]',
    'x = x[x.name.str.len() < 5]',
    'x = x[np.abs(x.v - 1) <= 3]',
    'x = x[x != 0]',
    'x = x.query("a > 1 and b < 2")',
    'x.columns = x.columns.str.strip().str.lower().str.replace(" ", "_")',
    'x.columns = [c.strip().lower() for c in x.columns]',
    'x["a"] = x["a"].apply(lambda v: v.strip())',
    'x["a"] = x["a"].map(str.lower)',
    'x["a"] = x["a"].str.replace("$", "")',
    'x["a"] = x["a"].replace({"M": "Male", "F": "Female"})',
    'x["a"] = x["a"].replace("?", np.nan)',
    'x["a"] = x["a"].replace({"\\$": "", ",": ""}, regex=True)',
    'x["a"] = x["a"].str.replace("_", " ").str.title()',
    'x = x[x.index > 2]',
    'x.replace(0, np.nan, inplace=True)',
    'x = [w for w in x if len(w) > 2 and w not in k]',
    'x = [[w for w in t if w.isalpha()] for t in x]',
    'x = [w.lower() for w in x]',
    'x.update({"a": 1})',
    'x.update_layout(title="t")',
    'x.add_edges_from([(1, 2), (2, 3)])'
  ])('leaves the same when it tidies: %j', change => {
    expect(verdictAfter(change)).toBe('same');
  });

  it.each([
    'x["n"] = x["n"] * 2',
    'x["n"] = x["n"].str.replace("a", "aa")',
    'x["n"] = x["n"].clip(0, k)\nk = 1',
    'x.append(1)',
    'x = x.reshape(3, 5).T',
    'x = x.reshape(len(x) // 2, -1)',
    'x |= {len(x)}',
    'x = sorted(x)[1:]',
    'for v in x:\n    x.sort()\n    x.append(1)',
    'x += [1]',
    'x.add(k.pop())',
    'x |= k.pop()',
    'x = x.abs() + (1)',
    'x = x.clip(f"{k}")\nk = 1',
    'x = x.fillna(0).shift(1) if (k) else (x)',
    'x = x.fillna(x.shift())',
    'x = x.ffill(limit=1)',
    'x.ffill(limit=1, inplace=True)',
    'x = x.head(-1)',
    'x = x.str.strip("ab").str.lower()',
    'x = x.str.title().str.strip("D")',
    'x["n"] = (\n    x["n"] * 2\n)',
    'x["n"] = 1; x["m"] += 1',
    'n = len(x)\nx = x.dropna()',
    'if k:\n    print(x["n"])\nx["n"] = x["n"].fillna(0)',
    'n = len(x); x.dropna(inplace=True)',
    'x.rename(columns={"A": "B", "B": "C"}, inplace=True)',
    'x.rename(columns={"A": k}, inplace=True)',
    'x = x.rename(columns=str.swapcase)',
    'x = x.reset_index()',
    'x.reset_index(drop=False, inplace=True)',
    'x = x[x.a > x.a.mean()]',
    'x = x[x.a > k]\nk = 1',
    'x = x[1:]',
    'x = x[x.index < x.shape[0] - 1]',
    'x = x.reset_index(drop=True).sort_values("a")',
    'x = x[x.index > 2].reset_index(drop=True)',
    'x = x.query("index > 2").reset_index(drop=True)',
    'x["a"] = x["a"].str.title().str.replace(" ", "")',
    'x = x.title().replace("_", "")',
    'x = x.capitalize().strip()',
    'x["a"] = x["a"].replace({"St": "Street"}, regex=True)',
    'x = x.replace({"a+": "a", "b": "c"}, regex=True)',
    'x = x.query("a > a.mean()")',
    'x = x[stats.zscore(x.a) < 2]',
    'x["a"] = x["a"].replace({"a": "b", "b": "a"})',
    'x["a"] = x["a"].str.replace("b", "bb")',
    'x.columns = x.columns.str.strip().str.replace("($)", "")',
    'x.columns = x.columns.str.lower().str.replace("a", "A")',
    'x = [w for w in x if w not in x[1:]]',
    'x = [w[1:] for w in x]',
    'x = [w for w in x if k.pop() != w]',
    'x = [w for w in x if w != k]\nk = 1',
    'x["a"] = x["a"].apply(lambda v: v * 2)',
    'x["a"] = x["a"].map({"u": 1})',
    'x.set_index("a", inplace=True)',
    'x.update([1])'
  ])('leaves something else otherwise: %j', change => {
    expect(verdictAfter(change)).toBe('differs');
  });

  it.each([
    'print(x.shape)\nx = x.dropna()\nprint(x.shape)',
    'print(x["n"].mean())\nx["n"] = x["n"].fillna(0)'
  ])('shows something else where it shows what it tidies: %j', change => {
    expect(verdictsAfter(change)).toEqual(['differs', 'same']);
  });

  it('did not tidy when the kernel told of another value behind the second run', () => {
    const left = (x: string): { report: { values: { x: string } } } => ({
      report: { values: { x } }
    });
    const verdictWith = (second: string): string | undefined => {
      const notebook = aNotebook()
        .cell('a', 'import pandas as pd\nx = pd.read_csv("a.csv")')
        .cell('b', 'x = x.dropna()')
        .cell('c', 'print(x)')
        .run('a', null, left('x0'))
        .run('b', null, left('x1'))
        .run('b', null, left(second))
        .run('c', null, { output: 'x', report: {} });
      const input = { ...notebook.build(), analyse: analysePython };
      return forecast(input).cells[2]?.verdict;
    };
    expect(verdictWith('x1')).toBe('same');
    expect(verdictWith('x2')).toBe('differs');
  });
});

it.each([
  ['IPython.core.display_functions.DisplayHandle', 'same'],
  ['builtins.dict', 'differs']
])('a method of what nothing changes leaves it: %s', (type, verdict) => {
  const types = { h: type };
  const notebook = aNotebook()
    .cell('a', 'import tool\nh = tool.show()')
    .cell('b', 'h.update("x")')
    .cell('c', 'h.display()')
    .run('a', null, { report: { bound: ['h', 'tool'], types } })
    .run('b', null, { report: { types } })
    .run('b', null, { report: { types } })
    .run('c', null, { report: { types }, output: 'x' });
  const input = { ...notebook.build(), analyse: analysePython };
  expect(forecast(input).cells[2]?.verdict).toBe(verdict);
});
