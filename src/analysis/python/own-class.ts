// The class in which a method stands, as the method reaches it by its instance: `type(self)`, `self.__class__`.

import type { Step } from './access';
import { scopeAround } from './scope';
import type { Syntax } from './syntax';
import { textOf, type Walk } from './walk';

/** A class of the cell's margin, and the way from it. */
type OfClass = { readonly name: string; readonly steps: readonly Step[] };

/** What an access reaches of the class around; null for all else. */
export function ofOwnClass(
  walk: Walk,
  root: Syntax,
  steps: readonly Step[]
): OfClass | null {
  const method = scopeAround(walk.scope);
  const owner = method.kind === 'function' ? scopeAround(method.parent) : null;
  if (
    method.kind !== 'function' ||
    owner?.kind !== 'class' ||
    owner.name === null ||
    scopeAround(owner.parent).kind !== 'module'
  ) {
    return null;
  }
  const isInstance = (name: string): boolean =>
    method.parameters.get(name) === 0;
  const text = textOf(walk, root);
  const [first] = steps;
  if (root.name === 'VariableName') {
    const isClass = first?.kind === 'attribute' && first.name === '__class__';
    return isClass && steps.length > 1 && isInstance(text)
      ? { name: owner.name, steps: steps.slice(1) }
      : null;
  }
  const [, instance = ''] = /^type\(\s*(\w+)\s*\)$/.exec(text) ?? [];
  return isInstance(instance) ? { name: owner.name, steps } : null;
}
