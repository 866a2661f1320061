// Slices of notebooks built by hand, for the specs of slices.
import { analysePython, type dryRuns as newDryRuns } from '../../analysis';
import type { RunBuilder } from '../../testing/run-builder';
import { planScript, type ScriptPlan } from '..';

/** The plan for the last execution of the first run; steps that it does not need are taken out where dry runs tell them. */
export function sliceOfLast(
  notebook: RunBuilder,
  dryRuns?: typeof newDryRuns
): ScriptPlan {
  const { runs, document } = notebook.build();
  const [history] = runs;
  const executionId = history?.executions.at(-1)?.executionId;
  if (!history || executionId === undefined) {
    throw new Error('Nothing ran');
  }
  return planScript({
    history,
    document,
    criterion: { kind: 'execution', executionId },
    analyse: analysePython,
    ...(dryRuns && { dryRuns })
  });
}
