// Keeps which names hold values that can be gone through once: generators, iterators, open files.
import type { Prepared, PreparedUpdate } from './prepared';
import { isOneShotType } from './value-types';
import type { Step } from './version';
import type { World } from './world';
import { NONE, NO_ENTRIES } from './nothing';

/** Looks at the names that a step binds: what the kernel said of their type decides, else the source. */
export function noteOneShots(world: World, step: Step): void {
  const { prepared, execution } = step;
  const { oneShot } = prepared.values;
  const isPlain = oneShot.length === 0 && !world.shared.hasOneShots;
  if (!isPlain || execution?.report || world.knowledge.hasTypes) {
    noteNames(world, step);
  }
}

function noteNames(world: World, step: Step): void {
  const { prepared, execution } = step;
  const { oneShot } = prepared.values;
  const makers: ReadonlyMap<string, string | null> =
    oneShot.length === 0
      ? NO_ENTRIES
      : new Map(oneShot.map(one => [one.name, one.callee] as const));
  const note = (name: string): void => {
    const type =
      execution?.report?.types?.[name] ??
      world.knowledge.typeOf(name, world.get(name));
    const callee = makers.get(name);
    const isMade =
      callee !== undefined && (callee === null || yields(world, step, callee));
    world.shared.noteOneShot(
      name,
      type === undefined ? isMade : isOneShotType(type)
    );
  };
  prepared.strong.forEach(note);
  prepared.weak.forEach(note);
}

/** Who goes through such a value uses it up. */
export function usedUp(
  world: World,
  { values }: Prepared
): readonly PreparedUpdate[] {
  return values.consumed.length === 0
    ? NONE
    : values.consumed
        .filter(name => world.shared.isOneShot(name))
        .map(name => ({
          name,
          part: null,
          isReplacement: false,
          isSure: true,
          ...(values.exhausted?.includes(name) && { ends: true })
        }));
}

/** True for a function that yields. */
function yields(world: World, { prepared }: Step, callee: string): boolean {
  const maker = world.get(callee)?.baseStep.prepared ?? prepared;
  return (
    prepared.values.generators.includes(callee) ||
    maker.values.generators.includes(callee)
  );
}
