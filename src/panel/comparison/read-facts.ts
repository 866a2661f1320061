// A stored run -> its facts, without what only outputs tell.
import type { CellAnalysis } from '../../analysis';
import { factsOf, storedFacts, type RunFacts } from '../../facts';
import type { RunId } from '../../model';
import type { IRunStore } from '../../tokens';

/** Null when the run is gone. */
export async function readFacts(
  store: IRunStore,
  runId: RunId,
  analyserOf: (
    language: string
  ) => ((source: string) => CellAnalysis) | undefined
): Promise<RunFacts | null> {
  await store.ready;
  const stored = await storedFacts(store, runId);
  return (
    stored &&
    factsOf({
      ...stored,
      analyse: analyserOf(stored.history.run.kernel.language)
    })
  );
}
