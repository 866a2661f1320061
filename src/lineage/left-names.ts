// Which names a step binds, and which it may leave otherwise than it found them.
import { extentInThought, extentOf, type Extent } from './broken';
import { FOG } from './fog';
import type { UnknownReason } from './forecast-types';
import type { ValueKeys } from './value-keys';
import type { Outcome } from './knowledge';
import { missedModule } from './lacked-modules';
import { isStopped, stopsAt } from './lacking-magics';
import { NONE } from './nothing';
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import { isUnreached } from './unreached';
import { onlyStars } from './star-fog';
import type { Step } from './version';
import type { World } from './world';

/** What a step sees, how it ends, and for want of which names it stops before. */
export type Course = {
  readonly seen: Observation;
  /** How keys of values that it leaves are put together, as far as somebody asked for them. */
  readonly valueKeys: ValueKeys;
  readonly outcome: Outcome;
  readonly lacking: readonly string[];
  /** Why its effects are not known in full, apart from names that it reads unseen; null when they are. */
  readonly otherTaint: UnknownReason | null;
  /** All names that it binds, where constants determine that it raises and where; null where they do not. */
  readonly inThought: ReadonlySet<string> | null;
};

/** The names that a step binds, each once. */
export function boundNames(
  world: World,
  step: Step,
  course: Course
): readonly string[] {
  const { inThought } = course;
  const names = namesBound(world, step, course);
  return inThought ? names.filter(name => inThought.has(name)) : names;
}

function namesBound(
  world: World,
  step: Step,
  course: Course
): readonly string[] {
  const { seen, outcome, lacking } = course;
  const { hasFailed, bound } = outcome;
  const { prepared, execution } = step;
  const at = lacking.length > 0 ? null : stopsAt(world, step);
  const { done, reached } =
    at !== null
      ? { done: at - 1, reached: at }
      : execution
        ? extentOf(world, step)
        : extentInThought(prepared, lacking);
  if (hasFailed || reached !== Infinity) {
    return namesReached(world, step, course, { done, reached });
  }
  return bound ? toldNames(prepared, seen, bound) : allNames(prepared, seen);
}

/** What is told, and where nobody tells what bodies bind again, what these bind. */
function toldNames(
  { strong, analysis }: Prepared,
  { globals }: Observation,
  bound: ReadonlySet<string>
): readonly string[] {
  return analysis.bindsUntold && globals.length > 0
    ? union(strong, new Set([...bound, ...globals]))
    : union(strong, bound);
}

/** The names that a step binds as far as it came. */
function namesReached(
  world: World,
  { prepared, execution }: Step,
  { seen, outcome: { hasFailed, bound } }: Course,
  { done, reached }: Extent
): readonly string[] {
  const { strong, readyAt } = prepared;
  const isDone = (name: string): boolean => (readyAt.get(name) ?? 0) <= done;
  const isReached = (name: string): boolean =>
    execution
      ? (readyAt.get(name) ?? 0) <= reached
      : placeOf(world, prepared, name) <= reached;
  if (bound) {
    const names = union(hasFailed ? strong.filter(isDone) : strong, bound);
    const goesOn = hasFailed || reached === Infinity;
    return goesOn ? names : names.filter(isReached);
  }
  const isKept = (name: string): boolean =>
    hasFailed &&
    (isUnreached(world, prepared, name) ||
      (world.policy === 'precise' &&
        Boolean(world.get(name)) &&
        !(strong.includes(name) && isDone(name))));
  return allNames(prepared, seen).filter(
    name => !isKept(name) && isReached(name)
  );
}

/** What a step binds that comes to its end, as far as its source and the bodies that it runs tell. */
function allNames(
  { strong, weak }: Prepared,
  { globals }: Observation
): readonly string[] {
  return weak.length + globals.length === 0
    ? strong
    : union(strong, new Set([...weak, ...globals]));
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
  if (seen.ambient.size > 0) {
    forSet(world, seen, visit);
  }
  if (isOpaque(world, step, outcome)) {
    visit(FOG);
  }
}

/** Goes through the ambient names that are set by now. */
function forSet(
  world: World,
  { ambient }: Observation,
  visit: (name: string) => void
): void {
  [...ambient.keys()].filter(name => world.get(name)).forEach(visit);
}

/** True when the step may have done anything to any name. */
export function isOpaque(
  world: World,
  step: Step,
  { bound, hasFailed }: Outcome
): boolean {
  const { completeness, bindsUnknown, analysis } = step.prepared;
  const isRead = completeness === 'complete' && !bindsUnknown;
  if (isRead || isStopped(world, step) || lacksStar(world, step, hasFailed)) {
    return false;
  }
  if (world.policy === 'sound' && completeness !== 'complete') {
    return !readsInBodiesAlone(step.prepared);
  }
  const isUntold = bound === null || analysis.bindsUntold === true;
  return isUntold && (completeness === 'none' || bindsUnknown);
}

/** True for a step of which nothing is unknown but what its one star import brings in, and which stopped for want of that module. */
function lacksStar(
  { knowledge }: World,
  { prepared, execution }: Step,
  hasFailed: boolean
): boolean {
  const [star = '', ...others] = (hasFailed && onlyStars(prepared)) || NONE;
  const [, module] = /^from ([\w.]+) import/.exec(star) ?? [];
  const lacked = execution
    ? [missedModule(execution)?.name]
    : knowledge.lackedModules.among(prepared.imports);
  return (
    module !== undefined &&
    others.length === 0 &&
    lacked.some(name => name === module || module.startsWith(`${name}.`))
  );
}

/** True where nothing is open but what bodies read: a definition runs none, and who calls one reads it then. */
function readsInBodiesAlone({ analysis, bindsUnknown }: Prepared): boolean {
  const { unanalysed, definitions } = analysis;
  return (
    !bindsUnknown &&
    unanalysed.length > 0 &&
    unanalysed.every(
      ({ extent, range }) =>
        extent === 'reads' &&
        definitions.some(
          ({ range: body }) =>
            body && body.from <= range.from && range.to <= body.to
        )
    )
  );
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
  let all: string[] | null = null;
  for (const name of others) {
    if (!some.includes(name)) {
      all ??= [...some];
      all.push(name);
    }
  }
  return all ?? some;
}
