// Iterating uses up generators and files, and nothing else.

import { accessOf, partOf } from './access';
import type { Syntax } from './syntax';
import { rangeOf, textOf, update, type Walk } from './walk';

/** Tells that a named value is iterated over. */
export function noteIteration(walk: Walk, node: Syntax): void {
  const { root, steps } = accessOf(walk, node);
  if (root.name !== 'VariableName') {
    return;
  }
  update(walk, {
    name: textOf(walk, root),
    range: rangeOf(root),
    path: partOf(walk, steps),
    certainty: 'possible',
    isReplacement: false
  });
}
