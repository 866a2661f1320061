// Runs of experiment trackers that were active in the kernel.
import type { ExecutionId, TrackerRun } from '../model';
import type { SeenExecution } from './seen-execution';

/** One run of a tracker, with the execution that was the first to see it. */
export type SeenTracker = TrackerRun & { readonly executionId: ExecutionId };

/** Each once, in order of the run. */
export function trackersOf(
  executions: readonly SeenExecution[]
): readonly SeenTracker[] {
  const found = new Map<string, SeenTracker>();
  for (const { execution } of executions) {
    const { executionId, report } = execution;
    for (const { id, tracker } of report?.trackers ?? []) {
      const key = `${tracker} ${id}`;
      found.set(key, found.get(key) ?? { tracker, id, executionId });
    }
  }
  return [...found.values()];
}
