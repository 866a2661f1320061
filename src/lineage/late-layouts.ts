// Notes how values are put together which a step leaves; worked out where somebody looks at some of their parts alone.
import type { Making } from '../analysis';
import { isGentle } from './gentle';
import { zipped, type Layout } from './layout';
import { layOut } from './lay-out';
import type { Course } from './left-names';
import { NONE } from './nothing';
import type { Prepared } from './prepared';
import { chancesIn, isLeftBy, type Step, type Version } from './version';
import type { Knowledge } from './knowledge';
import type { World } from './world';

/** The parts of a value, told when somebody asks. */
export type LateLayout = {
  /** How many values have to be laid out for it, one after the other. */
  readonly depth: number;
  /** Null where nobody tells of its parts. */
  readonly told: () => Layout | null;
};

/** So many values are laid out at once: each asks the one before. */
const DEEPEST = 64;

/** Notes the layouts of what a step leaves; one that may have stopped on its way, or runs bodies that change names, tells of none. */
export function noteLayouts(world: World, step: Step, course: Course): void {
  if (world.policy !== 'precise') {
    return;
  }
  const { prepared } = step;
  const { seen, outcome, lacking } = course;
  forgetLayouts(world, step);
  const isFollowed =
    prepared.completeness === 'complete' &&
    !prepared.bindsUnknown &&
    !outcome.hasFailed &&
    lacking.length === 0 &&
    seen.globals.length === 0 &&
    seen.updates.every(update => prepared.updates.includes(update));
  if (!isFollowed) {
    return;
  }
  const { knowledge } = world;
  let hasUntold: boolean | undefined;
  for (const [name, making] of laidOutBy(knowledge, prepared)) {
    const version = world.get(name);
    if (version && isLeftBy(version, step)) {
      hasUntold ??= seen.chances.some(({ into }) => into === null);
      const left = { making, version, hasUntold };
      world.lay(name, lateLayout(knowledge, step, left));
    }
  }
}

/** Of values that the step may have changed unseen, or gives another name, nobody tells any more. */
function forgetLayouts(world: World, { prepared, execution }: Step): void {
  const { updates, values } = prepared;
  for (const { name, of } of values.same ?? NONE) {
    world.lay(name, undefined);
    world.lay(of, undefined);
  }
  const mayChange = updates.filter(
    ({ name, isSure }) => !isSure && world.get(name)?.layout !== undefined
  );
  if (
    mayChange.length > 0 &&
    !execution?.report &&
    !world.knowledge.lookAt(prepared) &&
    !isGentle(world, prepared)
  ) {
    mayChange.forEach(({ name }) => world.lay(name, undefined));
  }
}

/** The makings that tell of parts, of names that a source binds or changes. */
function laidOutBy(
  { makings }: Knowledge,
  prepared: Prepared
): readonly (readonly [string, Making])[] {
  const known = makings.get(prepared);
  if (known) {
    return known;
  }
  const { strong, updates, analysis } = prepared;
  const names = new Set([...strong, ...updates.map(({ name }) => name)]);
  const found = [...(analysis.makings ?? [])].filter(
    ([name, { kind }]) =>
      names.has(name) && kind !== 'open' && kind !== 'imported'
  );
  makings.set(prepared, found);
  return found;
}

function lateLayout(
  knowledge: Knowledge,
  step: Step,
  left: {
    readonly making: Making;
    readonly version: Version;
    readonly hasUntold: boolean;
  }
): LateLayout {
  const { making, version, hasUntold } = left;
  let known: Layout | null | undefined;
  const told = (): Layout | null => {
    if (known === undefined) {
      known =
        withoutChances(knowledge, version) ??
        asFirst(
          knowledge,
          version.key,
          layOut({ knowledge, step, version, hasUntold }, making)
        );
    }
    return known;
  };
  const depth = 1 + depthBehind(step);
  if (depth % DEEPEST === 0) {
    told();
  }
  return { depth, told };
}

/** What a version that counts as one was laid out in, where neither hangs on any chance: nothing has to be laid out anew. */
function withoutChances(
  { layouts }: Knowledge,
  version: Version
): Layout | undefined {
  const first = layouts.get(version.key);
  const isFree =
    first?.whole.chances.length === 0 && chancesIn(version).length === 0;
  return isFree ? first : undefined;
}

function depthBehind({ reads }: Step): number {
  let depth = 0;
  for (const { version } of reads) {
    depth = Math.max(depth, version?.layout?.depth ?? 0);
  }
  return depth;
}

/** Of versions that count as one, the first tells the keys. */
function asFirst(
  { layouts }: Knowledge,
  key: number,
  own: Layout | null
): Layout | null {
  const first = layouts.get(key);
  if (first === undefined) {
    layouts.set(key, own);
    return own;
  }
  return first && own && keyedAs(first, own);
}

/** The parts of a value that counts as one that was there before: its keys are those of then, its chances its own. */
export function laidOutAs(then: LateLayout, now: Version): LateLayout {
  const { chances, layout } = now;
  return {
    depth: Math.max(then.depth, layout?.depth ?? 0),
    told: () => {
      const first = then.told();
      const own = first && layout?.told();
      return (
        first &&
        ((own && keyedAs(first, own)) ??
          zipped(first, first, ({ key }) => ({ key, chances, sizing: [] })))
      );
    }
  };
}

/** The keys of one layout with the chances of another; null where they have not the same parts. */
function keyedAs(first: Layout, own: Layout): Layout | null {
  const isAlike =
    first.kind === own.kind &&
    first.columns.length === own.columns.length &&
    first.columns.every(({ label }, at) => label === own.columns[at]?.label);
  return isAlike
    ? zipped(first, own, ({ key }, mine) => ({ ...mine, key }))
    : null;
}
