// Values that a step leaves only if it gets as far as the statement that makes them.
import { changeKeyOf, valueKeyOf } from './keys';
import type { Course } from './left-names';
import type { Prepared } from './prepared';
import type { Step } from './version';
import type { World } from './world';

/** The course of a step, with the names whose statements it may not get to. */
export type Reaching = Course & { readonly mayStop: (name: string) => boolean };

/** Nothing stands below what may raise. */
export const never = (): boolean => false;

/** Tells of which names the value may not be reached, since what stands above it may raise. */
export function doubtful(
  { knowledge }: World,
  prepared: Prepared
): (name: string) => boolean {
  const from = knowledge.well.doubtIn(prepared);
  const { bindings, updates } = prepared.analysis;
  return from === Infinity
    ? never
    : name =>
        [...bindings, ...updates].some(
          one => one.name === name && one.range.from > from
        );
}

/** As `valueKeyOf`, or as `changeKeyOf`; another one where it is not known whether the step gets as far. */
export function reachedKey(
  world: World,
  step: Step,
  name: string,
  course: Reaching,
  isChange = false
): number | undefined {
  const { interner } = world.knowledge;
  const keyFor = isChange ? changeKeyOf : valueKeyOf;
  const key = keyFor(world, step, name, course);
  return key !== undefined && course.mayStop(name)
    ? interner.pair(key, interner.intern('if reached'))
    : key;
}
