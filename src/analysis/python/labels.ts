// Labels of columns and keys that stand in the source as constants.

import { labelOf } from './access';
import type { Syntax } from './syntax';
import { items, spreads } from './syntax-words';

/** The labels of one constant, or of a list of such; null where not all are told. */
export function labelsOf(
  source: string,
  node: Syntax | undefined
): readonly string[] | null {
  const one = labelOf(source, node);
  if (one !== null || node?.name !== 'ArrayExpression') {
    return one === null ? null : [one];
  }
  const labels = items(node).map(item => labelOf(source, item));
  return !spreads(node) && labels.every(label => label !== null)
    ? labels
    : null;
}
