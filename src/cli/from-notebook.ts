// A saved notebook as a recording: its counts tell in which order its cells last ran.
import {
  asRunId,
  executionIdOf,
  type ExecutionId,
  type Gap,
  type Output,
  type PresentCell
} from '../model';
import type { NotebookCell, NotebookFile } from './notebook-file';
import type { Recording } from './recording';
import { runHistoryOf, type ReportedExecution } from './run-history';

const RUN = asRunId('saved');

/** Counts that are missing stand for code that ran and that nobody can see any more. */
const UNSEEN: Gap = {
  kind: 'joined-late',
  detail:
    'Only the last execution of each cell is known, and some are missing.',
  at: ''
};

/** Nobody runs as many cells; some kernels write other numbers in place of counts. */
const HIGHEST_COUNT = 100_000;

/** A cell that shows a count, with its place. */
type Counted = {
  readonly cell: NotebookCell;
  readonly index: number;
  readonly count: number;
};

/** What can be seen from the saved counts, sources and outputs: one run, of the cells that show a count. */
export function fromNotebook(file: NotebookFile, path: string): Recording {
  const counted = file.cells
    .flatMap((cell, index): Counted[] =>
      cell.executionCount === null
        ? []
        : [{ cell, index, count: cell.executionCount }]
    )
    .sort((a, b) => a.count - b.count || a.index - b.index);
  const counts = counted.map(({ count }) => count);
  const isWhole = counts.every((count, index) => count === index + 1);
  const areUnique = new Set(counts).size === counts.length;
  const executions = counted.map((one, index) =>
    executionFrom(one, {
      sequence: areUnique && one.count > 0 ? one.count : index + 1,
      executionCount: isWhole ? one.count : shownCount(index)
    })
  );
  const countIn = new Map(
    counted.map(({ cell }, index) => [cell, executions[index]?.executionCount])
  );
  return {
    path,
    language: file.language,
    document: file.cells.map(cell =>
      presentCell(cell, countIn.get(cell) ?? cell.executionCount)
    ),
    runs: [
      runHistoryOf({
        runId: RUN,
        number: 1,
        notebookPath: path,
        kernelName: file.kernelName,
        language: file.language,
        startedAt: null,
        isOver: false,
        gaps: isWhole ? [] : [UNSEEN],
        environment: null,
        executions
      })
    ],
    outputs: new Map<ExecutionId, readonly Output[]>(
      executions.map(({ executionId, outputs }) => [executionId, outputs ?? []])
    ),
    notes: notesOn(counts)
  };
}

function executionFrom(
  { cell, index }: Counted,
  order: { readonly sequence: number; readonly executionCount: number | null }
): ReportedExecution {
  const hasFailed = cell.outputs.some(output => output.output_type === 'error');
  return {
    executionId: executionIdOf(RUN, String(order.sequence)),
    ...order,
    cellId: cell.cellId,
    cellIndex: index,
    source: cell.source,
    status: hasFailed ? 'error' : 'ok',
    startedAt: null,
    finishedAt: null,
    outputs: cell.outputs,
    outputsHash: null,
    report: null
  };
}

/**
 * Counts where some are missing: a jump would say that unseen code ran there, which is nearly always the cell itself, before;
 * all would be unknown. So the first cell counts as the kernel's first, and the others tell their order alone.
 */
function shownCount(order: number): number | null {
  return order === 0 ? 1 : null;
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
  if ((counts[counts.length - 1] ?? 0) > HIGHEST_COUNT) {
    return [
      'The saved counts are no ordinary ones; the order of runs is a guess.'
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
