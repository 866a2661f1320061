// A replay without secrets: what is compared, kept and said.
import { countSecrets } from '../model';
import type { DisplayUpdate, ReplayedCode } from './replay-kernel';
import type { ReplayMask, ReplayRequest, ReplayStep } from './replay-request';
import { nameOf, type Trouble } from './trouble';

/** The order with its record masked; the code stays, as it has to run. */
export function maskedRequest(request: ReplayRequest): ReplayRequest {
  const { mask, steps } = request;
  return {
    ...request,
    steps: steps.map(step => ({
      ...step,
      recorded: step.recorded && mask.outputs(step.recorded)
    }))
  };
}

/** What a kernel showed and raised, as a record would keep it. */
export function maskedCode(ran: ReplayedCode, mask: ReplayMask): ReplayedCode {
  const { error, outputs, updates } = ran;
  return {
    ...ran,
    outputs: mask.outputs(outputs),
    ...(updates
      ? { updates: updates.map(update => maskedUpdate(update, mask)) }
      : {}),
    error: error && { ...error, evalue: mask.text(error.evalue) }
  };
}

function maskedUpdate(
  { data, displayId, metadata }: DisplayUpdate,
  mask: ReplayMask
): DisplayUpdate {
  const [shown] = mask.outputs([
    { output_type: 'display_data', data, metadata }
  ]);
  return shown?.output_type === 'display_data'
    ? { displayId, data: shown.data, metadata: shown.metadata }
    : { displayId, data: {}, metadata: {} };
}

/** Code that was masked when it was recorded is not what ran: sent to a kernel it would do something else. */
export function maskedTrouble(
  step: ReplayStep,
  request: Pick<ReplayRequest, 'cellLabel'>
): Trouble | null {
  const label = nameOf(step, request);
  return countSecrets(step.source) === 0
    ? null
    : {
        kind: 'masked-secret',
        sentence: `${label.charAt(0).toUpperCase()}${label.slice(1)} needs a secret that was not recorded, so its code cannot be run again.`
      };
}
