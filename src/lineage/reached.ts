// Values that a step leaves only if it gets as far as the statement that makes them.
import { DRAWN } from '../analysis';
import { isStream } from './ambient-names';
import { changeKeyOf, valueKeyOf } from './value-keys';
import type { Course } from './left-names';
import { NONE } from './nothing';
import type { Prepared } from './prepared';
import { unseenDraws } from './streams';
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
  const drawing = prepared.origins.get(DRAWN)?.statements ?? NONE;
  return from === Infinity
    ? never
    : name =>
        isStream(name)
          ? drawing.some(statement => statement.from >= from)
          : [...bindings, ...updates].some(
              one => one.name === name && one.range.from > from
            );
}

/** Key of a stream after a step, by the statements that draw; undefined where others may have drawn, unseen. */
export function drawnKey(
  world: World,
  step: Step,
  name: string,
  course: Reaching
): number | undefined {
  const { outcome, lacking } = course;
  const { prepared } = step;
  const isWhole = !outcome.hasFailed && lacking.length === 0;
  const hidden = unseenDraws(
    world,
    prepared,
    world.knowledge.streamsOf(prepared)
  );
  return isWhole && hidden.every(one => one.name !== name)
    ? reachedKey(world, step, name, course)
    : undefined;
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
