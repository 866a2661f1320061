// What changed of the source and the outputs of one execution.
import type { Execution, Omission, Output } from '../model';
import type { ExecutionFold } from './execution-fold';

/** Outputs of a running execution are taken while they are no larger. */
const RUNNING_BYTES = 256 * 1024;

/** The part of a payload that changed. */
export type PayloadChange = {
  readonly executionId: Execution['executionId'];
  readonly source?: string;
  readonly outputs?: readonly Output[];
  readonly omissions?: readonly Omission[];
};

/** Takes what changed and is due; null where nothing is. */
export function takePayload(
  fold: ExecutionFold,
  withRunning: boolean
): PayloadChange | null {
  const isDue =
    fold.areOutputsChanged &&
    (!fold.isOpen || (withRunning && fold.roughBytes <= RUNNING_BYTES));
  const kept = isDue ? fold.keepOutputs() : null;
  const source = fold.isSourceChanged ? fold.source : null;
  if (isDue) {
    fold.areOutputsChanged = false;
    fold.isHeadChanged = true;
  }
  fold.isSourceChanged = false;
  if (kept === null && source === null) {
    return null;
  }
  return {
    executionId: fold.head().executionId,
    ...(source === null ? {} : { source }),
    ...(kept === null
      ? {}
      : { outputs: kept.outputs, omissions: kept.omissions })
  };
}
