// A stored run -> its facts, without what only outputs tell.
import type { CellAnalysis } from '../../analysis';
import { factsOf, type RunFacts } from '../../facts';
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
  const history = await store.history(runId);
  const context = await store.context(runId);
  return (
    history &&
    factsOf({
      history,
      context,
      analyse: analyserOf(history.run.kernel.language)
    })
  );
}
