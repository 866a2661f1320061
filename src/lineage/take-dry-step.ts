// Takes a step in thought, and holds what comes out against what the kernel told.
import type { DryStep } from '../analysis';
import type { Execution } from '../model';
import type { StepInput } from './take-step';
import type { Step } from './version';
import type { World } from './world';

/** What a step does as far as constants determine it; nothing where a record speaks against it. */
export type Thought = Pick<Step, 'shown' | 'isSure'> & Pick<DryStep, 'rebound'>;

const NO_THOUGHT: Thought = { shown: null, isSure: false, rebound: null };

/** How a step comes to its end, as far as that is known before it is followed. */
type Ending = {
  /** How it ended, or its equals did; undefined where none ran. */
  readonly hasFailed: boolean | undefined;
  readonly mayStop: boolean;
};

/** Follows a step in thought, which may stop on its way: what its record does not tell is lost with those of its equals alike. */
export function takeDryStep(
  world: World,
  { prepared, execution, taint }: StepInput,
  { hasFailed, mayStop }: Ending
): Thought {
  const { dry, knowledge } = world;
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
  const told = hasFailed === undefined ? { mayStop } : { hasFailed };
  const step = dry.run(source, analysis, told);
  const shown = step?.shown ?? null;
  const isSure = step?.raises === false;
  const rebound = step?.rebound ?? null;
  const { ename, evalue } = execution?.error ?? {};
  const error = ename === undefined ? null : `${ename}: ${evalue ?? ''}`;
  const isOther = step?.error && error !== null && step.error !== error;
  if (isOther || (step && isThere(world, step))) {
    dry.lose();
    return NO_THOUGHT;
  }
  if (shown === null || !execution) {
    return { shown, isSure, rebound };
  }
  if ((shown === '') !== (execution.outputCount === 0)) {
    dry.lose();
    return NO_THOUGHT;
  }
  const { outputsHash } = execution;
  const isKnown =
    outputsHash === null ||
    knowledge.values.isHeld('output', shown, outputsHash);
  return { shown: isKnown ? shown : null, isSure, rebound };
}

/** True when the step raises for want of a name that somebody bound unseen. */
function isThere(world: World, { error }: DryStep): boolean {
  const [, name] = /^NameError: name '(\w+)'/.exec(error ?? '') ?? [];
  return name !== undefined && world.get(name) !== undefined;
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
