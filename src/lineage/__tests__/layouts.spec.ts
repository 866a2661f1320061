// Code that looks at some parts of a table hangs on what those parts hang on, and on nothing else of the table.
import { aNotebook } from '../../testing/run-builder';
import { sliceOfLast } from './slices';
import { cells, told } from './told';

const IMPORTS = 'import numpy as np\nimport pandas as pd\nimport random';
const MASK = 'np.where(r > 0.5, 1, np.nan)';

/** The verdict on the last of some cells that ran in order. */
function last(...sources: string[]): string {
  const lines = told(cells(IMPORTS, ...sources));
  return lines[lines.length - 1]?.split(' ')[1] ?? '';
}

const FRAME = `n = 5
r = np.random.rand(n)
df = pd.DataFrame({"a": [1, 2, 3, 4, 5], "b": list("vwxyz"), "rand": r})`;

describe('of a frame with one column by chance', () => {
  it.each([
    'df.columns',
    'df.index',
    'df.info()',
    'df.dtypes',
    'df.shape',
    'print(len(df), df.shape[0])',
    'df["a"]',
    'df.a',
    'df[["a", "b"]]',
    'df.a.mean()',
    'df["a"].describe()',
    'df.loc[:, "a"]',
    'df.loc[2, "a"]',
    'df.loc[df.a > 2, ["a", "b"]]',
    'df.iloc[:, 0]',
    'df.iloc[1:, :2]',
    'df.iloc[:, [0, 1]]',
    'df.groupby("a")["b"].sum()',
    'df.groupby(["a", "b"]).size()',
    'df.groupby("a").b.first()',
    'df.drop(columns="rand")',
    'df.drop(["rand"], axis=1).head()',
    'df.head()["a"]',
    'df[df["a"] > 2]["b"]',
    'df[df["a"] > 2].shape',
    'df.isnull().sum()',
    'df.sort_values("a")[["a", "b"]]',
    'print("a" in df, df["a"].sum())',
    'x = df["a"] * 2\nx',
    'other = df.drop(columns=["rand"])\nother["b"]',
    'for name in df.columns:\n    print(name)',
    'df.pivot_table(index="b", values="a", aggfunc=len)',
    'df.pivot_table("a", "b")',
    'pd.pivot_table(df, values="a", index=["b"], aggfunc=np.mean)',
    'df.value_counts("b")',
    'df.melt(id_vars="b", value_vars=["a"])',
    'df.plot(x="b", y="a", figsize=(4, 3))',
    'df.plot.scatter("a", "a", c="red")',
    'sns.boxplot(data=df, x="b", y="a", ax=ax)',
    'sns.countplot(x="b", data=df)',
    'sns.histplot(df, x="a", bins=n)',
    'sns.relplot(data=df, x="b", y="a", height=3)',
    'px.scatter(df, x="a", y="b", color="b", title="All")',
    'df.groupby("b").agg({"a": "mean"})',
    'df.groupby("b", as_index=False).agg(mean=("a", "mean"), most=("a", max))'
  ])('%j comes out again', reader => {
    expect(last(FRAME, reader)).toBe('same');
  });

  it.each([
    'df',
    'df.head()',
    'df["rand"]',
    'df.rand.mean()',
    'df[["a", "rand"]]',
    'df.iloc[:, 2]',
    'df.iloc[0]',
    'df.iloc[:, [0, -1]]',
    'df.loc[0]',
    'df.loc[df.rand > 0.5, "a"]',
    'df[df.rand > 0.5].shape',
    'df[df["rand"] > 0.5]["a"]',
    'len(df[df.rand > 0.5])',
    'df.sort_values("rand").index',
    'df.sort_values("rand")["a"]',
    'df.describe()',
    'df.mean(numeric_only=True)',
    'df.groupby("rand")["a"].sum()',
    'df.groupby("a").mean()',
    'df.groupby("a")["rand"].mean()',
    'df.drop(columns="a")',
    'df.drop(index=0)',
    'df.values',
    'df.T',
    'print(df)',
    'f = str\nf(df)',
    'df.query("rand > 0.5").a',
    'df.apply(lambda row: row.a, axis=1)',
    'key = "rand"\ndf[key]',
    'df.set_index("rand")["a"]',
    'df.nunique()',
    'df.pivot_table(index="b")',
    'df.pivot_table(index="b", values=["a", "rand"])',
    'pd.pivot_table(df, index="b", values=key)',
    'df.value_counts()',
    'df.melt(id_vars="b")',
    'df.plot(x="a")',
    'df.plot()',
    'df.plot.scatter("a", "rand")',
    'df.plot.line()',
    'sns.boxplot(data=df)',
    'sns.boxplot(data=df, x="b", y="rand")',
    'sns.boxplot(data=df, x="b", y=key)',
    'sns.boxplot(data=df, **options)',
    'grid = sns.relplot(data=df, x="b", y="a")\ngrid.data',
    'sns.pairplot(df, hue="b")',
    'sns.heatmap(df)',
    'px.scatter(df, x="a", y="b", hover_data=key)',
    'df.groupby("b").agg({"rand": "mean"})',
    'df.groupby("b").agg({"a": "mean", key: "mean"})',
    'df.groupby("b").agg(mean=("a", "mean"), most=("rand", max))',
    'df.groupby("b").agg("mean")',
    'df.groupby("b").agg(**options)'
  ])('%j does not', reader => {
    expect(last(FRAME, reader)).toBe('random');
  });
});

describe('the rows of', () => {
  it.each([
    ['pd.DataFrame(np.random.randn(3, 2), columns=list("AB"))', 'same'],
    ['pd.DataFrame({"a": np.random.rand(3) * 10 + 1})', 'same'],
    ['pd.DataFrame({"a": [random.random() for _ in range(3)]})', 'same'],
    ['pd.DataFrame({"a": np.random.randint(0, 9, 4) ** 2})', 'same'],
    ['pd.DataFrame({"a": np.random.rand(random.randint(1, 9))})', 'random'],
    ['pd.DataFrame({"a": [1] * random.randint(1, 9)})', 'random'],
    ['pd.DataFrame({"a": r[r > 0.5]})', 'random'],
    ['pd.DataFrame({"a": [v for v in r if v > 0.5]})', 'random'],
    ['pd.DataFrame({"a": [1, 2]}, index=np.random.rand(2))', 'random'],
    ['pd.DataFrame({"a": set(r)})', 'random'],
    [`pd.DataFrame({"a": ${MASK}}).dropna()`, 'random']
  ])('%j come out %s', (made, verdict) => {
    expect(last('r = np.random.rand(3)', `df = ${made}`, 'df.index')).toBe(
      verdict
    );
  });

  it('are counted where what they lack was drawn', () => {
    const made = `df = pd.DataFrame({"a": ${MASK}})`;
    expect(last('r = np.random.rand(3)', made, 'df.info()')).toBe('random');
    expect(last('r = np.random.rand(3)', made, 'df.dtypes')).toBe('same');
  });
});

it.each([
  // The index is given, and the values are not in it.
  [
    [
      'df = pd.DataFrame(np.random.randn(3, 2), index=["x", "y", "z"])',
      'df.index'
    ],
    'same'
  ],
  [
    ['s = pd.Series(np.random.randn(3), index=["x", "y", "z"])', 's.index'],
    'same'
  ],
  [
    ['s = pd.Series(np.random.randn(3), index=["x", "y", "z"])', 's["x"]'],
    'random'
  ],
  [
    [
      'df = pd.DataFrame(np.random.randn(3, 2))',
      'df.columns = ["p", "q"]',
      'df.columns'
    ],
    'same'
  ],
  [
    [
      'df = pd.DataFrame(np.random.randn(3, 2))',
      'df.columns = ["p", "q"]',
      'df["p"]'
    ],
    'random'
  ],
  // Columns put side by side, renamed, put in, taken away.
  [
    [
      'a = pd.Series(["x", "y"])',
      'b = pd.Series(np.random.rand(2))',
      'df = pd.concat([a, b], axis=1)',
      'df.columns = ["t", "r"]',
      'df.index = ["p", "q"]',
      'df.t'
    ],
    'same'
  ],
  [
    [
      'a = pd.Series(["x", "y"])',
      'b = pd.Series(np.random.rand(2))',
      'df = pd.concat([a, b], axis=1)',
      'df.columns = ["t", "r"]',
      'df.r'
    ],
    'random'
  ],
  [
    [
      'a = pd.Series(["x", "y"])',
      'b = pd.Series(np.random.rand(2))',
      'df = pd.concat([a, b])',
      'df.index'
    ],
    'random'
  ],
  [
    [
      FRAME,
      'df.rename(columns={"a": "rand", "rand": "a"}, inplace=True)',
      'df["a"]'
    ],
    'random'
  ],
  [[FRAME, 'df.rename(columns={"a": "c"}, inplace=True)', 'df["c"]'], 'same'],
  [[FRAME, 'df.insert(0, "z", [1, 2, 3, 4, 5])', 'df.iloc[:, [0, 1]]'], 'same'],
  [[FRAME, 'df.insert(0, "z", r)', 'df.iloc[:, 0]'], 'random'],
  [[FRAME, 'df.drop("rand", axis=1, inplace=True)', 'df'], 'same'],
  [[FRAME, 'df.drop("a", axis=1, inplace=True)', 'df'], 'random'],
  [[FRAME, 'df.columns = ["rand", "b", "a"]', 'df["rand"]'], 'same'],
  [[FRAME, 'df.columns = ["rand", "b", "a"]', 'df["a"]'], 'random'],
  [[FRAME, 'df.columns = ["rand", "b", "a"]\ndf["a"]'], 'random'],
  [[FRAME, 'df["a"] = df["rand"] * 2', 'df["a"]'], 'random'],
  [[FRAME, 'df["c"] = df["a"] * 2', 'df["c"]'], 'same'],
  [[FRAME, 'df.dropna(inplace=True)', 'df["a"]'], 'random'],
  [[FRAME, 'df.sort_values("rand", inplace=True)', 'df["a"]'], 'random'],
  [[FRAME, 'df = df[df.rand > 0.5]', 'df["a"]'], 'random'],
  [[FRAME, 'df.loc[df.rand > 0.5, "a"] = 0', 'df["a"]'], 'random'],
  [
    [
      FRAME,
      'for i in range(3):\n    df.at[i, "a"] = df.at[i, "rand"]',
      'df["a"]'
    ],
    'random'
  ],
  [[FRAME, 'other = df\nother["a"] = df["rand"]', 'df["a"]'], 'random'],
  [[FRAME, 'other = df.assign(c=df.a)', 'other[["a", "c"]]'], 'same'],
  [[FRAME, 'other = df.assign(c=df.rand)', 'other[["a", "c"]]'], 'random'],
  [[FRAME, 'other = df.copy()', 'other.info()'], 'same'],
  [
    [
      'df = pd.DataFrame()',
      'df["a"] = [v for v in np.random.rand(9) if v > 0.5]',
      'df["b"] = 1',
      'df["b"]'
    ],
    'random'
  ],
  [
    [
      'df = pd.DataFrame()\ndf["a"] = np.random.rand(9)\ndf["b"] = 1',
      'df["b"]'
    ],
    'same'
  ],
  [
    [
      'df = pd.read_csv("d.csv")\ndf["r"] = np.random.rand(len(df))',
      'df[["p", "q"]]'
    ],
    'same'
  ],
  [
    [
      'df = pd.read_csv("d.csv")\ndf["r"] = np.random.rand(len(df))',
      'df.index'
    ],
    'same'
  ],
  [
    ['df = pd.read_csv("d.csv")\ndf["r"] = np.random.rand(len(df))', 'df["r"]'],
    'random'
  ],
  // Dictionaries.
  [['d = {"lr": 0.1, "seed": random.random()}', 'd["lr"]'], 'same'],
  [
    ['d = {"lr": 0.1, "seed": random.random()}', 'print(len(d), d.keys())'],
    'same'
  ],
  [['d = {"lr": 0.1, "seed": random.random()}', 'd["seed"]'], 'random'],
  [['d = {"lr": 0.1, "seed": random.random()}', 'd'], 'random'],
  [['d = {"lr": 0.1, "seed": random.random()}', 'd.pop("seed")', 'd'], 'same'],
  [
    [
      'd = {"lr": 0.1, "seed": random.random()}',
      'd.update(lr=d["seed"])',
      'd["lr"]'
    ],
    'random'
  ],
  [['d = {random.random(): 1}', 'd.keys()'], 'random'],
  [
    [
      'def make():\n    return random.random()',
      'd = dict(a=1, b=make())',
      'd["a"]'
    ],
    'same'
  ],
  [
    [
      'def make():\n    return random.random()',
      'd = dict(a=1, b=make())',
      'd["b"]'
    ],
    'random'
  ]
])('%j: %s', (sources, verdict) => {
  expect(last(...(sources as string[]))).toBe(verdict);
});

describe('how much there is of', () => {
  it.each([
    ['df = pd.DataFrame({"a": np.random.rand(3)})', 'len(df)', 'same'],
    ['df = pd.read_csv("d.csv").sample(frac=1)', 'df.shape', 'same'],
    ['x = [v for v in np.random.rand(9) if v > 0.5]', 'len(x)', 'random'],
    ['x = np.random.rand(9)\ny = x[x > 0.5]', 'y.shape', 'random'],
    ['x = np.random.rand(random.randint(1, 9))', 'x.shape', 'random'],
    ['x = [0] * random.randint(1, 9)', 'len(x)', 'random'],
    ['x = set(np.random.randint(0, 9, 9))', 'len(x)', 'random'],
    [`${FRAME}\nbig = df[df.rand > 0.5]`, 'big.shape', 'random'],
    [`${FRAME}\nbig = df[df.rand > 0.5]`, 'big.dtypes', 'same'],
    [`${FRAME}\nbig = df[df.a > 3]`, 'big.shape', 'same']
  ])('what %j makes, %j shows: %s', (maker, reader, verdict) => {
    expect(last(maker, reader)).toBe(verdict);
  });
});

describe('after an edit of one part', () => {
  const frame = (b: string): string =>
    `df = pd.DataFrame({"a": [1, 2], "b": ${b}})`;

  /** The verdict on a reader that ran before the maker was edited and ran again. */
  function after(maker: string, edited: string, reader: string): string {
    const notebook = aNotebook()
      .cell('i', IMPORTS)
      .cell('m', maker)
      .cell('r', reader)
      .run('i')
      .run('m')
      .run('r', null, { output: '1' })
      .run('m', edited);
    return told(notebook)[2]?.split(' ')[1] ?? '';
  }

  it.each([
    ['df["a"].sum()', 'same'],
    ['df.columns', 'same'],
    ['df.groupby("a").size()', 'same'],
    ['df["b"]', 'differs'],
    ['df', 'differs'],
    ['df.describe()', 'differs']
  ])('%j: %s', (reader, verdict) => {
    expect(after(frame('[3, 4]'), frame('[3, 5]'), reader)).toBe(verdict);
  });

  it.each([
    [frame('[3, 4]'), frame('[3, 4], "c": [5, 6]'), 'df["b"]', 'same'],
    [frame('[3, 4]'), frame('[3, 4], "c": [5, 6]'), 'df.columns', 'differs'],
    [frame('[3, 4]'), frame('[3, 4]'), 'df', 'same'],
    [frame('[3, 4]'), frame('pd.Series([3, 4], [1, 2])'), 'df["a"]', 'differs'],
    ['d = {"a": 1, "b": 2}', 'd = {"a": 1, "b": 3}', 'd["a"]', 'same'],
    ['d = {"a": 1, "b": 2}', 'd = {"a": 1, "b": 3}', 'd["b"]', 'differs'],
    ['d = {"a": 1}', 'd = {"a": 1, "b": 3}', 'len(d)', 'differs'],
    ['x = [1, 2]', 'x = [1, 3]', 'x[0]', 'same'],
    ['x = [1, 2]', 'x = [1, 3]', '1 in x', 'differs']
  ])('%j, then %j, leaves %j %s', (maker, edited, reader, verdict) => {
    expect(after(maker, edited, reader)).toBe(verdict);
  });

  it('holds as long as nobody may have changed the whole', () => {
    const notebook = (report?: object): string[] =>
      told(
        aNotebook()
          .cell('m', `import tool\nimport pandas as pd\n${frame('[3, 4]')}`)
          .cell('c', 'tool.work(df)')
          .cell('r', 'df["a"]')
          .run('m')
          .run('c', null, report ? { report } : {})
          .run('r', null, { output: '1' })
          .edit('m', `import tool\nimport pandas as pd\n${frame('[3, 5]')}`)
      );
    expect(notebook()[2]?.slice(0, 9)).toBe('r differs');
    expect(notebook({ changed: [], unchanged: ['df'] })[2]).toBe('r same');
  });
});

it('a slice that needs one column runs all that made the frame', () => {
  const notebook = aNotebook()
    .cell('i', IMPORTS)
    .cell('m', FRAME)
    .cell('c', 'df["c"] = df["a"] * 2')
    .cell('r', 'print(df["a"])');
  'imcr'.split('').forEach(id => notebook.run(id, null, { output: id }));
  const cellIds = sliceOfLast(notebook).steps.map(one => one.cellId);
  expect(cellIds).toEqual(expect.arrayContaining(['i', 'm', 'r']));
});
