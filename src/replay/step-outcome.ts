// One step of a replay as an outcome.
import { compareRecords, worstOf, type CompareContext } from '../compare';
import type { CellOutcome, OutputOutcome } from '../model';
import type { ReplayedCode } from './replay-kernel';
import type { ReplayStep } from './replay-request';

/** The outcome of a step that ran, well or not. */
export function outcomeOf(
  step: ReplayStep,
  ran: ReplayedCode,
  {
    context,
    detail
  }: { readonly context: CompareContext; readonly detail: string }
): CellOutcome {
  const outputs =
    step.recorded === null
      ? []
      : compareRecords(
          {
            recorded: step.recorded,
            replayed: ran.outputs,
            omissions: step.omissions,
            isVolatile: step.isVolatile
          },
          context
        );
  const isBroken = detail !== '' && ran.status !== 'ok';
  return {
    ...placeOf(step),
    verdict: isBroken ? 'error' : worstOf(outputs.map(one => one.verdict)),
    detail,
    outputs: isBroken && outputs.length === 0 ? shownOnly(ran) : outputs,
    durationMs: ran.durationMs,
    ...(ran.scalars ? { metrics: ran.scalars } : {})
  };
}

/** The outcome of a step that did not run. */
export function unrunOutcome(step: ReplayStep, detail: string): CellOutcome {
  return {
    ...placeOf(step),
    verdict: 'unrun',
    detail,
    outputs: [],
    durationMs: null
  };
}

/** What a step with no record showed before it broke. */
function shownOnly({ outputs }: ReplayedCode): OutputOutcome[] {
  return outputs
    .filter(({ output_type }) => output_type === 'error')
    .map(replayed => ({
      verdict: 'error',
      rules: [],
      detail: '',
      recorded: null,
      replayed
    }));
}

function placeOf({
  cellId,
  executionId,
  cellIndex
}: ReplayStep): Pick<CellOutcome, 'cellId' | 'executionId' | 'cellIndex'> {
  return { cellId, executionId, cellIndex };
}
