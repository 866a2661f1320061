// What the user wrote of the run before, which a new run of the notebook begins with.
import type { RunContext, RunId } from '../model';
import type { IRunStore } from '../tokens';

/** Rows of the checklist that speak of one run's results alone. */
const OF_ONE_RUN: ReadonlySet<string> = new Set(['uncertainty']);

/** The notes of the newest earlier run of the same notebook; none without one. */
export async function earlierNotes(
  store: Pick<IRunStore, 'context' | 'get' | 'list'>,
  runId: RunId
): Promise<RunContext['notes']> {
  const run = await store.get(runId);
  const [last] = run
    ? await store.list({
        notebookPath: run.notebookPath,
        serverRoot: run.serverRoot,
        before: runId,
        limit: 1
      })
    : [];
  const notes = last ? (await store.context(last.runId)).notes : {};
  return Object.fromEntries(
    Object.entries(notes).filter(([row]) => !OF_ONE_RUN.has(row))
  );
}
