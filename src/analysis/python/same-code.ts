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
  const { children } = one;
  if (
    one.name !== other.name ||
    children.length !== other.children.length ||
    children.length === 0
  ) {
    const text = textOf(source, one);
    const twin = textOf(source, other);
    const content = one.name === 'String' ? stringContent(text) : null;
    return (
      text === twin || (content !== null && content === stringContent(twin))
    );
  }
  return children.every((child, at) => {
    const twin = other.children[at];
    return twin !== undefined && isSameCode(source, child, twin);
  });
}
