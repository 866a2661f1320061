// Names that code reads by texts which its source does not show: what hangs on them is not known.
import type { Course } from './left-names';
import type { UnknownReason } from './forecast-types';
import type { Carried } from './prepared';
import type { Step } from './version';
import type { World } from './world';

/** Why a value that a step binds is not known for sure; null when it is. */
export function taintOfValue(
  { prepared, taint }: Step,
  { seen: { unseen }, otherTaint }: Course,
  name: string
): UnknownReason | null {
  if (unseen.length === 0) {
    return otherTaint;
  }
  const origin = prepared.origins.get(name);
  const hangs = unseen.some(into =>
    into === null ? origin?.calls !== false : into.includes(name)
  );
  return hangs ? taint : otherTaint;
}

/**
 * True when a name stands for the callable itself, or for what the kernel saw to be an instance of the class; other values
 * carry a class because they may hold one.
 */
export function isMeant(
  world: World,
  name: string,
  { definition }: Carried
): boolean {
  const type = world.knowledge.typeOf(name, world.get(name));
  return definition.name === name || type === `__main__.${definition.name}`;
}
