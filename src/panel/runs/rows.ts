// Runs and executions as one flat list of rows, in the order and with the places that a tree view needs.
import type { Verdict } from '../../lineage';
import type { CellId, Execution, ExecutionId, Run, RunId } from '../../model';
import type { NotebookProof } from '../../tokens';
import {
  isEmptyFilter,
  matches,
  type ExecutionFilter,
  type StatusFilter
} from './filter';

/** Where the code of an execution stands now. Positions count from 0, among all cells. */
export type CellPlace =
  | { readonly kind: 'present'; readonly index: number }
  | { readonly kind: 'deleted'; readonly index: number | null }
  | { readonly kind: 'outside' };

/** What a row's flag says; null for no flag. */
export type Flag = Extract<Verdict, 'differs' | 'fails' | 'random'> | null;

type TreeItem = {
  /** Stable over updates. */
  readonly key: string;
  /** Key of the row that it belongs to; null for the top level. */
  readonly parentKey: string | null;
  readonly level: 1 | 2 | 3;
  /** Place among its siblings, from 1. */
  readonly position: number;
  readonly setSize: number;
};

export type RunRow = TreeItem & {
  readonly kind: 'run';
  readonly run: Run;
  readonly isExpanded: boolean;
  /** Findings of the notebook as it stands; null for runs that the forecast does not speak about. */
  readonly flagCount: number | null;
  /** What the last replay of it came to; null when there was none. */
  readonly proof: NotebookProof | null;
};

export type ExecutionRow = TreeItem & {
  readonly kind: 'execution';
  readonly execution: Execution;
  readonly place: CellPlace;
  readonly isExpanded: boolean;
  readonly flag: Flag;
};

export type DetailRow = TreeItem & {
  readonly kind: 'detail';
  readonly execution: Execution;
  readonly place: CellPlace;
};

/** A row that says something in place of others. */
export type NoteRow = TreeItem & {
  readonly kind: 'note';
  readonly note: 'loading' | 'no-executions' | 'older';
};

export type Row = RunRow | ExecutionRow | DetailRow | NoteRow;

export type RowsInput = {
  /** Newest first. */
  readonly runs: readonly Run[];
  readonly hasOlder: boolean;
  /** Executions of the runs that were read. */
  readonly executions: ReadonlyMap<RunId, readonly Execution[]>;
  readonly cells: ReadonlyMap<CellId, number>;
  readonly expandedRuns: ReadonlySet<RunId>;
  readonly openExecutions: ReadonlySet<ExecutionId>;
  readonly filter: ExecutionFilter;
  /** The run that the forecast speaks about. */
  readonly currentRunId: RunId | null;
  readonly flagCount: number;
  readonly flags: ReadonlyMap<ExecutionId, Flag>;
  /** The last proof of a run; null when there is none. */
  readonly proofOf: (runId: RunId) => NotebookProof | null;
  /** How the list calls a place, for searching. */
  readonly placeLabel: (place: CellPlace) => string;
};

const runKey = (runId: RunId): string => `run:${runId}`;
export const executionKey = (executionId: ExecutionId): string =>
  `execution:${executionId}`;
const detailKey = (executionId: ExecutionId): string => `detail:${executionId}`;
const OLDER_KEY = 'older';

/** The flag of an execution whose output has this verdict. */
export function flagOf(verdict: Verdict): Flag {
  return verdict === 'differs' || verdict === 'fails' || verdict === 'random'
    ? verdict
    : null;
}

/** Where an execution's cell is now. */
export function placeOf(
  execution: Execution,
  cells: ReadonlyMap<CellId, number>
): CellPlace {
  if (execution.cellId === null) {
    return { kind: 'outside' };
  }
  const index = cells.get(execution.cellId);
  return index === undefined
    ? { kind: 'deleted', index: execution.cellIndex }
    : { kind: 'present', index };
}

/** All rows that are open, top to bottom. */
export function buildRows(input: RowsInput): readonly Row[] {
  const isFiltering = !isEmptyFilter(input.filter);
  const shown = input.runs
    .map(run => ({ run, executions: matching(input, run) }))
    .filter(({ executions }) => !isFiltering || executions?.length !== 0);
  const setSize = shown.length + (input.hasOlder ? 1 : 0);
  const rows: Row[] = [];
  shown.forEach(({ run, executions }, index) => {
    const isExpanded = input.expandedRuns.has(run.runId);
    rows.push({
      kind: 'run',
      key: runKey(run.runId),
      parentKey: null,
      level: 1,
      position: index + 1,
      setSize,
      run,
      isExpanded,
      flagCount: run.runId === input.currentRunId ? input.flagCount : null,
      proof: input.proofOf(run.runId)
    });
    if (isExpanded) {
      pushExecutions(rows, input, run.runId, executions);
    }
  });
  if (input.hasOlder) {
    rows.push(note(OLDER_KEY, null, 'older', setSize));
  }
  return rows;
}

/** True when the filter needs executions of every run, not of the expanded ones only. */
export function readsAllRuns(filter: ExecutionFilter): boolean {
  return !isEmptyFilter(filter);
}

/** The states that the status filter offers, in order. */
export const STATUS_FILTERS: readonly StatusFilter[] = [
  'all',
  'failed',
  'unfinished',
  'flagged',
  'deleted',
  'outside'
];

function matching(input: RowsInput, run: Run): readonly Execution[] | null {
  const executions = input.executions.get(run.runId);
  if (!executions) {
    return null;
  }
  if (isEmptyFilter(input.filter)) {
    return executions;
  }
  return executions.filter(execution => {
    const place = placeOf(execution, input.cells);
    return matches(input.filter, execution, {
      cellLabel: input.placeLabel(place),
      isDeleted: place.kind === 'deleted',
      isFlagged: (input.flags.get(execution.executionId) ?? null) !== null
    });
  });
}

function pushExecutions(
  rows: Row[],
  input: RowsInput,
  runId: RunId,
  executions: readonly Execution[] | null
): void {
  const parentKey = runKey(runId);
  if (!executions || executions.length === 0) {
    const kind = executions ? 'no-executions' : 'loading';
    rows.push(note(`note:${runId}`, parentKey, kind, 1));
    return;
  }
  executions.forEach((execution, index) => {
    const { executionId } = execution;
    const place = placeOf(execution, input.cells);
    const isExpanded = input.openExecutions.has(executionId);
    const key = executionKey(executionId);
    rows.push({
      kind: 'execution',
      key,
      parentKey,
      level: 2,
      position: index + 1,
      setSize: executions.length,
      execution,
      place,
      isExpanded,
      flag: input.flags.get(executionId) ?? null
    });
    if (isExpanded) {
      rows.push({
        kind: 'detail',
        key: detailKey(executionId),
        parentKey: key,
        level: 3,
        position: 1,
        setSize: 1,
        execution,
        place
      });
    }
  });
}

function note(
  key: string,
  parentKey: string | null,
  kind: NoteRow['note'],
  setSize: number
): NoteRow {
  return {
    kind: 'note',
    key,
    parentKey,
    level: parentKey === null ? 1 : 2,
    position: setSize,
    setSize,
    note: kind
  };
}
