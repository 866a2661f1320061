// An execution that ran while nobody listened, as far as the kernel tells of it afterwards.
import type { MissedExecution } from './events';
import type { ExecutionFold } from './execution-fold';

/** Fills a record with what is known of it. */
export function fillMissed(
  fold: ExecutionFold,
  missed: MissedExecution,
  at: string
): void {
  const { msgId, code, executionCount, place, report } = missed;
  if (report !== null) {
    const isOk = true;
    fold.apply({
      kind: 'reported',
      msgId,
      at,
      report,
      isOk,
      executionCount,
      place
    });
  }
  if (fold.isOpen) {
    fold.markMissed({ executionCount, place });
  }
  if (code !== null) {
    fold.addSource(code);
  }
}
