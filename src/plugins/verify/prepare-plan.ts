// From what really ran, or what led up to one execution, to a replay that is ready to begin.
import { languageOf } from '../../languages';
import { planScript } from '../../lineage';
import {
  fail,
  succeed,
  type ExecutionId,
  type Result,
  type Run
} from '../../model';
import { stepsFromPlan } from '../../replay';
import { presentCells } from '../forecaster/present-cells';
import type { OrderServices, Preparing } from './order-types';
import { recordsOf } from './records';
import { requestOf, startOf } from './replay-basis';
import type { PreparedReplay } from './verifier';

/** All of a run where there is no execution. Fails with a sentence where nothing is left to be run again. */
export async function preparePlan(
  run: Run,
  executionId: ExecutionId | null,
  services: OrderServices,
  options: Preparing
): Promise<Result<PreparedReplay>> {
  const { manager, store, tracker, translator } = services;
  const history = await store.history(run.runId);
  if (!history) {
    return fail(translator.__('This run is not stored any more.'));
  }
  const { kernel, notebookPath } = run;
  if (manager.kernelspecs.specs?.kernelspecs[kernel.name] === undefined) {
    return fail(
      translator.__(
        'The kernel of this run, %1, is not installed on this server.',
        kernel.displayName || kernel.name
      )
    );
  }
  const panel = tracker.find(each => each.context.path === notebookPath);
  const plan = planScript({
    history,
    document: panel?.model ? presentCells(panel.model) : undefined,
    criterion:
      executionId === null
        ? { kind: 'run' }
        : { kind: 'execution', executionId },
    analyse: languageOf(kernel.language)?.analyse,
    dryRuns: languageOf(kernel.language)?.dryRuns
  });
  if (plan.steps.length === 0) {
    return fail(translator.__('Nothing of this run is there to be run again.'));
  }
  const records = await recordsOf(store, history.executions, plan.steps);
  const steps = stepsFromPlan(plan, id => records.get(id) ?? null, {
    volatile: new Set()
  });
  const where = {
    kernelName: kernel.name,
    path: notebookPath,
    language: kernel.language
  };
  const start = await startOf(where, history.environment, services, options);
  if (!start.ok) {
    return start;
  }
  return succeed({
    ...start.value,
    request: {
      ...requestOf(where, services, options),
      runId: run.runId,
      subject:
        executionId === null
          ? { kind: 'run' }
          : { kind: 'execution', executionId },
      steps,
      environment: history.environment
    },
    shownHash: undefined
  });
}
