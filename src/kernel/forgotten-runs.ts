// Runs that are open in the store although their kernel process went away while no page was listening.
import type { Run } from '../model';
import { RunFold } from '../recording';
import type { IRunStore } from '../tokens';
import { readStored } from './stored-run';

/** Tells which kernels there are. */
export type LiveKernels = {
  /** Ids of the kernels that run now, fresh from the server; null when it does not answer. */
  runningIds(): Promise<ReadonlySet<string> | null>;
};

type Surroundings = {
  readonly store: IRunStore;
  readonly kernels: LiveKernels;
  readonly now: () => string;
};

/** Closes the notebook's other open runs whose kernel is gone, or whose process another one has replaced. */
export async function closeForgottenRuns(
  present: Run,
  around: Surroundings
): Promise<void> {
  const { notebookPath, serverRoot } = present;
  const open = await around.store.list({
    notebookPath,
    serverRoot,
    isOpen: true
  });
  const others = open.filter(({ runId }) => runId !== present.runId);
  if (others.length === 0) {
    return;
  }
  const running = await around.kernels.runningIds();
  for (const run of others) {
    const isReplaced = run.kernel.kernelId === present.kernel.kernelId;
    const isGone = running !== null && !running.has(run.kernel.kernelId);
    if (isReplaced || isGone) {
      await closeUnseen(run, around);
    }
  }
}

async function closeUnseen(run: Run, around: Surroundings): Promise<void> {
  const fold = new RunFold({
    run,
    outputCapBytes: Infinity,
    stored: await readStored(around.store, run)
  });
  fold.apply({ kind: 'closed', at: around.now(), end: 'unseen' });
  const changes = fold.takeChanges({ withRunning: true });
  await around.store.append({ ...changes, documents: [], isBarrier: true });
}
