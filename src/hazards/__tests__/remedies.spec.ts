// A remedy that runs cells is offered only where it works in the kernel as it is.
import { analysePython } from '../../analysis';
import { forecast } from '../../lineage';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { findHazards, type Remedy } from '..';

function remedies(notebook: RunBuilder): Record<string, Remedy | null> {
  const found = findHazards(
    forecast({ ...notebook.build(), analyse: analysePython })
  );
  return Object.fromEntries(found.map(one => [one.rule, one.remedy]));
}

const chain = (): RunBuilder =>
  aNotebook()
    .cell('a', 'x = 1')
    .cell('b', 'y = 2')
    .cell('c', 'print(x, y)')
    .runAll();

describe('remedies', () => {
  it('run the stale cells where the kernel has what they need', () => {
    expect(remedies(chain().edit('a', 'x = 5'))['edited-cell']).toEqual({
      kind: 'run-cells',
      cellIds: ['a', 'c']
    });
  });

  it('restart where the cells ran in a kernel that is gone', () => {
    expect(
      remedies(chain().restart().edit('a', 'x = 5'))['edited-cell']
    ).toEqual({ kind: 'restart-and-run-to', cellId: 'c' });
  });

  it('run the cells in a new kernel that has got their inputs again', () => {
    const notebook = chain().restart().run('b').edit('a', 'x = 5');
    expect(remedies(notebook)['edited-cell']).toMatchObject({
      kind: 'run-cells'
    });
  });

  it('restart where running a cell again would change a value twice', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'x += 1')
      .cell('c', 'print(x)')
      .runAll()
      .edit('b', 'x += 2');
    expect(remedies(notebook)['edited-cell']).toEqual({
      kind: 'restart-and-run-to',
      cellId: 'c'
    });
  });

  it('take in what else is stale above', () => {
    const notebook = chain().edit('a', 'x = 5').edit('b', 'y = 6');
    const found = findHazards(
      forecast({ ...notebook.build(), analyse: analysePython })
    );
    expect(found.map(({ remedy }) => remedy)).toEqual([
      { kind: 'run-cells', cellIds: ['a', 'b', 'c'] },
      { kind: 'run-cells', cellIds: ['a', 'b', 'c'] }
    ]);
  });

  it('restart where an input is a value that the kernel holds no more', () => {
    const notebook = chain().run('b', 'y = 7').edit('a', 'x = 5');
    notebook.console('y = 0');
    expect(remedies(notebook)['edited-cell']).toEqual({
      kind: 'restart-and-run-to',
      cellId: 'c'
    });
  });

  it('restart where the kernel was shut down', () => {
    const notebook = chain().edit('a', 'x = 5').restart();
    const { runs, document } = notebook.build();
    const [finding] = findHazards(
      forecast({
        runs: runs.slice(0, 1),
        document,
        analyse: analysePython
      })
    );
    expect(finding?.remedy).toEqual({
      kind: 'restart-and-run-to',
      cellId: 'c'
    });
  });

  it('restart nothing where the fresh run would fail on its way', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 1')
      .cell('b', 'x += 1')
      .cell('c', 'print(x)')
      .cell('d', 'y = 1')
      .cell('e', 'print(y)')
      .runAll()
      .runs('b', 'c')
      .delete('d');
    expect(remedies(notebook)).toMatchObject({
      'repeated-update': { kind: 'restart-and-run-to', cellId: 'b' },
      'deleted-definition': { kind: 'restore-cell' }
    });
    const found = remedies(
      aNotebook()
        .cell('d', 'y = 1')
        .cell('e', 'print(y)')
        .cell('a', 'x = 1')
        .cell('b', 'x += 1')
        .cell('c', 'print(x)')
        .runAll()
        .runs('b', 'c')
        .delete('d')
    );
    expect(found['repeated-update']).toBeNull();
  });
});
