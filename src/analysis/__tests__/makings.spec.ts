// How values are put together, and which parts of them code looks at, as the tree of a cell tells.
import { analysePython } from '..';

/** The kinds of what the cell leaves, by name. */
function kinds(source: string): Record<string, string> {
  const { makings = new Map() } = analysePython(source);
  return Object.fromEntries(
    [...makings].map(([name, { kind }]) => [name, kind])
  );
}

it.each([
  ['df = pd.DataFrame({"a": [1]})', { df: 'frame' }],
  ['s = pd.Series([1], name="a")', { s: 'series' }],
  ['df = pd.concat([a, b], axis=1)', { df: 'beside' }],
  ['df = pd.concat([a, b])', { df: 'made' }],
  ['df["x"] = 1', { df: 'with' }],
  ['df.insert(0, "x", 1)', { df: 'with' }],
  ['df.drop(columns="x", inplace=True)', { df: 'columns' }],
  ['del df["x"]', { df: 'columns' }],
  ['df.rename(columns={"a": "b"}, inplace=True)', { df: 'renamed' }],
  ['df.columns = ["a"]', { df: 'relabelled' }],
  ['df.index = rows', { df: 'reindexed' }],
  ['d = {"a": 1}\ne = dict(a=1)', { d: 'dict', e: 'dict' }],
  ['d = {**other}', { d: 'made' }],
  ['xs = [1, 2]\nys = [*xs]', { xs: 'list', ys: 'made' }],
  ['a = b', { a: 'open', b: 'open' }],
  ['a = c = [1]', { a: 'open', c: 'open' }],
  ['f = df.apply(lambda row: row.a)', { f: 'open' }],
  ['for i in range(3):\n    xs = [i]', { xs: 'open' }],
  ['assert x\ndf = pd.DataFrame()', {}]
])('%j makes %j', (source, expected) => {
  expect(kinds(source)).toMatchObject(expected);
});

it('spells no names, so that other names make no other value', () => {
  const [one, other] = ['a', 'b'].map(name =>
    JSON.stringify([
      analysePython(`x = np.sort(${name} + 1)`).makings?.get('x')
    ])
      .split(`"name":"${name}"`)
      .join('')
  );
  expect(one).toBe(other);
});

it('follows long sums and deep nests as far as it goes', () => {
  const sum = `x = ${'1 + '.repeat(500)}1`;
  const nest = `x = ${'['.repeat(500)}${']'.repeat(500)}`;
  expect(kinds(sum)).toEqual({ x: 'made' });
  expect(kinds(nest)).toEqual({ x: 'list' });
});
