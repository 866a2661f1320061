// A saved notebook as a recording: its counts tell in which order its cells last ran.
import { languageOf } from '../languages';
import {
  executionIdOf,
  type ExecutionId,
  type Gap,
  type Output,
  type PresentCell,
  type RunHistory
} from '../model';
import {
  assumedBefore,
  hasFailed,
  SAVED_RUN,
  type Counted
} from './assumed-runs';
import type { NotebookCell, NotebookFile } from './notebook-file';
import type { Recording } from './recording';
import { runHistoryOf, type ReportedExecution } from './run-history';

/** Counts that are missing stand for code that ran and that nobody can see any more. */
const UNSEEN: Gap = {
  kind: 'joined-late',
  detail:
    'Only the last execution of each cell is known, and some are missing.',
  at: ''
};

/** Nobody runs as many cells; some kernels write other numbers in place of counts. */
const HIGHEST_COUNT = 100_000;

/** What can be seen from the saved counts, sources and outputs: one run, of the cells that show a count. */
export function fromNotebook(file: NotebookFile, path: string): Recording {
  const counted = inOrder(file);
  const counts = counted.map(({ count }) => count);
  const counting = countingIn(file, counts);
  const assumed = counting === 'first' ? assumedBefore(counted, file) : null;
  const isAssumed = Boolean(assumed?.imports ?? assumed?.values.length);
  const cells = executionsOf(counted, isAssumed ? 'none' : counting);
  const shown = new Map(
    counted.map(({ cell }, index) => [cell, cells[index]?.executionCount])
  );
  const runOf = (executions: readonly ReportedExecution[]): RunHistory[] => [
    runHistoryOf({
      runId: SAVED_RUN,
      number: 1,
      notebookPath: path,
      kernelName: file.kernelName,
      language: file.language,
      startedAt: null,
      isOver: false,
      gaps: counting === 'first' ? [UNSEEN] : [],
      environment: null,
      executions
    })
  ];
  const imports = assumed?.imports ? [assumed.imports] : [];
  const values = assumed?.values ?? [];
  return {
    path,
    language: file.language,
    document: file.cells.map(cell =>
      presentCell(
        cell,
        (areOrdinary(counts) ? shown.get(cell) : null) ?? cell.executionCount
      )
    ),
    runs: runOf(firstCounted([...imports, ...cells], isAssumed)),
    judged: {
      runs: runOf(firstCounted([...values, ...imports, ...cells], isAssumed)),
      added: new Set(values.map(({ executionId }) => executionId))
    },
    lost: new Set(),
    outputs: new Map<ExecutionId, readonly Output[]>(
      cells.map(({ executionId, outputs }) => [executionId, outputs ?? []])
    ),
    notes: [...notesOn(counts), ...(assumed?.notes ?? [])]
  };
}

/** The kernel's first execution is among what is assumed. */
function firstCounted(
  executions: readonly ReportedExecution[],
  isAssumed: boolean
): ReportedExecution[] {
  return executions.map((one, index) =>
    isAssumed && index === 0 ? { ...one, executionCount: 1 } : one
  );
}

/** The cells that show a count in the order in which they ran; in the document's where counts do not tell. */
function inOrder({ cells }: NotebookFile): Counted[] {
  const counted = cells.flatMap((cell, index): Counted[] =>
    cell.executionCount === null
      ? []
      : [{ cell, index, count: cell.executionCount }]
  );
  return areOrdinary(counted.map(({ count }) => count))
    ? counted.sort((a, b) => a.count - b.count || a.index - b.index)
    : counted;
}

function areOrdinary(counts: readonly number[]): boolean {
  return counts.every(count => count <= HIGHEST_COUNT);
}

/**
 * Which executions are given a count. `all`: none is missing, or the counts are no counts, and then none agrees with its
 * cell. `first` and `none`: some are missing; a jump would say that unseen code ran there, which is nearly always the cell
 * itself, before, and all would be unknown. The kernel's first execution was seen to be missing where `first` is given.
 */
type Counting = 'all' | 'first' | 'none';

function countingIn(
  { language }: NotebookFile,
  counts: readonly number[]
): Counting {
  const isWhole = counts.every((count, index) => count === index + 1);
  if (isWhole || !areOrdinary(counts)) {
    return 'all';
  }
  // Where nothing reads the language the order of runs is all there is.
  return languageOf(language)?.analyse ? 'first' : 'none';
}

function executionsOf(
  counted: readonly Counted[],
  counting: Counting
): ReportedExecution[] {
  const counts = counted.map(({ count }) => count);
  const tellApart =
    areOrdinary(counts) &&
    counts.every((count, index) => count > (counts[index - 1] ?? 0));
  return counted.map((one, index) => {
    const sequence = tellApart ? one.count : index + 1;
    const hasCount =
      counting === 'all' || (counting === 'first' && index === 0);
    return executionFrom(one, {
      sequence,
      executionCount: hasCount ? index + 1 : null
    });
  });
}

function executionFrom(
  { cell, index }: Counted,
  order: { readonly sequence: number; readonly executionCount: number | null }
): ReportedExecution {
  return {
    executionId: executionIdOf(SAVED_RUN, String(order.sequence)),
    ...order,
    cellId: cell.cellId,
    cellIndex: index,
    source: cell.source,
    status: hasFailed(cell) ? 'error' : 'ok',
    startedAt: null,
    finishedAt: null,
    outputs: cell.outputs,
    outputsHash: null,
    arePartial: false,
    report: null
  };
}

function presentCell(
  cell: NotebookCell,
  executionCount: number | null
): PresentCell {
  const { cellId, type, source, outputs, mayRaise } = cell;
  return {
    cellId,
    type,
    source,
    executionCount,
    hasOutputs: outputs.length > 0,
    mayRaise
  };
}

/** What the counts, in rising order, leave open. */
function notesOn(counts: readonly number[]): string[] {
  const unique = new Set(counts);
  if (!areOrdinary(counts)) {
    return [
      'The saved counts are no counts: in which order the cells ran is not known.'
    ];
  }
  const unseen = (counts[counts.length - 1] ?? 0) - unique.size;
  const notes: string[] = [];
  if (unseen > 0) {
    notes.push(
      `${unseen} ${unseen === 1 ? 'execution is' : 'executions are'} missing from the saved counts: cells that ran again or are gone.`
    );
  }
  if (unique.size < counts.length) {
    notes.push(
      'Some counts appear twice: the cells ran in more than one kernel session, and their order is a guess.'
    );
  }
  return notes;
}
