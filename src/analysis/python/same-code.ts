// Whether two pieces of a tree are the same code.

import { stringContent } from './access';
import type { Syntax } from './syntax';
import { textOf } from './syntax-words';

/** True for the same code, however it is laid out and quoted. */
export function isSameCode(
  source: string,
  one: Syntax,
  other: Syntax
): boolean {
  const pending: [Syntax, Syntax][] = [[one, other]];
  for (let pair = pending.pop(); pair; pair = pending.pop()) {
    const [left, right] = pair;
    const { children } = left;
    const isInner =
      left.name === right.name &&
      children.length === right.children.length &&
      children.length > 0;
    if (isInner) {
      children.forEach((child, at) =>
        pending.push([child, right.children[at] ?? child])
      );
    } else if (!isSameLeaf(source, left, right)) {
      return false;
    }
  }
  return true;
}

function isSameLeaf(source: string, one: Syntax, other: Syntax): boolean {
  const text = textOf(source, one);
  const twin = textOf(source, other);
  const content = one.name === 'String' ? stringContent(text) : null;
  return text === twin || (content !== null && content === stringContent(twin));
}
