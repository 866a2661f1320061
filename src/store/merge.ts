// What becomes of a stored run or head when a page writes it again. Pure; the rules make every write repeatable.
import { isFinal, type Execution, type Gap, type Run } from '../model';
import { without, type StoredRun } from './records';

/** A head after a merge. */
export type MergedHead = {
  readonly head: Execution;
  /** True when the source and outputs that came with the incoming head are to be stored. */
  readonly takesPayload: boolean;
};

/** Later stages win; a stage that was seen wins over `lost`. */
function stageOf({ status }: Execution): number {
  const stages = { queued: 0, running: 1, lost: 2 } as const;
  return status in stages ? stages[status as keyof typeof stages] : 3;
}

/** Two pages may write the same execution in any order, each any number of times; what either saw is kept. */
export function mergeHead(
  stored: Execution | undefined,
  incoming: Execution
): MergedHead {
  if (stored === undefined) {
    return { head: { ...incoming, sequence: null }, takesPayload: true };
  }
  const isLater = stageOf(incoming) >= stageOf(stored);
  const [main, other] = isLater ? [incoming, stored] : [stored, incoming];
  const hasSource = !main.gaps.includes('source-unknown');
  const hasOutputs = !(
    isFinal(stored.status) &&
    main.gaps.includes('outputs-partial') &&
    other.outputsHash !== null &&
    !other.gaps.includes('outputs-partial')
  );
  const sourced = hasSource ? main : other;
  const showing = hasOutputs ? main : other;
  return {
    head: {
      ...main,
      sequence: stored.sequence,
      cellId: main.cellId ?? other.cellId,
      cellIndex: main.cellIndex ?? other.cellIndex,
      documentHash: main.documentHash ?? other.documentHash,
      executionCount: main.executionCount ?? other.executionCount,
      submittedAt: main.submittedAt ?? other.submittedAt,
      startedAt: main.startedAt ?? other.startedAt,
      finishedAt: main.finishedAt ?? other.finishedAt,
      error: main.error ?? other.error,
      report: main.report ?? other.report,
      sourceHash: sourced.sourceHash,
      firstLine: sourced.firstLine,
      outputsHash: showing.outputsHash,
      stableHash: showing.stableHash,
      ...(showing.tells && { tells: showing.tells }),
      outputCount: showing.outputCount,
      outputBytes: showing.outputBytes,
      gaps: [
        ...showing.gaps.filter(gap => gap !== 'source-unknown'),
        ...sourced.gaps.filter(gap => gap === 'source-unknown')
      ]
    },
    takesPayload: showing === incoming
  };
}

/** What an execution adds to its run's totals. */
export function shareOf(head: Execution | undefined): {
  readonly executionCount: number;
  readonly failureCount: number;
  readonly busyMs: number;
  readonly maskedCount: number;
} {
  if (head === undefined || head.sequence === null) {
    return { executionCount: 0, failureCount: 0, busyMs: 0, maskedCount: 0 };
  }
  const duration =
    Date.parse(head.finishedAt ?? '') - Date.parse(head.startedAt ?? '');
  return {
    executionCount: 1,
    failureCount: head.status === 'error' ? 1 : 0,
    busyMs: duration > 0 ? duration : 0,
    maskedCount: head.maskedCount ?? 0
  };
}

/**
 * A recorder's view of a run put over what is stored. The number, the path, the pin and the totals are the store's; a
 * closed run stays closed, though one that ended unseen learns how.
 */
export function mergeRun(stored: StoredRun, incoming: Run): StoredRun {
  const isKnownEnd = stored.end !== null && stored.end !== 'unseen';
  const ending = isKnownEnd || incoming.end === null ? stored : incoming;
  return {
    ...without(stored, ['openKernelId']),
    ...(ending.end === null ? { openKernelId: stored.kernel.kernelId } : {}),
    kernel: {
      ...stored.kernel,
      processId: stored.kernel.processId || incoming.kernel.processId
    },
    changedAt: incoming.changedAt,
    closedAt: ending.closedAt,
    end: ending.end,
    environmentId: incoming.environmentId ?? stored.environmentId,
    gaps: mergeGaps(stored.gaps, incoming.gaps)
  };
}

/** One gap per cause: the newer sentence of a kind replaces the older one. */
function mergeGaps(
  stored: readonly Gap[],
  incoming: readonly Gap[]
): readonly Gap[] {
  const kinds = new Set(incoming.map(gap => gap.kind));
  return [...stored.filter(gap => !kinds.has(gap.kind)), ...incoming];
}
