// Reads back what was recorded of a run.
import type { Run } from '../model';
import type { StoredExecution } from '../recording';
import type { IRunStore } from '../tokens';

/** What an earlier page stored of a run, with the outputs of what was running. */
export async function readStored(
  store: IRunStore,
  run: Run
): Promise<readonly StoredExecution[]> {
  const heads = await store.executions(run.runId);
  return Promise.all(
    heads.map(async head => ({
      head,
      outputs:
        head.status === 'running'
          ? (await store.payload(head.executionId)).outputs
          : null
    }))
  );
}
