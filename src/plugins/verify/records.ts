// What is recorded of the cells that are replayed.
import type { CellId, Execution, ExecutionId, Run } from '../../model';
import type { Recorded } from '../../replay';
import type { IRunStore } from '../../tokens';
import { payloadsOf } from '../export/payloads';

/** The last execution of each cell over these runs, newest run first. */
export async function lastExecutions(
  store: IRunStore,
  runs: readonly Run[]
): Promise<ReadonlyMap<CellId, Execution>> {
  const last = new Map<CellId, Execution>();
  for (const { runId } of [...runs].reverse()) {
    for (const execution of await store.executions(runId)) {
      if (execution.cellId !== null) {
        last.set(execution.cellId, execution);
      }
    }
  }
  return last;
}

/** What was recorded of steps; null outputs for what was not seen whole. */
export async function recordsOf(
  store: IRunStore,
  executions: readonly Execution[],
  steps: readonly { readonly executionId: ExecutionId }[]
): Promise<ReadonlyMap<ExecutionId, Recorded>> {
  const heads = new Map(executions.map(each => [each.executionId, each]));
  const records = new Map<ExecutionId, Recorded>();
  const ids = steps.map(({ executionId }) => executionId);
  for (const [executionId, payload] of await payloadsOf(ids, store)) {
    const head = heads.get(executionId);
    const { omissions, outputs } = payload;
    // Of outputs that were not all seen, nobody can say that they came out again.
    const isWhole = !head?.gaps.some(
      gap => gap === 'outputs-partial' || gap === 'payload-lost'
    );
    records.set(executionId, {
      executionId,
      outputs: isWhole ? outputs : null,
      omissions,
      recordedAt: head?.finishedAt ?? null,
      recordedMs: head ? durationOf(head) : null,
      hasFailed: head?.status === 'error' || head?.status === 'interrupted'
    });
  }
  return records;
}

/** In milliseconds; null when start or end was not seen. */
export function durationOf({
  finishedAt,
  startedAt
}: Execution): number | null {
  return finishedAt !== null && startedAt !== null
    ? Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))
    : null;
}
