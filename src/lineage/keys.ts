// Lineage keys: equal keys, equal results.
import type { Execution } from '../model';
import { calledFor, isBehind, originOf } from './behind-values';
import { isOption } from './displays';
import type { Course } from './left-names';
import { isShown } from './looking';
import type { Prepared, PreparedOrigin } from './prepared';
import { codeOf } from './stand-ins';
import type { Read, Step } from './version';
import type { World } from './world';

/**
 * Key of a step: its source with all that it reads. One that ended in the middle equals no other. A forecast takes no account
 * of how variables are called; what only the bodies behind names read counts by its place. A slice keeps the names.
 */
export function keyOf(
  world: World,
  prepared: Prepared,
  reads: readonly Read[],
  execution: Execution | null
): number {
  const { interner } = world.knowledge;
  const isPrecise = world.policy === 'precise';
  const others: string[] = [];
  let whole = interner.intern(isPrecise ? prepared.form : prepared.normalised);
  for (const read of reads) {
    const what = isPrecise
      ? codeOf(prepared, read, others, interner)
      : interner.intern(read.id);
    whole = interner.pair(whole, interner.pair(what, read.key));
  }
  const status = execution?.status;
  const isPartial =
    status === 'interrupted' ||
    (world.policy === 'sound' && status === 'error');
  return execution && isPartial
    ? interner.pair(whole, interner.intern(execution.executionId))
    : whole;
}

/** What values hang on of what a step reads; the reads themselves where all of them count. */
export function withoutOptions(
  { showing }: Prepared,
  reads: readonly Read[]
): readonly Read[] {
  return reads.some(isOfOption) && showing?.texts.size === 0
    ? reads.filter(read => !isOfOption(read))
    : reads;
}

function isOfOption({ name }: Read): boolean {
  return isOption(name);
}

/** The key of a value that a step leaves, with what it hangs on besides what the step reads. */
export type ValueKey = {
  readonly name: string;
  readonly isChange: boolean;
  readonly origin: PreparedOrigin;
  readonly called: readonly string[] | null;
  readonly key: number;
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
  const mayTell =
    world.policy === 'precise' &&
    !course.outcome.hasFailed &&
    !step.prepared.boundAt.has(name);
  return mayTell ? originKey(world, step, name, course, true) : undefined;
}

/** Key of a value by the statements behind it, worked out once as long as the same bodies run; undefined where they are not told. */
function originKey(
  world: World,
  step: Step,
  name: string,
  { seen, outcome: { hasFailed }, valueKeys }: Course,
  isChange: boolean
): number | undefined {
  const known = hasFailed
    ? undefined
    : knownKey(world, valueKeys, name, isChange);
  if (known !== undefined) {
    return known;
  }
  const origin = originOf(step, name, seen, hasFailed);
  if (!origin) {
    return undefined;
  }
  const made = keyOfOrigin(world, step, origin, name, isChange);
  valueKeys.push(made);
  return made.key;
}

/** A key that was worked out before, where the same bodies run. */
function knownKey(
  world: World,
  keys: readonly ValueKey[],
  name: string,
  isChange: boolean
): number | undefined {
  const known = keys.find(
    one => one.name === name && one.isChange === isChange
  );
  if (!known) {
    return undefined;
  }
  const called = calledFor(world, known.origin);
  const isSame =
    called === known.called ||
    (called?.length === known.called?.length &&
      called?.every((one, at) => one === known.called?.[at]) === true);
  return isSame ? known.key : undefined;
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
  const others: string[] = [];
  let whole = interner.pair(
    interner.intern(origin.roles.of(name)),
    interner.intern(origin.text)
  );
  for (const read of reads) {
    const isUsed =
      silent.length === 0 ||
      (isChange && read.name === name) ||
      !silent.includes(read.id);
    const isApart = isChange && isShown(read);
    if (isUsed && !isApart && isBehind(world, prepared, origin, called, read)) {
      const what = codeOf(origin, read, others, interner);
      whole = interner.pair(whole, interner.pair(what, read.key));
    }
  }
  return { name, isChange, origin, called, key: whole };
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
