// Keys of values that a step leaves, where they hang on less than the whole step.
import type { CodeState } from './code-state';
import { calledFor, isBehind, isDoneBy, originOf } from './behind-values';
import { keyOf, withCodes, withoutOptions } from './keys';
import type { Course } from './left-names';
import { isShown } from './looking';
import type { PreparedOrigin } from './prepared';
import type { Read, Step } from './version';
import type { World } from './world';

/** How the key of a value is put together of what the step reads. */
export type ValueKey = {
  readonly name: string;
  readonly isChange: boolean;
  readonly origin: PreparedOrigin;
  /** What the bodies read that run where it is made. */
  readonly called: readonly string[] | null;
  /** See `World.code`: where that was last so. */
  code: CodeState;
  /** The statements behind it, with the ways in which they look at names. */
  readonly shape: number;
  /** Which of the step's reads serve them. */
  readonly places: readonly number[];
};

/** What steps have in common that go the same way through a source. */
export type Way = {
  readonly keys: ValueKey[];
  /** Names that the last of them left otherwise than it found them. */
  left: readonly string[];
};

/** What is known of the keys of values that a step leaves, as far as somebody asked for them. */
export type ValueKeys = {
  /** For all steps that go the same way through the source. */
  readonly ofWay: Way;
  /** For those alone that have the same key as well. */
  readonly ofKey: ValueKey[];
};

/**
 * Key of a value that hangs on some statements of the step; undefined where the whole step counts. A slice keeps whole steps,
 * so there the last one that made the value counts.
 */
export function valueKeyOf(
  world: World,
  step: Step,
  name: string,
  course: Course
): number | undefined {
  if (world.policy === 'sound') {
    return undefined;
  }
  const key = originKey(world, step, name, course, false);
  return key === undefined && step.silent.length > 0
    ? loudKeyOf(world, step, name)
    : key;
}

/** The same of a value that the step changes in place, for which what it was counts; one that failed may not have come so far. */
export function changeKeyOf(
  world: World,
  step: Step,
  name: string,
  course: Course
): number | undefined {
  const { prepared, execution } = step;
  const origin = prepared.origins.get(name);
  const hasCome =
    !course.outcome.hasFailed ||
    (origin !== undefined && isDoneBy(prepared, execution, origin));
  const mayTell =
    world.policy === 'precise' && hasCome && !prepared.boundAt.has(name);
  return mayTell ? originKey(world, step, name, course, true) : undefined;
}

/** Key of a value by the statements behind it; how it is put together is worked out once as long as the same bodies run. Undefined where they are not told. */
function originKey(
  world: World,
  step: Step,
  name: string,
  { seen, outcome: { hasFailed }, valueKeys }: Course,
  isChange: boolean
): number | undefined {
  const known = hasFailed
    ? undefined
    : (knownKey(world, valueKeys.ofWay.keys, name, isChange) ??
      knownKey(world, valueKeys.ofKey, name, isChange));
  if (known) {
    return keyIn(world, step, known);
  }
  const origin = originOf(step, name, seen, hasFailed);
  if (!origin) {
    return undefined;
  }
  const made = keyOfOrigin(world, step, origin, name, isChange);
  const hangsOnNames = origin.unknown.length > 0 && step.reads.some(isOutside);
  const { ofWay, ofKey } = valueKeys;
  (hangsOnNames ? ofKey : ofWay.keys).push(made);
  return keyIn(world, step, made);
}

/** True for state outside of the namespace: whether it counts may hang on what called names stand for. */
function isOutside({ name }: Read): boolean {
  return name[0] === '@';
}

function keyIn(
  { knowledge: { interner } }: World,
  { reads }: Step,
  { shape, places }: ValueKey
): number {
  let whole = shape;
  for (const place of places) {
    whole = interner.pair(whole, reads[place]?.key ?? 0);
  }
  return whole;
}

/** What was worked out before, where the same bodies run. */
function knownKey(
  world: World,
  keys: readonly ValueKey[],
  name: string,
  isChange: boolean
): ValueKey | undefined {
  for (const known of keys) {
    if (known.name === name && known.isChange === isChange) {
      return runsAlike(world, known) ? known : undefined;
    }
  }
  return undefined;
}

/** True where the same bodies run. */
function runsAlike(world: World, known: ValueKey): boolean {
  if (known.code === world.code) {
    return true;
  }
  const isAlike = isSame(calledFor(world, known.origin), known.called);
  if (isAlike) {
    known.code = world.code;
  }
  return isAlike;
}

function isSame(some: ValueKey['called'], others: ValueKey['called']): boolean {
  return (
    some === others ||
    (some?.length === others?.length &&
      some?.every((one, at) => one === others?.[at]) === true)
  );
}

/** Reads that only serve to change something count where it is the value itself that they change. */
function keyOfOrigin(
  world: World,
  { prepared, reads, silent }: Step,
  origin: PreparedOrigin,
  name: string,
  isChange: boolean
): ValueKey {
  const { interner } = world.knowledge;
  const called = calledFor(world, origin);
  const places: number[] = [];
  reads.forEach((read, place) => {
    const isUsed =
      silent.length === 0 ||
      (isChange && read.name === name) ||
      !silent.includes(read.id);
    const isApart = isChange && isShown(read);
    if (isUsed && !isApart && isBehind(world, prepared, origin, called, read)) {
      places.push(place);
    }
  });
  const begun = interner.pair(
    interner.intern(origin.roles.of(name)),
    interner.intern(origin.text)
  );
  const used = places.flatMap(place => reads[place] ?? []);
  const shape = withCodes(interner, begun, origin, used);
  return { name, isChange, origin, called, code: world.code, shape, places };
}

/** Key of a value that hangs on all that the step reads but what only serves to change something. */
function loudKeyOf(
  world: World,
  { prepared, reads, execution, silent }: Step,
  name: string
): number {
  const { interner } = world.knowledge;
  const used = reads.filter(({ id }) => !silent.includes(id));
  return interner.pair(
    interner.intern(prepared.roles.of(name)),
    keyOf(world, prepared, withoutOptions(prepared, used), execution)
  );
}
