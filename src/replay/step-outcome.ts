// One step of a replay as an outcome.
import { compareRecords, worstOf, type CompareContext } from '../compare';
import type { CellOutcome, OutputOutcome } from '../model';
import type { ReplayedCode } from './replay-kernel';
import type { ReplayStep } from './replay-request';

const LOST = 'What it showed was not recorded whole, so it is not known.';

/** True where something may have been shown, and nobody knows what. */
export function isLost({ isNew, recorded }: ReplayStep): boolean {
  return recorded === null && !isNew;
}

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
      ? withoutRecord(step, ran)
      : compareRecords(
          {
            recorded: step.recorded,
            replayed: ran.outputs,
            omissions: step.omissions,
            replayedOmissions: ran.omissions ?? [],
            isVolatile: step.isVolatile
          },
          context
        );
  const isBroken = detail !== '' && ran.status !== 'ok';
  return {
    ...placeOf(step),
    verdict: isBroken
      ? 'error'
      : isLost(step)
        ? 'unknown'
        : worstOf(outputs.map(one => one.verdict)),
    detail: detail === '' && isLost(step) ? LOST : detail,
    outputs: isBroken && step.recorded === null ? shownOnly(ran) : outputs,
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

/** What was shown where nobody knows what to expect; nothing of a cell that is new. */
function withoutRecord(
  step: ReplayStep,
  { outputs }: ReplayedCode
): OutputOutcome[] {
  return (isLost(step) ? outputs : []).map(replayed => ({
    verdict: 'unknown',
    rules: [],
    detail: '',
    recorded: null,
    replayed
  }));
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
