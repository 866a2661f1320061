// On what outputs hang besides the notebook: chance that is met or proven, other machines, other folders.
import type { Execution } from '../model';
import { onlyMeasures } from './alike';
import { causeAt } from './cause';
import type { Cause } from './forecast-types';
import { ambientName, fileName } from './ambient-names';
import { chancesUntilRefused } from './refused-calls';
import type { Moment, Timeline } from './timeline';
import {
  isLeftBy,
  NO_CHANCES,
  type Chance,
  type Step,
  type Version
} from './version';

/** Recorded executions, with what makes them comparable. */
export type Records = {
  readonly timeline: Timeline;
  /** Of each run, what tells its environment from others; null where its outputs prove nothing. */
  readonly environments: readonly (string | null)[];
};

/** Executions that showed something else in the same environment, though code and inputs were the same. */
export function varied(
  { timeline, environments }: Records,
  { key, prepared }: Step
): Cause[] {
  if (prepared.analysis.files?.some(({ isAnnounced }) => isAnnounced)) {
    // It tells whether the file was there, which the run before has seen to.
    return [];
  }
  const shown = new Map<string, Moment>();
  for (const moment of timeline.ofKey(key)) {
    const { step, run } = moment;
    const hash = step.execution?.stableHash;
    const isFair = step.execution?.status === 'ok' && step.taint === null;
    const environment = environments[run] ?? null;
    if (!hash || !isFair || environment === null) {
      continue;
    }
    const before = shown.get(environment) ?? moment;
    const isOther = before.step.execution?.stableHash !== hash;
    if (isOther && !timeline.between(before, moment).some(mayChangeUnseen)) {
      return [causeAt('nondeterministic', null, step.cellId, step)];
    }
    shown.set(environment, moment);
  }
  return [];
}

/** True for what may have changed values under other names as well, where no kernel told: arrays share memory. */
function mayChangeUnseen({ prepared, execution }: Step): boolean {
  const { updates, handovers } = prepared;
  return execution?.report === null && updates.length + handovers.length > 0;
}

/**
 * What a cell's output or the values that it leaves hang on besides the notebook. What stopped a cell hangs on what the values
 * are made of, and hardly on what was drawn: where it shows nothing else, what the kernel saw it leave counts alone.
 */
export function shownChances(
  step: Step,
  hasOutputs: boolean,
  recorded: Execution | null
): readonly Chance[] {
  const { status, outputCount = 0, report } = recorded ?? {};
  const isErrorAlone = status === 'error' && outputCount <= 1;
  if (onlyMeasures(step) || (isErrorAlone && !report)) {
    return NO_CHANCES;
  }
  if (hasOutputs && !isErrorAlone) {
    return chancesUntilRefused(step, recorded);
  }
  return [...step.written].flatMap(([name, version]) => {
    const isLeft = isLeftBy(version, step) && name[0] !== '@';
    const found = version && isLeft ? chancesIn(version) : NO_CHANCES;
    return found.length === 0 || isCode(report?.types?.[name])
      ? NO_CHANCES
      : found.filter(chance => !chance.isLater || isTrained(step));
  });
}

/** On what a value and its parts hang besides the notebook. */
function chancesIn({ chances, parts }: Version): readonly Chance[] {
  const all = parts.values().map(one => one.chances);
  return [chances, ...all].flat();
}

/** True for code that lets a model learn, which is when it draws. */
function isTrained({ prepared }: Step): boolean {
  return [...prepared.mentions().names].some(name =>
    /^(?:partial_)?fit(?:_|$)/.test(name)
  );
}

/** True for the type of what is made of code alone, whatever was drawn meanwhile. */
function isCode(type: string | undefined): boolean {
  return /^builtins\.(?:function|module|type)$/.test(type ?? '');
}

/** True for a path that begins at a root, a drive or a home folder. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|~|[A-Za-z]:[\\/])/.test(path);
}

/** What another machine, one without this run's installations, or a kernel in another folder lacks. */
export function elsewhere({ prepared, reads, cellId }: Step): Cause[] {
  const { files, effects } = prepared;
  const isMoved = hasMoved(reads);
  const places = files.flatMap(({ path }) => {
    const isAbsolute = isAbsolutePath(path);
    const kind = isAbsolute ? 'absolute-path' : 'directory';
    return isAbsolute || isMoved
      ? [causeAt(kind, fileName(path), cellId, null)]
      : [];
  });
  const installs = effects.some(({ name }) => name === PACKAGES);
  return installs
    ? [...places, causeAt('environment-changed', null, cellId, null)]
    : places;
}

/** True where relative paths hang on a working directory that a step before has set. */
export function hasMoved(reads: Step['reads']): boolean {
  return reads.some(
    ({ name, version }) => version !== null && name === DIRECTORY
  );
}

const DIRECTORY = ambientName('directory');
const PACKAGES = ambientName('packages');

/** The chance as a cause, at the cell that meets it. */
export function causeOfChance({ kind, step }: Chance): Cause {
  return causeAt(kind === 'day' ? 'clock' : kind, null, step.cellId, step);
}

/** True when every day that a recorded step hangs on is the present one; false where it hangs on none, or nobody knows the day. */
export function isOfToday(
  recorded: Step | undefined,
  isToday: ((moment: string) => boolean) | undefined
): boolean {
  const days = (recorded?.chances ?? []).filter(({ kind }) => kind === 'day');
  const moments = days.map(({ step }) => step.execution?.startedAt);
  return (
    isToday !== undefined &&
    moments.length > 0 &&
    moments.every(moment => typeof moment === 'string' && isToday(moment))
  );
}
