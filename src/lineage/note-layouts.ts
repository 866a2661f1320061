// Notes how values are put together which a step leaves.
import type { Making } from '../analysis';
import { isGentle } from './gentle';
import type { Course } from './left-names';
import { NONE } from './nothing';
import type { Prepared, PreparedUpdate } from './prepared';
import type { Knowledge } from './knowledge';
import { isFree, layoutOf } from './late-layout';
import type { Observation, OwnChance } from './observation';
import { isLeftBy, type Read, type Step } from './version';
import type { World } from './world';

/** Notes the layouts of what a step leaves; one that may have stopped on its way, or runs bodies that change names, tells of none. */
export function noteLayouts(world: World, step: Step, course: Course): void {
  if (world.policy !== 'precise') {
    return;
  }
  const { prepared } = step;
  const { seen, outcome, lacking } = course;
  forgetLayouts(world, step);
  const { knowledge } = world;
  const makings = laidOutBy(knowledge, prepared);
  const isFollowed =
    makings.length > 0 &&
    prepared.completeness === 'complete' &&
    !prepared.bindsUnknown &&
    !outcome.hasFailed &&
    lacking.length === 0 &&
    seen.globals.length === 0 &&
    makesAllUpdates(prepared, seen);
  if (!isFollowed) {
    return;
  }
  const hasUntold = seen.chances.some(isUntold);
  let isFreeStep: boolean | undefined;
  for (const [name, making] of makings) {
    const version = world.get(name);
    if (version && isLeftBy(version, step)) {
      isFreeStep ??= meetsNoChance(step, seen);
      const isFreeOne = isFreeStep && isFree(version);
      version.layout = layoutOf({
        knowledge,
        step,
        version,
        hasUntold,
        making,
        isFree: isFreeOne
      });
    }
  }
}

/** True where no body of another cell changes anything. */
function makesAllUpdates(
  { updates }: Prepared,
  { updates: all }: Observation
): boolean {
  for (const update of all) {
    if (!updates.includes(update)) {
      return false;
    }
  }
  return true;
}

/** True for a chance of which nobody tells where it is. */
function isUntold({ into }: OwnChance): boolean {
  return into === null;
}

/** True where neither the step itself nor anything that it reads hangs on chance. */
function meetsNoChance({ reads }: Step, { chances }: Observation): boolean {
  return chances.length === 0 && reads.every(isFreeRead);
}

function isFreeRead({ version }: Read): boolean {
  return version === null || isFree(version);
}

/** Of values that the step may have changed unseen, or gives another name, nobody tells any more. */
function forgetLayouts(world: World, { prepared, execution }: Step): void {
  const { updates, values } = prepared;
  for (const { name, of } of values.same ?? NONE) {
    world.lay(name, undefined);
    world.lay(of, undefined);
  }
  if (updates.every(isSureUpdate)) {
    return;
  }
  const mayChange = updates.filter(
    ({ name, isSure }) => !isSure && world.get(name)?.layout !== undefined
  );
  if (
    mayChange.length > 0 &&
    !execution?.report &&
    !world.knowledge.lookAt(prepared) &&
    !isGentle(world, prepared)
  ) {
    mayChange.forEach(({ name }) => world.lay(name, undefined));
  }
}

function isSureUpdate({ isSure }: PreparedUpdate): boolean {
  return isSure;
}

/** The makings that tell of parts, of names that a source binds or changes. */
function laidOutBy(
  { makings }: Knowledge,
  prepared: Prepared
): readonly (readonly [string, Making])[] {
  const known = makings.get(prepared);
  if (known) {
    return known;
  }
  const { strong, updates, analysis } = prepared;
  const names = new Set([...strong, ...updates.map(({ name }) => name)]);
  const found = [...(analysis.makings ?? [])].filter(
    ([name, { kind }]) =>
      names.has(name) && kind !== 'open' && kind !== 'imported'
  );
  makings.set(prepared, found);
  return found;
}
