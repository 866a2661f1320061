// The constant texts of an expression of R.
import { partsIn } from './parts-in';
import type { RNode } from './syntax';

/** All of them, in order; those of functions that stand in it too. */
export function textsIn(node: RNode): readonly string[] {
  return node.kind === 'string'
    ? [node.text]
    : partsIn(node).flatMap(part => textsIn(part));
}

/** `c("a", "b")`. */
export function areTexts(value: RNode): boolean {
  return (
    value.kind === 'string' ||
    (value.kind === 'call' &&
      value.callee.kind === 'name' &&
      value.callee.name === 'c' &&
      value.arguments.length > 0 &&
      value.arguments.every(one => one.value?.kind === 'string'))
  );
}
