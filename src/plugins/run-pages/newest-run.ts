// The run that a command means when it names none.
import type { RunId } from '../../model';
import type { IRunStore } from '../../tokens';

/** Newest runs among which one with executions is looked for. */
const RUNS = 10;

/** The newest run of a notebook in which something ran, else the newest one; null when there is none. */
export async function newestRun(
  store: IRunStore,
  notebookPath: string | undefined,
  serverRoot: string
): Promise<RunId | null> {
  if (notebookPath === undefined) {
    return null;
  }
  const runs = await store.list({
    notebookPath,
    ...(serverRoot === '' ? {} : { serverRoot }),
    limit: RUNS
  });
  const run = runs.find(each => each.executionCount > 0) ?? runs[0];
  return run?.runId ?? null;
}
