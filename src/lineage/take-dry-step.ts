// Takes a step in thought, and holds what comes out against what the kernel told.
import type { Execution } from '../model';
import type { StepInput } from './take-step';
import type { World } from './world';

/** What a step shows, as far as constants determine it; null where they do not, or where a record speaks against it. */
export function takeDryStep(
  { dry, knowledge }: World,
  { prepared, execution, taint }: StepInput
): string | null {
  if (!dry) {
    return null;
  }
  const isWhole =
    !execution || execution.status === 'ok' || execution.status === 'error';
  if (!isWhole || taint) {
    dry.lose();
    return null;
  }
  const { source, analysis } = prepared;
  const hasFailed = execution ? execution.status === 'error' : undefined;
  const step = dry.run(source, analysis, hasFailed);
  const shown = step?.shown ?? null;
  if (shown === null || !execution) {
    return shown;
  }
  if ((shown === '') !== (execution.outputCount === 0)) {
    dry.lose();
    return null;
  }
  const { outputsHash } = execution;
  const isKnown =
    outputsHash === null || knowledge.isHeld('output', shown, outputsHash);
  return isKnown ? shown : null;
}

/** The value of a name after the step; null where it was not worked out. */
export function workedOut(
  { dry, knowledge }: World,
  execution: Execution | null,
  name: string
): string | null {
  const worked = dry?.valueOf(name) ?? null;
  const print = execution?.report?.values[name];
  const isSample = execution?.report?.sampled?.includes(name) ?? false;
  const isPlain = worked !== null && !/class |code\(|native /.test(worked);
  return isPlain && print !== undefined && !isSample
    ? knowledge.isHeld(name, worked, print)
      ? worked
      : null
    : worked;
}
