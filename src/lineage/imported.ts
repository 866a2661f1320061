// What names of a cell were imported as.
import { PREDEFINED } from './ambient-names';
import { WHOLE, type Prepared, type PreparedUpdate } from './prepared';
import type { Version } from './version';
import type { World } from './world';

/** One import of a name. */
export type ImportedName = {
  /** The whole statement. */
  readonly text: string;
  /** Top-level module. */
  readonly module: string;
  /** `collections.Counter`, from `from collections import Counter as C`. */
  readonly dotted: string;
};

/** The import by which the cell binds the name; null where anything else binds it too. */
export function importOf(
  { analysis, source }: Prepared,
  name: string
): ImportedName | null {
  if (analysis.imports.length === 0) {
    return null;
  }
  const [binding, ...others] = analysis.bindings.filter(
    one => one.name === name
  );
  if (!binding || others.length > 0 || !/import/.test(binding.kind)) {
    return null;
  }
  const found = analysis.imports.find(one => one.name === name);
  return found
    ? {
        text: source.slice(found.range.from, found.range.to),
        module: found.module,
        dotted: found.dotted
      }
    : null;
}

/** True for a name that one statement imported before, and imports again: modules are loaded once. */
export function importsAgain(
  world: World,
  prepared: Prepared,
  name: string
): boolean {
  const maker = world.get(name)?.baseStep.prepared;
  const before = maker && importOf(maker, name);
  return (
    before?.text !== undefined && before.text === importOf(prepared, name)?.text
  );
}

/** By what it is called in its module: what IPython gives every notebook under the same name. */
const GIVEN: ReadonlyMap<string, string> = new Map([
  ['IPython.display.display', 'display'],
  ['IPython.core.display.display', 'display'],
  ['IPython.core.display_functions.display', 'display'],
  ['IPython.get_ipython', 'get_ipython'],
  ['IPython.core.getipython.get_ipython', 'get_ipython']
]);

/** True for a name that nobody has bound and that is there all the same, as what the source imports under it. */
export function importsGiven(
  world: World,
  prepared: Prepared,
  name: string
): boolean {
  return (
    PREDEFINED.has(name) &&
    !world.get(name) &&
    GIVEN.get(importOf(prepared, name)?.dotted ?? '') === name
  );
}

/** The import behind a name that a step reads: its own, or that of the cell that bound it. */
export function importBehind(
  world: World,
  prepared: Prepared,
  name: string
): ImportedName | null {
  const maker = prepared.own.has(name)
    ? prepared
    : world.get(name)?.baseStep.prepared;
  return maker ? importOf(maker, name) : null;
}

/**
 * True where a forecast leaves an update aside because the value is a module: its functions are called like methods, and
 * what they do to it is state outside of the namespace.
 */
export function isOfModule(
  { policy }: World,
  { name, part }: PreparedUpdate,
  of: Version
): boolean {
  const isSetting = part !== null && part !== WHOLE;
  return policy === 'precise' && !isSetting && isModule(name, of);
}

/** True for what a cell bound by `import`. */
export function isModule(
  name: string,
  version: Version | null | undefined
): boolean {
  return version?.baseStep.prepared.modules.has(name) ?? false;
}
