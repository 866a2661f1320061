// Classes that the kernel saw change because one above them did.
import { isClassOf } from './class-reads';
import { NONE } from './nothing';
import type { World } from './world';

/** Classes above classes that are followed. */
const FARTHEST = 8;

/**
 * True for a class of which one above is changed by what the code tells: whoever looks for what it inherits looks at that one, and
 * what is its own stays as it was.
 */
export function isChangedAbove(
  world: World,
  name: string,
  isUpdated: (name: string) => boolean,
  left = FARTHEST
): boolean {
  const version = world.get(name);
  return (
    left > 0 &&
    isClassOf(name, version) &&
    (version?.carried ?? NONE).some(({ definition }) =>
      definition.parts?.bases.some(
        base =>
          isUpdated(base) || isChangedAbove(world, base, isUpdated, left - 1)
      )
    )
  );
}
