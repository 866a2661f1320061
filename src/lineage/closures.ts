// Functions that others gave, and that change what those bound: who calls one leaves it otherwise than it was.
import { NONE } from './nothing';
import type { Prepared, PreparedUpdate } from './prepared';
import type { World } from './world';

/** The part under which stands what a function keeps of its calls. */
const KEPT = '()';

/** The changes of those that a step calls: a counter that `make_counter()` gave. */
export function calledClosures(
  world: World,
  { calls }: Prepared
): readonly PreparedUpdate[] {
  const names = calls.filter(name => isClosure(world, name));
  return names.length === 0
    ? NONE
    : names.map(name => ({
        name,
        part: KEPT,
        isReplacement: false,
        isSure: true
      }));
}

/** True for what a function of the notebook gave in which such a function stands. */
function isClosure(world: World, name: string): boolean {
  const maker = world.get(name)?.baseStep.prepared;
  const callee = maker?.values.oneShot.find(one => one.name === name)?.callee;
  if (!maker || callee === undefined || callee === null) {
    return false;
  }
  const own = maker.definitions.get(callee);
  const carried = own ? [own] : (world.get(callee)?.carried ?? NONE);
  return carried.some(
    ({ definition, analysis, isClass }) =>
      !isClass && analysis.keeping?.closures.has(definition.name) === true
  );
}
