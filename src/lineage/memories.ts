// What callables remember of former calls, where no name leads to it: caches, default arguments, state around a decorator.
import { nextTurn } from './ambient-names';
import { NONE } from './nothing';
import type { AmbientWrite } from './observation';
import type { Carried, Prepared } from './prepared';
import type { World } from './world';

/** Decorators that keep results, by the last part of their name. */
const CACHING =
  /(?:^|\.)(?:lru_cache|cache|cached|cachedmethod|memo|memoi[sz]ed?)$/;
/** Questions to a cache. */
const ASKING = /^cache_\w+$/;
/** Builtins by which a body shows something, or asks somebody. */
const SHOWING = /^(?:print|input|open)$/;

/** What a step finds in memories, and leaves there. */
export type Remembered = {
  /** Pseudo-names of memories that it reads. */
  readonly read: readonly string[];
  readonly written: ReadonlyMap<string, AmbientWrite>;
};

/** The memories that a step meets which runs these callables. */
export function remembered(
  world: World,
  { normalised, definitions, analysis, spells }: Prepared,
  entered: readonly Carried[]
): Remembered {
  const read: string[] = [];
  const written = new Map<string, AmbientWrite>();
  for (const carried of entered) {
    const { name } = carried.definition;
    if (isRemembering(world, carried) && !definitions.has(name)) {
      const memory = memoryName(name);
      if (spells(ASKING) || isToldApart(world, carried)) {
        read.push(memory);
      }
      if (!analysis.keeping?.asked.has(name)) {
        const part = nextTurn(world.get(memory), normalised);
        written.set(memory, { isFresh: false, part });
      }
    }
  }
  for (const [name, carried] of definitions) {
    if (isRemembering(world, carried)) {
      written.set(memoryName(name), { isFresh: true, part: null });
    }
  }
  return { read, written };
}

/** True for a function that changes the default of a parameter: it is another one after a call. */
export function changesDefaults({ definition, analysis }: Carried): boolean {
  const defaults = analysis.keeping?.defaults.get(definition.name) ?? NONE;
  return (definition.received ?? []).some(({ parameter }) =>
    defaults.includes(parameter)
  );
}

function memoryName(name: string): string {
  return `@memory:${name}`;
}

function isRemembering(world: World, carried: Carried): boolean {
  return decoratorsOf(carried).some(decorator => {
    const [root = ''] = decorator.split('.');
    const maker = world
      .get(root)
      ?.carried.find(one => one.definition.name === root);
    return (
      CACHING.test(decorator) || maker?.analysis.keeping?.keepers.has(root)
    );
  });
}

function decoratorsOf({ definition, analysis }: Carried): readonly string[] {
  return analysis.keeping?.decorators.get(definition.name) ?? NONE;
}

/** True when a call that meets a kept result differs from one that does not: by what it shows, or for what it read then. */
function isToldApart(world: World, carried: Carried): boolean {
  const { definition, isClass } = carried;
  const { builtinReferences = [], name } = definition;
  const since = world.get(name)?.serial ?? 0;
  return (
    isClass ||
    !decoratorsOf(carried).some(one => CACHING.test(one)) ||
    builtinReferences.some(one => SHOWING.test(one)) ||
    definition.updates.length + definition.bindings.length > 0 ||
    definition.references.some(
      one => one !== name && (world.get(one)?.serial ?? 0) > since
    )
  );
}
