// Whether a name that code takes for a library's stands for one in this notebook.
import { importBehind } from './imported';
import { NONE } from './nothing';
import type { Prepared, PreparedEffect } from './prepared';
import type { World } from './world';

type Sees = { readonly world: World; readonly prepared: Prepared };

/** Classes are written large. */
const CLASS = /(?:^|\.)_*[A-Z]\w*$/;

/** True for effects that assume nothing, too. */
export function standsForLibrary(
  sees: Sees,
  { assumes, isImported }: PreparedEffect
): boolean {
  if (assumes === undefined) {
    return true;
  }
  const isSo = !isOfNotebook(sees, assumes);
  if (!isSo || !isImported) {
    return isSo;
  }
  const imported = importBehind(sees.world, sees.prepared, assumes);
  return imported !== null && !CLASS.test(imported.dotted);
}

/** True for a name that the notebook gave to a function, a class or an instance of its own. */
function isOfNotebook({ world, prepared }: Sees, name: string): boolean {
  return (
    prepared.definitions.has(name) ||
    (world.get(name)?.carried ?? NONE).some(
      one => one.isInstance === true || one.definition.name === name
    )
  );
}
