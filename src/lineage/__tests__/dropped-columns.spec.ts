// Columns that are dropped of a frame of which nobody tells the others: it hangs on them how the rest is called, and whether they are there.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** The verdict of code behind a cell that dropped a column, and was edited since. */
const afterEdit = (ran: string, present: string, source: string): string =>
  told(
    aNotebook()
      .cell('a', 'import pandas as pd\ndf = pd.read_csv("a.csv")')
      .cell('b', ran)
      .cell('c', source)
      .run('a')
      .run('b')
      .run('c', null, { output: 'shown' })
      .edit('b', present)
  )[2]?.split(' ')[1] ?? '';

const DROPS: readonly (readonly [string, string])[] = [
  ['df = df.drop(columns=["a"])', 'df = df.drop(columns=["b"])'],
  ['df.drop("a", axis=1, inplace=True)', 'df.drop("b", axis=1, inplace=True)'],
  ['del df["a"]', 'del df["b"]'],
  ['df.pop("a")', 'df.pop("b")'],
  ['df = df.drop(columns=["a"])', 'df = df.drop(columns=["a", "b"])']
];

describe.each(DROPS)('%j, then %j', (ran, present) => {
  it.each(['df.columns', 'list(df)', 'df["b"]', 'df'])(
    'counts for %j',
    source => {
      expect(afterEdit(ran, present, source)).toBe('differs');
    }
  );

  it.each(['df["c"]', 'df.c.mean()', 'len(df)', 'df.index'])(
    'does not count for %j',
    source => {
      expect(afterEdit(ran, present, source)).toBe('same');
    }
  );
});

it('does not count in which order they are dropped', () => {
  const [one, other] = [
    'df = df.drop(columns=["a", "b"])',
    'df = df.drop(columns=["b", "a"])'
  ];
  expect(afterEdit(one, other, 'df.columns')).toBe('same');
});
