// Parts that a cell has replaced: what it does to them from then on needs nothing of what they were.
import { analysePython } from '..';

/** The changes of a source: `!` behind those that need nothing of the former value. */
const changesOf = (source: string): string[] =>
  analysePython(source).updates.map(
    ({ name, path, isReplacement }) =>
      `${name}${path ?? ''}${isReplacement ? '!' : ''}`
  );

it.each([
  ['df["r"] = 0\ndf["r"] += 1', ['df["r"]!', 'df["r"]!']],
  ['d["x"] = []\nd["x"].append(1)', ['d["x"]!', 'd["x"]!']],
  [
    'df["r"] = 0\nfor i in range(3):\n    df["r"] += i',
    ['df["r"]!', 'df["r"]!']
  ],
  ['df["r"] = 0\ndf["s"] += 1', ['df["r"]!', 'df["s"]']],
  ['df["r"] += 1\ndf["r"] = 0', ['df["r"]', 'df["r"]!']],
  ['df["r"] = df["r"] * 2\ndf["r"] += 1', ['df["r"]', 'df["r"]']],
  ['if a:\n    df["r"] = 0\ndf["r"] += 1', ['df["r"]!', 'df["r"]']],
  [
    'for i in range(n):\n    df["r"] = 0\ndf["r"] += 1',
    ['df["r"]!', 'df["r"]']
  ],
  [
    'try:\n    df["r"] = 0\nexcept E:\n    pass\ndf["r"] += 1',
    ['df["r"]!', 'df["r"]']
  ],
  ['df["r"] = 0\ndf.sort_values("a", inplace=True)', ['df["r"]!', 'df']]
])('%j', (source, changes) => {
  expect(changesOf(source)).toEqual(changes);
});

it('a change of the whole needs nothing of them', () => {
  const { updates } = analysePython(
    'df["r"] = 0\ndf.insert(0, "s", 1)\ndf.other += 1'
  );
  expect(updates.map(({ replaced }) => replaced)).toEqual([
    undefined,
    ['["r"]'],
    undefined
  ]);
});
