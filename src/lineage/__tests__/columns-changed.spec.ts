// A change of what is in one column of a frame leaves the others as they were.
import { verdictsBehind, cells, told } from './told';

const FRAME = 'import pandas as pd\ndf = pd.read_csv("a.csv")';
const LISTS = 'x = [0]\ndf = {"g": x, "f": x}';

/** Verdicts on cells that look at one column, and at the other, and ran before the change. */
const around = (change: string, start = FRAME): string[] =>
  verdictsBehind(
    start,
    [change, 'df["g"]', 'df["f"].sum()', 'df.loc[:, "f"]', 'len(df)'],
    '12340'
  ).slice(1);

it.each([
  'df["g"] += 1',
  'df.g *= df.f',
  'df["g"].fillna(0, inplace=True)',
  'df.g.fillna(df.g.mean(), inplace=True)',
  'df["g"].replace({1: 2}, inplace=True)',
  'df.loc[df.f > 1, "g"] = 0',
  'df["g"][df["f"] > 1] = 0',
  'df.g.iloc[0] = 3',
  'df["g"].loc[df.f > 1] = 3'
])('%s', change => {
  expect(around(change)).toEqual(['differs', 'same', 'same', 'same']);
});

it.each([
  'df.fillna(0, inplace=True)',
  'df.loc[1, "g"] = 0',
  'df["g"].fillna(df.pop("f"), inplace=True)'
])('counts for all where it may go further: %s', change => {
  expect(around(change)).toEqual(Array(4).fill('differs'));
});

it('counts for all entries of what is no frame: two may be one list', () => {
  expect(around('df["g"] += [1]', LISTS)[1]).toBe('differs');
});

it.each([
  ['df["f"] += 1', 'same'],
  ['df["g"] += df["r"]', 'random'],
  ['df.loc[df.r > 0.5, "g"] = 1', 'random'],
  ['df["g"].fillna(df.r.mean(), inplace=True)', 'random'],
  ['df["g"].fillna(np.random.rand(), inplace=True)', 'random'],
  ['df["g"].fillna(df.f.mean(), inplace=True)', 'same']
])('the column hangs on what it is given: %s', (change, verdict) => {
  const drawn = 'import numpy as np\ndf["r"] = np.random.rand(9)';
  expect(told(cells(FRAME, drawn, change, 'df["g"]'))[3]?.split(' ')[1]).toBe(
    verdict
  );
});
