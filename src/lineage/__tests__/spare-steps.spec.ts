// Slices from which steps are taken out that their target does not need.
import { dryRuns } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { sliceOfLast } from './slices';

/** Cells of the slice of the last execution. */
const sliced = (notebook: RunBuilder): (string | null)[] =>
  sliceOfLast(notebook, dryRuns).steps.map(({ cellId }) => cellId);

const base = (): RunBuilder =>
  aNotebook().cell('a', 'xs = [3, 1]').cell('b', 'xs.sort()').run('a').run('b');

describe('steps of a slice', () => {
  it('go when the target shows the same without them', () => {
    const notebook = base()
      .cell('c', 'len(xs)')
      .run('c', null, { output: '2' });
    expect(sliced(notebook)).toEqual(['a', 'c']);
  });

  it('stay when it does not', () => {
    const notebook = base().cell('c', 'xs[0]').run('c', null, { output: '1' });
    expect(sliced(notebook)).toEqual(['a', 'b', 'c']);
  });

  it('stay when what it shows hangs on more than constants', () => {
    const notebook = base()
      .cell('c', 'import tool\ntool.work(xs), len(xs)')
      .run('c', null, { output: '(None, 2)' });
    expect(sliced(notebook)).toEqual(['a', 'b', 'c']);
  });

  it('stay when a record speaks against what was worked out', () => {
    const notebook = base()
      .cell('c', 'len(xs)')
      .run('c', null, { output: '2' })
      .run('c', null, { output: '3' });
    expect(sliced(notebook)).toEqual(['a', 'b', 'c']);
  });

  it('go when they only set another column of a frame', () => {
    const frame = { report: { types: { df: 'pandas.DataFrame' } } };
    const notebook = aNotebook()
      .cell('a', 'import pandas as pd\ndf = pd.read_csv("a.csv")')
      .cell('b', 'df["n"] = 1')
      .cell('c', 'print(df["m"])')
      .run('a', null, frame)
      .run('b', null, frame)
      .run('c', null, { ...frame, output: '1' });
    expect(sliced(notebook)).toEqual(['a', 'c']);
  });
});
