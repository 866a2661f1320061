// Runs and executions become one flat list with the places that a tree view reads out.
import { asCellId, type Execution, type Run } from '../../model';
import { aRun, anExecution } from '../../testing/executions';
import { NO_FILTER } from '../runs/filter';
import { buildRows, placeOf, type RowsInput } from '../runs/rows';

const cells = new Map([
  [asCellId('a'), 0],
  [asCellId('b'), 4]
]);

function input(
  runs: readonly Run[],
  executions: readonly Execution[],
  parts: Partial<RowsInput> = {}
): RowsInput {
  return {
    runs,
    hasOlder: false,
    executions: new Map(
      runs.map(({ runId }) => [
        runId,
        executions.filter(execution => execution.runId === runId)
      ])
    ),
    cells,
    expandedRuns: new Set(runs.map(run => run.runId)),
    openExecutions: new Set(),
    filter: NO_FILTER,
    currentRunId: null,
    flagCount: 0,
    flags: new Map(),
    proofOf: () => null,
    placeLabel: place =>
      place.kind === 'present' ? `cell ${place.index + 1}` : place.kind,
    ...parts
  };
}

describe('rows', () => {
  const run = aRun('r');
  const [first, second] = [
    anExecution('r', '1'),
    anExecution('r', '2', { cellId: 'b', firstLine: 'print(total)' })
  ];

  it('puts executions below their run, with their place among siblings', () => {
    const rows = buildRows(input([run], [first, second]));
    expect(
      rows.map(row => [row.kind, row.level, row.position, row.setSize])
    ).toEqual([
      ['run', 1, 1, 1],
      ['execution', 2, 1, 2],
      ['execution', 2, 2, 2]
    ]);
    expect(rows[1]?.parentKey).toBe(rows[0]?.key);
  });

  it('puts the detail of an open execution right below it', () => {
    const rows = buildRows(
      input([run], [first, second], {
        openExecutions: new Set([first.executionId])
      })
    );
    expect(rows.map(row => row.kind)).toEqual([
      'run',
      'execution',
      'detail',
      'execution'
    ]);
    expect(rows[2]?.parentKey).toBe(rows[1]?.key);
  });

  it('shows folded runs alone', () => {
    const rows = buildRows(input([run], [first], { expandedRuns: new Set() }));
    expect(rows.map(row => row.kind)).toEqual(['run']);
  });

  it('says of an expanded run whether it is being read or empty', () => {
    const noteOf = (parts: Partial<RowsInput>): unknown =>
      buildRows(input([run], [], parts)).map(row =>
        row.kind === 'note' ? row.note : row.kind
      );
    expect(noteOf({ executions: new Map() })).toEqual(['run', 'loading']);
    expect(noteOf({})).toEqual(['run', 'no-executions']);
  });

  it('offers older runs as a last sibling', () => {
    const rows = buildRows(input([run], [], { hasOlder: true }));
    expect(rows.at(-1)).toMatchObject({ note: 'older', position: 2 });
    expect(rows[0]?.setSize).toBe(2);
  });

  it('leaves out runs in which nothing matches, and counts what is left', () => {
    const other = aRun('other');
    const rows = buildRows(
      input([other, run], [first, second, anExecution('other', '1')], {
        filter: { text: 'TOTAL print', status: 'all' }
      })
    );
    expect(rows.map(row => row.kind)).toEqual(['run', 'execution']);
    expect(rows[1]).toMatchObject({ position: 1, setSize: 1 });
  });

  it('keeps a run that is still being searched', () => {
    const rows = buildRows(
      input([run], [], {
        executions: new Map(),
        filter: { text: 'total', status: 'all' }
      })
    );
    expect(rows.map(row => row.kind)).toEqual(['run', 'note']);
  });

  it('counts flags at the current run only', () => {
    const other = aRun('other');
    const rows = buildRows(
      input([other, run], [], {
        currentRunId: run.runId,
        flagCount: 3,
        expandedRuns: new Set()
      })
    );
    expect(rows.map(row => row.kind === 'run' && row.flagCount)).toEqual([
      null,
      3
    ]);
  });

  it('tells present cells from deleted ones and from code of other clients', () => {
    const place = (cellId: string | null): unknown =>
      placeOf(anExecution('r', '1', { cellId, cellIndex: 7 }), cells);
    expect(place('b')).toEqual({ kind: 'present', index: 4 });
    expect(place('gone')).toEqual({ kind: 'deleted', index: 7 });
    expect(place(null)).toEqual({ kind: 'outside' });
  });
});
