// Whether a set whose order shows holds texts, so that each process goes through it in another order.
import type { HeldKind } from '../analysis';
import type { RunHistory } from '../model';
import type { Prepared, PreparedEffect } from './prepared';
import type { Read } from './version';
import type { World } from './world';

/** How many names are followed from one to the next. */
const FARTHEST = 8;

/** True where the kernel's texts have the hashes that every process gives them. */
export function haveFixedHashes(runs: readonly RunHistory[]): boolean {
  const [newest] = runs.slice(-1);
  const seed =
    newest?.environment?.details?.variables['PYTHONHASHSEED'] ?? 'random';
  return seed !== 'random' && seed !== '';
}

/** True where the order that the code meets is another one in each process. */
export function variesByHash(
  world: World,
  prepared: Prepared,
  { ifSet, ifTexts }: PreparedEffect
): boolean {
  if (world.knowledge.hasFixedHashes) {
    return false;
  }
  const kindOf = (name: string): HeldKind | undefined =>
    prepared.own.has(name) || prepared.held.has(name)
      ? prepared.held.get(name)
      : (world.attributes.get(name) ??
        world.get(name)?.baseStep.prepared.held.get(name));
  const holds = (name: string, isSet: boolean, left: number): boolean => {
    const found = kindOf(name);
    return (
      found !== undefined &&
      left > 0 &&
      (!isSet || found.kind === 'set') &&
      (found.ifTexts === null || holds(found.ifTexts, false, left - 1))
    );
  };
  if (ifSet !== undefined) {
    return holds(ifSet, true, FARTHEST);
  }
  return ifTexts === undefined || holds(ifTexts, false, FARTHEST);
}

/** An item by a text or an attribute is the same in whatever order a value has its items. */
export function isFoundByName({ path }: Read): boolean {
  return path !== null && path.startsWith('["');
}
