// Names that a cell bound again to the very object that they had, which no kernel reports as bound.
import type { Observation } from './observation';
import type { Step } from './version';
import type { ValueKeys } from './value-keys';
import { valueKeyOf } from './value-keys';
import type { World } from './world';
import { NONE } from './nothing';

/**
 * Of the names that a cell binds on some ways only and of which its report tells nothing, those that have what the same
 * statements made of the same: they went the same way again. Others may have been passed by.
 */
export function keptBindings(
  world: World,
  step: Step,
  told: ReadonlySet<string>,
  how: { readonly seen: Observation; readonly valueKeys: ValueKeys }
): readonly string[] {
  const { execution, prepared } = step;
  if (execution?.status !== 'ok' || !execution.report) {
    return NONE;
  }
  const { deleted } = execution.report;
  const untold = prepared.weak.filter(
    name => !told.has(name) && !deleted.includes(name)
  );
  if (untold.length === 0) {
    return NONE;
  }
  const outcome = { hasFailed: false, bound: told, deleted: null };
  const course = {
    ...how,
    outcome,
    lacking: NONE,
    otherTaint: null,
    inThought: null
  };
  return untold.filter(name => {
    const version = world.get(name);
    return (
      version !== undefined &&
      version.baseKey === valueKeyOf(world, step, name, course)
    );
  });
}
