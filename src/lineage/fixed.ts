// Values that stay what they are, told by the code that made them.
import { importsAgain } from './imported';
import type { Step, Version } from './version';
import type { World } from './world';

/** True for a plain function without decorators, and for what is worked out of constants. */
export function isFixed(name: string, version: Version | undefined): boolean {
  if (!version || version.parts.size > 0) {
    return false;
  }
  const { analysis, strong } = version.baseStep.prepared;
  const isMade = strong.includes(name);
  const isPlain =
    version.carried.length === 1 &&
    version.carried.every(
      ({ definition, isClass }) => definition.name === name && !isClass
    );
  return (
    isMade &&
    (analysis.literals?.includes(name) === true ||
      (isPlain && !analysis.keeping?.decorators.has(name)))
  );
}

/** In a slice, true for a name that keeps its value when it is imported again. */
export function isImportedAgain(
  world: World,
  { prepared }: Step,
  name: string
): boolean {
  return world.policy === 'sound' && importsAgain(world, prepared, name);
}
