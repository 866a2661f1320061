// What one value that a step leaves hangs on: the statements that surely made it, and what the step reads for their sake.
import { DRAWN } from '../analysis';
import type { Execution } from '../model';
import { isFile, isStream } from './ambient-names';
import { doneBefore } from './broken';
import { isOption } from './displays';
import { NONE } from './nothing';
import type { Observation } from './observation';
import type { Carried, Prepared, PreparedOrigin } from './prepared';
import { isSpared, makesTexts } from './shaping';
import type { Read, Step } from './version';
import type { World } from './world';

/** What a value hangs on, where the step surely went through it; null where that is not told. */
export function originOf(
  { prepared, execution }: Step,
  name: string,
  seen: Observation,
  hasFailed: boolean
): PreparedOrigin | null {
  const origin = prepared.origins.get(isStream(name) ? DRAWN : name);
  return origin &&
    (hasMade(origin, hasFailed, execution) ||
      isDoneBy(prepared, execution, origin)) &&
    !(hasFailed && prepared.weak.includes(name)) &&
    !isReachedByBodies(prepared, origin, seen)
    ? origin
    : null;
}

/** True when bodies of other cells that the step runs change what the value is made of: its source does not tell when. */
function isReachedByBodies(
  { updates }: Prepared,
  { references }: PreparedOrigin,
  seen: Observation
): boolean {
  for (const name of seen.globals) {
    if (references.has(name)) {
      return true;
    }
  }
  for (const update of seen.updates) {
    if (!updates.includes(update) && references.has(update.name)) {
      return true;
    }
  }
  return false;
}

/** True when the step surely went through all that makes the value. */
function hasMade(
  { isMadeAtOnce }: PreparedOrigin,
  hasFailed: boolean,
  execution: Execution | null
): boolean {
  const isWhole =
    !execution ||
    execution.status === 'ok' ||
    execution.status === 'error' ||
    (execution.status === 'lost' && execution.report !== null);
  return isWhole && (isMadeAtOnce || !hasFailed);
}

/** True for what stands above the statement at which an execution failed, where its traceback tells. */
export function isDoneBy(
  prepared: Prepared,
  execution: Execution | null,
  { statements }: PreparedOrigin
): boolean {
  const done =
    execution?.status === 'error' ? doneBefore(prepared, execution) : -1;
  return done >= 0 && statements.every(({ to }) => to <= done);
}

/** What a step reads for the sake of one value. */
export function readsBehind(
  world: World,
  prepared: Prepared,
  origin: PreparedOrigin,
  reads: readonly Read[]
): readonly Read[] {
  const called = calledFor(world, origin);
  return reads.filter(read => isBehind(world, prepared, origin, called, read));
}

/** True for what a step reads for the sake of one value. */
export function isBehind(
  world: World,
  prepared: Prepared,
  origin: PreparedOrigin,
  called: readonly string[] | null,
  { id, name }: Read
): boolean {
  const { references, isOutside, apart, imports } = origin;
  const calls = called !== null;
  if (name[0] === '@') {
    if (isOption(name)) {
      return makesTexts(prepared, origin);
    }
    const isMet =
      (isOutside && !isSpared(world, prepared, origin, name)) ||
      (calls && (called.length > 0 || isStream(name)));
    return isMet || (isFile(name) && world.modules.areFrom(name, imports));
  }
  return (
    (references.has(name) && !apart.includes(id)) ||
    (calls && (!prepared.roles.has(name) || called.includes(name)))
  );
}

/**
 * What the bodies read that run where the value is made; null where none can: nothing is called, and nothing is a value whose
 * operators and attributes run bodies of the notebook.
 */
export function calledFor(
  world: World,
  { calls, names }: PreparedOrigin
): readonly string[] | null {
  let hasBodies = false;
  let isCalled = calls;
  for (const name of names) {
    const carried = world.get(name)?.carried ?? NONE;
    hasBodies ||= carried.length > 0;
    isCalled ||= carried.some(isOfClass);
  }
  if (!isCalled) {
    return null;
  }
  return hasBodies ? namesOfBodies(world, names) : NONE;
}

function isOfClass({ isClass }: Carried): boolean {
  return isClass;
}

/** What the bodies behind names read, and the bodies behind what those read. */
function namesOfBodies(
  world: World,
  names: readonly string[]
): readonly string[] {
  const found = new Set<string>();
  const pending = [...names];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const { definition } of world.get(name)?.carried ?? NONE) {
      for (const read of definition.references) {
        if (!found.has(read)) {
          found.add(read);
          pending.push(read);
        }
      }
    }
  }
  return [...found];
}
