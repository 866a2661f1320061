// Steps of a slice without which its target shows the same all the same: told by running the slice in thought.
import type { DryRun } from '../analysis';
import type { Knowledge } from './knowledge';
import type { Slice } from './slice';
import type { Step } from './version';

/** Executions of a run, and steps of a slice, beyond which nothing is tried. */
const LONGEST_RUN = 300;
const LONGEST_SLICE = 40;

/** What a slice is tried with. */
export type Trial = {
  readonly knowledge: Knowledge;
  /** Of the whole run, in order. */
  readonly steps: readonly Step[];
  /** Makes a namespace in which nothing ran. */
  readonly newDryRun: () => DryRun;
};

/** True for a run that is short enough to be followed. */
export function isFollowed(executions: readonly unknown[]): boolean {
  return executions.length <= LONGEST_RUN;
}

/**
 * The slice without steps that the target does not need. Nothing is taken out unless constants alone determine what the
 * target shows, in the whole run as in what remains, and every step that remains ends as it was recorded.
 */
export function withoutSpare(slice: Slice, target: Step, trial: Trial): Slice {
  const { knowledge, steps, newDryRun } = trial;
  const kept = steps.filter(step => slice.steps.has(step));
  if (
    !target.shown ||
    knowledge.values.isMistaken ||
    slice.needsUnseen ||
    kept.length > LONGEST_SLICE ||
    !shows(kept, target, newDryRun())
  ) {
    return slice;
  }
  let rest: readonly Step[] = kept;
  for (const candidate of [...kept].reverse()) {
    const fewer = rest.filter(step => step !== candidate);
    if (candidate !== target && shows(fewer, target, newDryRun())) {
      rest = fewer;
    }
  }
  return { ...slice, steps: new Set(rest) };
}

/** True when the steps, run in thought, let the target show what it showed. */
function shows(steps: readonly Step[], target: Step, dry: DryRun): boolean {
  let shown: string | null = null;
  for (const { prepared, execution } of steps) {
    const { source, analysis } = prepared;
    const hasFailed = execution?.status === 'error';
    shown = dry.run(source, analysis, { hasFailed })?.shown ?? null;
  }
  return shown !== null && shown === target.shown;
}
