import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const verdicts = (notebook: RunBuilder): readonly string[] =>
  forecast({ ...notebook.build(), analyse: analysePython }).cells.map(
    ({ cellId, verdict }) => `${cellId} ${verdict}`
  );

const setting = (word: string): string =>
  `from IPython.core.interactiveshell import InteractiveShell\nInteractiveShell.ast_node_interactivity = "${word}"`;

const stuck = {
  status: 'error',
  output: "ValueError: Interactivity was 'alll'"
} as const;

/** Cells below a setting that IPython does not know; what they use is bound by a cell that never ran. */
const shell = (): RunBuilder =>
  aNotebook()
    .cell('s', setting('alll'))
    .cell('a', 'x = 1')
    .cell('b', 'y = x + 1\ny')
    .cell('c', 'print(y)')
    .run('s');

describe('a shell that was told to show what it does not know', () => {
  it('runs nothing, and all cells end alike, in whatever order', () => {
    const notebook = shell()
      .run('c', null, stuck)
      .run('b', null, stuck)
      .run('b', null, stuck);
    expect(verdicts(notebook)).toEqual([
      ...['s same', 'a unrun', 'b same', 'c same']
    ]);
  });

  it('makes the same of a cell that was edited since', () => {
    const notebook = shell()
      .run('c', null, stuck)
      .run('b', null, stuck)
      .edit('c', 'print(y, z)');
    expect(verdicts(notebook)[3]).toBe('c same');
  });

  it('is well again where it is told otherwise', () => {
    const notebook = shell()
      .run('c', null, stuck)
      .run('b', null, stuck)
      .edit('s', setting('all'));
    expect(verdicts(notebook).slice(2)).toEqual(['b differs', 'c differs']);
  });

  it('ends what came out before', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'x')
      .cell('c', 'x + 1')
      .run('a')
      .run('b', null, { output: '1' })
      .run('a')
      .cell('s', setting('alll'), 0)
      .run('s')
      .run('c', null, stuck);
    expect(verdicts(notebook)).toEqual([
      ...['s same', 'a fails', 'b fails', 'c same']
    ]);
  });

  it('is none that shows all, or nothing', () => {
    const notebook = aNotebook()
      .cell('s', setting('none'))
      .cell('a', 'x = 1')
      .cell('b', 'print(x)')
      .run('s')
      .run('a')
      .run('s')
      .run('b', null, { output: '1' });
    expect(verdicts(notebook)).toEqual(['s same', 'a same', 'b same']);
  });
});
