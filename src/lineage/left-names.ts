// Which names a step binds, and which it may leave otherwise than it found them.
import { stopsFor, stoppedAt } from './broken';
import { FOG } from './fog';
import type { UnknownReason } from './forecast-types';
import type { Outcome } from './knowledge';
import { isStopped } from './lacking-magics';
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import { isUnreached } from './unreached';
import type { Step } from './version';
import type { World } from './world';
import { NONE } from './nothing';

/** What a step sees, how it ends, and for want of which names it stops before. */
export type Course = {
  readonly seen: Observation;
  readonly outcome: Outcome;
  readonly lacking: readonly string[];
  /** Why its effects are not known in full, apart from names that it reads unseen; null when they are. */
  readonly otherTaint: UnknownReason | null;
};

/** The names that a step binds, each once. */
export function boundNames(
  world: World,
  { prepared, execution }: Step,
  { seen, outcome: { hasFailed, bound }, lacking }: Course
): readonly string[] {
  const { strong, weak, readyAt } = prepared;
  const stopsAt = execution
    ? stoppedAt(prepared, execution)
    : stopsFor(prepared, lacking);
  const isDone = (name: string): boolean => (readyAt.get(name) ?? 0) <= stopsAt;
  const isReached = (name: string): boolean =>
    execution ? isDone(name) : placeOf(world, prepared, name) <= stopsAt;
  if (bound) {
    const done = stopsAt === Infinity ? NONE : strong.filter(isDone);
    const names = union(hasFailed ? done : strong, bound);
    const goesOn = hasFailed || stopsAt === Infinity;
    return goesOn ? names : names.filter(isReached);
  }
  const names =
    weak.length + seen.globals.length === 0
      ? strong
      : union(strong, new Set([...weak, ...seen.globals]));
  const isKept = (name: string): boolean =>
    hasFailed &&
    (isUnreached(world, prepared, name) ||
      (world.policy === 'precise' &&
        Boolean(world.get(name)) &&
        !(stopsAt !== Infinity && strong.includes(name) && isDone(name))));
  return hasFailed || stopsAt !== Infinity
    ? names.filter(name => !isKept(name) && isReached(name))
    : names;
}

/** Goes through the names that a step may leave otherwise than it found them; some more than once. */
export function forTouched(
  world: World,
  step: Step,
  { seen, outcome }: Course,
  visit: (name: string) => void
): void {
  const { strong, weak, deletes } = step.prepared;
  for (const { name } of seen.updates) {
    visit(name);
  }
  seen.globals.forEach(visit);
  strong.forEach(visit);
  weak.forEach(visit);
  deletes.forEach(visit);
  outcome.bound?.forEach(visit);
  outcome.deleted?.forEach(visit);
  seen.ambient.forEach((_, name) => {
    if (world.get(name)) {
      visit(name);
    }
  });
  if (isOpaque(world, step, outcome)) {
    visit(FOG);
  }
}

/** True when the step may have done anything to any name. */
export function isOpaque(
  world: World,
  step: Step,
  { bound }: Outcome
): boolean {
  const { completeness, bindsUnknown } = step.prepared;
  if (isStopped(world, step)) {
    return false;
  }
  if (world.policy === 'sound' && completeness !== 'complete') {
    return true;
  }
  return bound === null && (completeness === 'none' || bindsUnknown);
}

/** A statement that stops half-way leaves the former value; where there is none, what reads the name hangs on it. */
function placeOf(
  world: World,
  { readyAt, boundAt }: Prepared,
  name: string
): number {
  return (world.get(name) ? readyAt : boundAt).get(name) ?? 0;
}

/** Each name once, in order. */
function union(
  some: readonly string[],
  others: ReadonlySet<string>
): readonly string[] {
  const all = [...some];
  others.forEach(name => {
    if (!some.includes(name)) {
      all.push(name);
    }
  });
  return all;
}
