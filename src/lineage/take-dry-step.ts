// Takes a step in thought, and holds what comes out against what the kernel told.
import type { Execution } from '../model';
import type { StepInput } from './take-step';
import type { Step } from './version';
import type { World } from './world';

/** What a step does as far as constants determine it; nothing where a record speaks against it. */
export type Thought = Pick<Step, 'shown' | 'isSure'>;

const NO_THOUGHT: Thought = { shown: null, isSure: false };

/** Follows a step in thought. */
export function takeDryStep(
  { dry, knowledge }: World,
  { prepared, execution, taint }: StepInput
): Thought {
  if (!dry) {
    return NO_THOUGHT;
  }
  const isWhole =
    !execution || execution.status === 'ok' || execution.status === 'error';
  if (!isWhole || taint) {
    dry.lose();
    return NO_THOUGHT;
  }
  const { source, analysis } = prepared;
  const hasFailed = execution ? execution.status === 'error' : undefined;
  const step = dry.run(source, analysis, hasFailed);
  const shown = step?.shown ?? null;
  const isSure = step?.raises === false;
  const { ename, evalue } = execution?.error ?? {};
  const told = ename === undefined ? null : `${ename}: ${evalue ?? ''}`;
  if (step?.error && told !== null && step.error !== told) {
    dry.lose();
    return NO_THOUGHT;
  }
  if (shown === null || !execution) {
    return { shown, isSure };
  }
  if ((shown === '') !== (execution.outputCount === 0)) {
    dry.lose();
    return NO_THOUGHT;
  }
  const { outputsHash } = execution;
  const isKnown =
    outputsHash === null ||
    knowledge.values.isHeld('output', shown, outputsHash);
  return { shown: isKnown ? shown : null, isSure };
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
    ? knowledge.values.isHeld(name, worked, print)
      ? worked
      : null
    : worked;
}
