// Settings that code makes in modules, which show wherever something of the module is used: `getcontext().prec = 5`.
import { nextTurn } from './ambient-names';
import { importBehind } from './imported';
import { NONE } from './nothing';
import type { AmbientWrite } from './observation';
import type { Prepared } from './prepared';
import type { World } from './world';

/** States that have names of their own. */
const KNOWN =
  /^@(?:display|plotting|warnings|random|directory|path|environment)/;

/** What a step finds set in the modules that it uses, and what it sets there. */
export type ModuleSettings = {
  readonly read: readonly string[];
  readonly written: ReadonlyMap<string, AmbientWrite>;
};

/** The settings that a step meets which reads these names. */
export function moduleSettings(
  world: World,
  prepared: Prepared,
  names: Iterable<string>
): ModuleSettings {
  const written = new Map<string, AmbientWrite>();
  for (const name of settersIn(prepared)) {
    const module = importBehind(world, prepared, name)?.module;
    if (module !== undefined) {
      const state = `@module:${module}`;
      const part = nextTurn(world.get(state), prepared.normalised);
      written.set(state, { isFresh: false, part });
    }
  }
  const read = new Set<string>();
  for (const name of names) {
    const module = importBehind(world, prepared, name)?.module;
    const state = `@module:${module}`;
    if (module !== undefined && world.get(state)) {
      read.add(state);
    }
  }
  return { read: [...read], written };
}

/** The names at which settings begin. */
function settersIn({
  updates,
  effects,
  analysis
}: Prepared): readonly string[] {
  const isKnown = effects.some(
    ({ name, action }) => action !== 'read' && KNOWN.test(name)
  );
  if (isKnown) {
    return NONE;
  }
  const placed = updates
    .filter(({ isSure, part }) => isSure && part !== null)
    .map(({ name }) => name);
  return [...(analysis.handling?.setters ?? NONE), ...placed];
}
