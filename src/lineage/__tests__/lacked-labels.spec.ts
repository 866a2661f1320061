// Cells that stop for want of a column: a fresh run stops there where its frame lacks the column, too, and goes on where it has it.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const READ = 'import pandas as pd\ndf = pd.read_csv("a.csv")';

/** What is told of a cell that asks in vain, and of one that needs what it makes, behind a cell which ran after them. */
function judged(asking: string, between: string, label = 'bb'): string[] {
  const error = (evalue: string): object => ({
    status: 'error' as const,
    output: evalue,
    tells: { failedLine: 1 },
    report: { bound: [] }
  });
  const notebook = aNotebook()
    .cell('a', READ)
    .cell('b', between)
    .cell('c', asking)
    .cell('d', 'w.plot()')
    .run('a', null, { report: { bound: ['pd', 'df'] } })
    .run('c', null, error(`KeyError: '${label}'`))
    .run('d', null, error("NameError: name 'w' is not defined"))
    .run('b', null, { report: { bound: ['df'], changed: ['df'] } });
  return told(notebook)
    .slice(2)
    .map(line => line.split(' ')[1] ?? '');
}

it.each([
  ['w = df.groupby("bb").sum()', 'df["c"] = df["a"] * 2'],
  ['w = df.groupby(["bb"])["a"].mean()\nw', 'df["c"] = df["a"] * 2'],
  ["w = df['bb'].mean()", 'df["c"] = 1'],
  ['w = df.sort_values(by="bb")', 'df["c"] = 1\ndf["d"] = 2'],
  ['w = df["bb"]', 'df = df.drop(columns=["c"])'],
  ['w = df["bb"]', 'df = df[["a", "c"]]']
])('%j lacks it in a frame after %j', (asking, between) => {
  expect(judged(asking, between)).toEqual(['same', 'same']);
});

it.each([
  ['w = df.groupby("bb").sum()', 'df["bb"] = df["a"] * 2'],
  ['w = df["bb"]', 'df = pd.read_csv("b.csv")'],
  ['w = df["bb"]', 'df = df.rename(columns={"b": "bb"})'],
  ['w = df.groupby("bb").sum()', 'df = df.rename_axis("bb")'],
  ['w = df["bb"] if df.shape[1] > 3 else 0', 'df["c"] = 1'],
  ['w = df["c"].mean() + df["bb"]', 'df["c"] = 1']
])('%j may find it in a frame after %j', (asking, between) => {
  expect(judged(asking, between)[0]).toBe('differs');
});
