// The executions of a run, each with what its source says.
import { analyseNothing, type CellAnalysis } from '../analysis';
import type { BlobHash, Execution } from '../model';
import type { FactsInput } from './run-facts-input';

/** One execution that ran code, as the facts look at it. */
export type SeenExecution = {
  readonly execution: Execution;
  /** Null when it is lost. */
  readonly source: string | null;
  readonly analysis: CellAnalysis;
};

/** In the order of the run; those that never started are left out. A source that ran twice is read once. */
export function seenExecutions({
  analyse,
  history
}: FactsInput): readonly SeenExecution[] {
  const analyses = new Map<BlobHash, CellAnalysis>();
  return history.executions
    .filter(({ status }) => status !== 'aborted' && status !== 'queued')
    .map(execution => {
      const { sourceHash } = execution;
      const source = history.sources.get(sourceHash) ?? null;
      const analysis =
        analyses.get(sourceHash) ??
        (source === null || !analyse
          ? analyseNothing(source ?? '')
          : analyse(source));
      analyses.set(sourceHash, analysis);
      return { execution, source, analysis };
    });
}
