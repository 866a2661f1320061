// Labels of columns and keys that stand in the source as constants.

import { stringContent } from './access';
import type { Syntax } from './syntax';
import { items, textOf } from './syntax-words';

/** The label, as in `Reference.path`; null for what is no constant. Negative numbers have another name, too. */
export function labelOf(
  source: string,
  node: Syntax | undefined
): string | null {
  const text = node ? textOf(source, node) : '';
  if (node?.name === 'Number') {
    return /^\d+$/.test(text) ? `[${Number(text)}]` : null;
  }
  const content = node?.name === 'String' ? stringContent(text) : null;
  return content === null ? null : `[${JSON.stringify(content)}]`;
}

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
  const isPlain = !node.children.some(({ name }) => name === '*');
  return isPlain && labels.every(label => label !== null) ? labels : null;
}
