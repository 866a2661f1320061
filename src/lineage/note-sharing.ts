// Notes which names share a value after a step: what the kernel told, else what the code does.
import type { Holding } from '../analysis';
import { isFixed } from './fixed';
import { isModule } from './imported';
import { NONE } from './nothing';
import type { Prepared } from './prepared';
import { isArrayType } from './value-types';
import type { Step } from './version';
import type { World } from './world';

/** Keeps which names share a value after a step. */
export function noteSharing(world: World, step: Step): void {
  const { prepared, execution } = step;
  noteArrays(world, step);
  const shared = execution?.report?.shared ?? sharedBySource(world, prepared);
  const { sharing, oneShot } = prepared.values;
  const holdings = world.policy === 'sound' ? prepared.values.holdings : NONE;
  const isPlain = sharing.length + oneShot.length + holdings.length === 0;
  const hasAliases = world.shared.hasAliases || world.held.hasAliases;
  if (!isPlain || shared?.length || hasAliases) {
    noteNames(world, prepared, shared, holdings);
  }
}

function noteNames(
  world: World,
  prepared: Prepared,
  shared: readonly (readonly string[])[] | undefined,
  holdings: readonly Holding[]
): void {
  const { sharing, oneShot } = prepared.values;
  const read = new Set(prepared.reads.map(({ name }) => name));
  for (const name of [...prepared.strong, ...prepared.deletes]) {
    if (!read.has(name)) {
      world.shared.unshare(name);
    }
    if (!prepared.grown.includes(name)) {
      world.held.unshare(name);
    }
  }
  world.shared.share(shared ?? []);
  for (const one of sharing) {
    if (one.kind === 'state') {
      world.shared.join(one.name, one.with);
    } else if (one.kind === 'within') {
      world.shared.put(one.name, one.with);
    } else if (!shared && mayBeArray(world, one.with)) {
      world.shared.share([[one.name, one.with]]);
    }
  }
  for (const one of holdings) {
    if (mayHold(world, one)) {
      world.held.share([[one.holder, one.held]]);
    }
  }
  for (const { name, over } of oneShot) {
    over
      .filter(
        other => world.shared.isOneShot(name) && world.shared.isOneShot(other)
      )
      .forEach(other => world.shared.join(name, other));
  }
}

/**
 * The groups of names that the kernel saw share a value after code like this. What only looks at values makes no names share
 * one: those that did, did before.
 */
function sharedBySource(
  world: World,
  prepared: Prepared
): readonly (readonly string[])[] | undefined {
  const { strong, weak, updates, calls } = prepared;
  const onlyLooks =
    strong.length + weak.length + updates.length === 0 &&
    !calls.some(name => world.get(name)?.carried.length);
  return onlyLooks ? NONE : world.knowledge.lookAt(prepared)?.shared;
}

/** True when what is held can change, and is kept by what was called with it. */
function mayHold(world: World, { callee, held }: Holding): boolean {
  const version = world.get(held);
  const made = callee === null ? [] : (world.get(callee)?.carried ?? []);
  const isKept = callee === null || made.some(one => one.isClass);
  return isKept && !isModule(held, version) && !isFixed(held, version);
}

/** True when the kernel said that the parts of the value are views; in a slice, unless it said what else the value is. */
function mayBeArray(world: World, name: string): boolean {
  const type = world.knowledge.typeOf(name, world.get(name)) ?? null;
  return type === null
    ? world.policy === 'sound' || world.shared.isArray(name)
    : isArrayType(type);
}

/** Notes which names code surely binds to arrays: the parts of those are views of them, though no kernel told. */
function noteArrays({ shared }: World, { prepared }: Step): void {
  const { arrays, strong, values } = prepared;
  if (arrays.size === 0 && !shared.hasArrays) {
    return;
  }
  for (const name of strong) {
    const isArray =
      arrays.has(name) ||
      (values.sharing.length > 0 && isPartOfArray(shared, prepared, name));
    shared.noteArray(name, isArray);
  }
}

function isPartOfArray(
  shared: World['shared'],
  { values }: Prepared,
  name: string
): boolean {
  return values.sharing.some(
    one => one.name === name && shared.isArray(one.with)
  );
}
