// On what outputs hang besides the notebook: chance that is met or proven, other machines, other folders.
import { BEHIND_CALLS } from '../analysis';
import { onlyMeasures } from './alike';
import { causeAt } from './cause';
import { showsErrorAlone } from './error-alone';
import type { Cause } from './forecast-types';
import { ambientName, CHANCES, fileName, isStream } from './ambient-names';
import { chancesUntilRefused } from './refused-calls';
import { isSpelled, showsLookedUp } from './looked-up';
import type { Timeline } from './timeline';
import type { Variances } from './varied';
import {
  chancesIn,
  isLeftBy,
  NO_CHANCES,
  type Chance,
  type Step
} from './version';

/** Recorded executions, with what makes them comparable. */
export type Records = {
  readonly timeline: Timeline;
  /** Of each run, what tells its environment from others; null where its outputs prove nothing. */
  readonly environments: readonly (string | null)[];
  readonly variances: Variances;
};

/**
 * What a cell's output or the values that it leaves hang on besides the notebook. What stopped a cell hangs on what the values
 * are made of, and hardly on what was drawn: where it shows nothing else, and no number that was worked out, what the kernel saw it
 * leave counts alone.
 */
export function shownChances(
  step: Step,
  hasOutputs: boolean,
  actual: Step | null
): readonly Chance[] {
  const recorded = actual?.execution ?? null;
  const { status, report, tells } = recorded ?? {};
  const isErrorAlone =
    status === 'error' &&
    ((recorded && showsErrorAlone(recorded)) ||
      tells?.showsObjects ||
      (!showsOwnDraws(step) &&
        tells?.printed?.every(word => isSpelled(step, word)))) &&
    !showsLookedUp(step, recorded);
  const showsNothing = isErrorAlone || tells?.showsObjects === true;
  if (onlyMeasures(step) || (isErrorAlone && !report)) {
    return NO_CHANCES;
  }
  // Tests that passed whatever was drawn for them pass again.
  const isWhole = hasOutputs && !showsNothing && !tells?.passesTests;
  const met = isWhole ? chancesUntilRefused(step, recorded) : NO_CHANCES;
  if (isWhole && !tells?.showsLoneSets) {
    return met;
  }
  const shown: Chance[] = met.filter(({ kind }) => kind !== 'hash-order');
  const isOfTests = tells?.passesTests === true && !drawsItself(step);
  step.written.forEach((version, name) => {
    const isLeft =
      isLeftBy(version, step) &&
      name[0] !== '@' &&
      !(isErrorAlone && isUnbound(name, step, actual));
    const found = version && isLeft ? chancesIn(version) : NO_CHANCES;
    if (found.length > 0 && !isOpaque(report?.types?.[name])) {
      shown.push(
        ...found.filter(
          one =>
            (!one.isLater || isTrained(step)) &&
            !(isOfTests && one.step === step)
        )
      );
    }
  });
  return shown;
}

/** True for a name of the cell's own that the kernel did not have after the same code had stopped. */
function isUnbound(
  name: string,
  { prepared }: Step,
  actual: Step | null
): boolean {
  const { bound, rebound, types, values } = actual?.execution?.report ?? {};
  return (
    actual?.prepared.normalised === prepared.normalised &&
    prepared.boundAt.has(name) &&
    types !== undefined &&
    types[name] === undefined &&
    values?.[name] === undefined &&
    !bound?.includes(name) &&
    !rebound?.includes(name)
  );
}

/** True where the cell itself draws what it keeps nowhere: that may decide which of its words it prints. */
function showsOwnDraws({ prepared: { effects } }: Step): boolean {
  return effects.some(
    ({ name, into }) =>
      into?.every(name => name === BEHIND_CALLS) === true &&
      (isStream(name) || CHANCES.get(name) === 'unseeded')
  );
}

/** True where the cell itself draws, and not only what it calls. */
function drawsItself({ prepared: { effects } }: Step): boolean {
  return effects.some(
    ({ name }) => isStream(name) || CHANCES.get(name) === 'unseeded'
  );
}

/** True for code that lets a model learn, which is when it draws. */
function isTrained({ prepared }: Step): boolean {
  return [...prepared.mentions().names].some(name =>
    /^(?:partial_)?fit(?:_|$)/.test(name)
  );
}

/** True for the type of what is made of code alone, whatever was drawn meanwhile, as tests are, and of pictures, which count where they are shown. */
function isOpaque(type: string | undefined): boolean {
  return /^builtins\.(?:function|module|type)$|^(?:matplotlib|unittest)\./.test(
    type ?? ''
  );
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
