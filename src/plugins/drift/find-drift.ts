// Reads as few runs as it takes to tell whether a notebook's outputs were made elsewhere.
import { driftOf, producerOf, type Drift } from '../../facts';
import type { PresentCell, Run, RunHistory } from '../../model';
import type { IRunStore } from '../../tokens';

/** Newest runs among which the one that made the outputs is looked for. */
const RUNS = 20;

/** What drift is looked for in. */
export type DriftSubject = {
  readonly store: IRunStore;
  readonly notebookPath: string;
  /** Empty for any. */
  readonly serverRoot: string;
  /** The run that is open; null when there is none. */
  readonly present: Run | null;
  readonly document: readonly PresentCell[];
};

/** From the newest run on, until one made what is shown; an open run that did ends the search. */
export async function findDrift(subject: DriftSubject): Promise<Drift | null> {
  const { document, notebookPath, present, serverRoot, store } = subject;
  const isEmpty = !document.some(({ hasOutputs }) => hasOutputs);
  if (!present || present.environmentId === null || isEmpty) {
    return null;
  }
  const runs = await store.list({
    notebookPath,
    ...(serverRoot === '' ? {} : { serverRoot }),
    limit: RUNS
  });
  const open = await historyOf(store, present);
  if (producerOf(document, [open])) {
    return null;
  }
  for (const run of runs.filter(({ runId }) => runId !== present.runId)) {
    const history = await historyOf(store, run);
    if (producerOf(document, [history])) {
      return driftOf({ document, runs: [history, open] });
    }
  }
  return null;
}

/** Without sources, which nobody reads here. */
async function historyOf(store: IRunStore, run: Run): Promise<RunHistory> {
  const heads = await store.executions(run.runId);
  return {
    run,
    executions: heads.filter(({ sequence }) => sequence !== null),
    sources: new Map(),
    environment:
      run.environmentId === null
        ? null
        : await store.environment(run.environmentId)
  };
}
