// The keys of the tree pattern lead where the pattern says.
import { asCellId } from '../../model';
import { aRun, anExecution } from '../../testing/executions';
import { NO_FILTER } from '../runs/filter';
import { moveFor, successorKey } from '../runs/navigation';
import { buildRows, executionKey, type Row } from '../runs/rows';

const run = aRun('r');
const execution = anExecution('r', '1');
const last = anExecution('r', '2');
const rows = buildRows({
  runs: [run],
  hasOlder: false,
  executions: new Map([[run.runId, [execution, last]]]),
  cells: new Map([[asCellId('a'), 0]]),
  expandedRuns: new Set([run.runId]),
  openExecutions: new Set([execution.executionId]),
  filter: NO_FILTER,
  currentRunId: null,
  flagCount: 0,
  flags: new Map(),
  proofOf: () => null,
  placeLabel: () => ''
});
const [runRow, executionRow, detailRow, lastRow] = rows as [Row, Row, Row, Row];

const press = (key: string, row: Row): string | null => {
  const move = moveFor(key, rows, row.key);
  return move && (move.kind === 'focus' ? move.key : `${move.kind}s`);
};

it('moves up and down over everything that is open, and stops at the ends', () => {
  expect(press('ArrowDown', runRow)).toBe(executionRow.key);
  expect(press('ArrowDown', executionRow)).toBe(detailRow.key);
  expect(press('ArrowUp', lastRow)).toBe(detailRow.key);
  expect(press('ArrowUp', runRow)).toBeNull();
  expect(press('ArrowDown', lastRow)).toBeNull();
});

it('goes to the ends', () => {
  expect(press('Home', lastRow)).toBe(runRow.key);
  expect(press('End', runRow)).toBe(lastRow.key);
});

it('opens with right, then goes in', () => {
  expect(press('ArrowRight', lastRow)).toBe('toggles');
  expect(press('ArrowRight', executionRow)).toBe(detailRow.key);
  expect(press('ArrowRight', detailRow)).toBeNull();
});

it('folds with left, then goes out', () => {
  expect(press('ArrowLeft', executionRow)).toBe('toggles');
  expect(press('ArrowLeft', detailRow)).toBe(executionRow.key);
  expect(press('ArrowLeft', lastRow)).toBe(runRow.key);
});

it('opens, folds and enters with Enter and Space', () => {
  expect(press('Enter', executionRow)).toBe('toggles');
  expect(press(' ', runRow)).toBe('toggles');
  expect(press('Enter', detailRow)).toBe('enters');
});

it('leaves a detail with Escape, and lets Escape pass elsewhere', () => {
  expect(press('Escape', detailRow)).toBe(executionRow.key);
  expect(press('Escape', runRow)).toBeNull();
});

it('leaves other keys alone', () => {
  expect(press('a', runRow)).toBeNull();
  expect(
    moveFor('ArrowDown', rows, executionKey(run.runId as never))
  ).toBeNull();
});

it('hands the focus to the row in the place of one that went away', () => {
  expect(successorKey(rows, 1)).toBe(executionRow.key);
  expect(successorKey(rows, 99)).toBe(lastRow.key);
  expect(successorKey([], 3)).toBeNull();
});
