// What callables remember of former calls, where no name leads to it: caches, default arguments, state around a decorator.
import { nextTurn } from './ambient-names';
import { decoratorsOf } from './decorators';
import type { AmbientWrite } from './observation';
import type { Carried, Prepared } from './prepared';
import type { World } from './world';

/** Decorators that keep results. */
const CACHING =
  /(?:^|[\s.])(?:lru_cache|cache|cached|cachedmethod|memo|memoi[sz]ed?)(?:\s|$)/;
/** What a decorator does that keeps state of its own. */
const KEEPING =
  /\bnonlocal\b|\] [-+*|&]?= |\. (?:append|add|update|setdefault|pop) \(|[-+]= /;
/** Questions to a cache. */
const ASKING = /\. cache_\w+ \(/;
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
  { normalised, definitions }: Prepared,
  entered: readonly Carried[]
): Remembered {
  const read: string[] = [];
  const written = new Map<string, AmbientWrite>();
  for (const carried of entered) {
    const { name } = carried.definition;
    if (isRemembering(world, carried) && !definitions.has(name)) {
      const memory = memoryName(name);
      if (ASKING.test(normalised) || isToldApart(world, carried)) {
        read.push(memory);
      }
      if (!isOnlyAsked(normalised, name)) {
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
export function changesDefaults({ definition, normalised }: Carried): boolean {
  const head = headOf(normalised, definition.name);
  return (definition.received ?? []).some(({ parameter }) => {
    const sign = ` ${parameter} = `;
    const at = head.indexOf(sign);
    return (
      at >= 0 &&
      /^(?:[[{]|(?:list|dict|set|deque|defaultdict|Counter) \()/.test(
        head.slice(at + sign.length)
      )
    );
  });
}

function memoryName(name: string): string {
  return `@memory:${name}`;
}

function isRemembering(
  world: World,
  { definition, isClass, normalised }: Carried
): boolean {
  return decoratorsOf(normalised, definition.name, isClass).some(line => {
    const [, root = ''] = line.trim().split(' ');
    const maker = world.get(root);
    const isOwn = maker?.carried.some(one => one.definition.name === root);
    return (
      CACHING.test(line) ||
      (isOwn === true &&
        KEEPING.test(maker?.baseStep.prepared.normalised ?? ''))
    );
  });
}

/** True when a call that meets a kept result differs from one that does not: by what it shows, or for what it read then. */
function isToldApart(
  world: World,
  { definition, isClass, normalised }: Carried
): boolean {
  const { builtinReferences = [], name } = definition;
  const since = world.get(name)?.serial ?? 0;
  return (
    isClass ||
    !CACHING.test(decoratorsOf(normalised, name, isClass).join('\n')) ||
    builtinReferences.some(one => SHOWING.test(one)) ||
    definition.updates.length + definition.bindings.length > 0 ||
    definition.references.some(
      one => one !== name && (world.get(one)?.serial ?? 0) > since
    )
  );
}

/** `def name ( … ) :`; every sign stands alone. */
function headOf(normalised: string, name: string): string {
  const lines = normalised.split('\n').map(line => line.trim());
  return lines.find(line => line.startsWith(`def ${name} `)) ?? '';
}

/** True where nothing but questions about its cache mention the name. */
function isOnlyAsked(normalised: string, name: string): boolean {
  const words = normalised.split(/\s+/);
  const places = words.flatMap((word, at) => (word === name ? [at] : []));
  return (
    places.length > 0 &&
    places.every(at => /^cache_(?:info|parameters)$/.test(words[at + 2] ?? ''))
  );
}
