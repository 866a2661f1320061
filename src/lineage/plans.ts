// Makes script plans one after the other: another plan of the run that was read last does not read it again.
import type { RunHistory } from '../model';
import { createPlanner, type PlanInput, type Planner } from './plan-script';
import { isSameRun, startsWith } from './same-run';
import type { ScriptPlan } from './slice-types';

/** Makes plans of any runs. */
export type Plans = { readonly plan: (input: PlanInput) => ScriptPlan };

/** Remembers the run of the last plan. */
export function createPlans(): Plans {
  let last: { readonly of: PlanInput; readonly planner: Planner } | null = null;
  return {
    plan: input => {
      const planner =
        last && isAlike(last.of, input) ? last.planner : createPlanner(input);
      last = { of: input, planner };
      return planner.plan(input);
    }
  };
}

/** True where both are read in one way from equal records; what was masked meanwhile is another source. */
function isAlike(one: PlanInput, other: PlanInput): boolean {
  return (
    one.analyse === other.analyse &&
    one.dryRuns === other.dryRuns &&
    isSameRun(one.history, other.history) &&
    startsWith(other.history.executions, one.history.executions, false) &&
    haveSameSources(one.history, other.history)
  );
}

function haveSameSources({ sources }: RunHistory, other: RunHistory): boolean {
  return other.executions.every(
    ({ sourceHash }) =>
      sources.get(sourceHash) === other.sources.get(sourceHash)
  );
}
