// Steps of a document that find what they found when it was simulated last: they are taken over with what they left.
import type { CellId } from '../model';
import { HISTORY } from './ambient-names';
import { FOG } from './fog';
import type { Prepared } from './prepared';
import { takeStep } from './take-step';
import type { Trace } from './trace';
import type { Step } from './version';
import type { World } from './world';

/** A step that may be taken over. */
export type Taken = {
  readonly prepared: Prepared;
  readonly step: Step;
  readonly trace: Trace;
};

/** Takes the step of a cell, or the one that was taken for it `before`; null for one that may not be taken over. */
export function retake(
  world: World,
  prepared: Prepared,
  cellId: CellId,
  before: Taken | undefined
): { readonly step: Step; readonly taken: Taken | null } {
  const mayTake = hasNamesAlone(world) && isOfNames(prepared);
  const isSame = before?.prepared === prepared && mayTake;
  if (before && isSame && world.names.isAsBefore(before.trace)) {
    world.names.leaveAgain(before.trace);
    world.magics.note(prepared, null);
    world.modules.note(before.step);
    world.results.note(world.knowledge, before.step);
    return { step: before.step, taken: before };
  }
  const take = (): Step =>
    takeStep(world, { prepared, cellId, execution: null });
  if (!mayTake) {
    return { step: take(), taken: null };
  }
  const [step, trace] = world.names.traced(take);
  const isTold = hasNamesAlone(world) && findsNamesAlone(trace);
  return { step, taken: isTold ? { prepared, step, trace } : null };
}

/** True for a world of which versions tell all that a step may find. */
function hasNamesAlone(world: World): boolean {
  const { shared, held, same, contents, attributes, broken } = world;
  return (
    world.dry === null &&
    shared.isEmpty &&
    held.isEmpty &&
    same.isEmpty &&
    world.setters.isEmpty &&
    world.knowledge.lackedMagics.isEmpty &&
    contents.size + attributes.size + broken.size === 0 &&
    !world.mayLackFiles &&
    !world.get(FOG)
  );
}

/** True for code that goes by the names of the namespace alone. */
function isOfNames({
  imports,
  files,
  completeness,
  bindsUnknown
}: Prepared): boolean {
  return (
    imports.length + files.length === 0 &&
    completeness === 'complete' &&
    !bindsUnknown
  );
}

/** False for a step that asked for more names than those that it named, for results of earlier steps, or for state outside. */
function findsNamesAlone({ found, left, isLost }: Trace): boolean {
  for (const [name, version] of found) {
    const isOutside = name[0] === '@' && version !== undefined;
    if (isOutside || HISTORY.test(name)) {
      return false;
    }
  }
  for (const name of left.keys()) {
    if (name[0] === '@') {
      return false;
    }
  }
  return !isLost;
}
