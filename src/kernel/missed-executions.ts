// Which executions ended while this page was not listening, from what the kernel still knows.
import type { MissedExecution, RunFold } from '../recording';

/**
 * In the order in which they ran: those that the probe remembers, those that an earlier page left open and nobody heard
 * of, and those of which only the kernel's count tells.
 */
export function missedExecutions(
  fold: RunFold,
  told: {
    /** How many executions the kernel has seen; null when it does not say. */
    readonly count: number | null;
    readonly reports: readonly MissedExecution[];
  }
): readonly MissedExecution[] {
  const counts = fold.counts;
  const reported = told.reports.filter(report => {
    const known = fold.find(report.msgId);
    return known === undefined
      ? !counts.has(report.executionCount ?? -1)
      : known.isUnheard;
  });
  const reportedIds = new Set(reported.map(report => report.msgId));
  const unheard = fold.open
    .filter(one => one.isUnheard && !reportedIds.has(one.msgId))
    .map(one => bare(one.msgId, one.executionCount));
  const reportedCounts = new Set(reported.map(one => one.executionCount));
  const counted: MissedExecution[] = [];
  for (let count = 1; count <= (told.count ?? 0); count++) {
    if (!counts.has(count) && !reportedCounts.has(count)) {
      counted.push(bare(`history-${count}`, count));
    }
  }
  // A queue of which nothing is remembered accounts for as many of the counts.
  const others = counted.slice(0, Math.max(0, counted.length - unheard.length));
  return [...reported, ...unheard, ...others].sort(
    (a, b) => (a.executionCount ?? 0) - (b.executionCount ?? 0)
  );
}

/** What a gap says about executions that were missed. */
export function missedSentence(missed: {
  readonly count: number;
  /** False when the run does not hold all of them. */
  readonly isListed: boolean;
}): string {
  const number =
    missed.count === 1 ? 'One execution' : `${missed.count} executions`;
  const more = missed.isListed ? '' : ' Not all of them are listed.';
  return `${number} ended while no page was listening.${more}`;
}

function bare(msgId: string, executionCount: number | null): MissedExecution {
  return { msgId, executionCount, code: null, place: null, report: null };
}
