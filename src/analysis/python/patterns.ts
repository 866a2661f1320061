// Patterns of `case`: what they capture and what they compare with.

import type { Syntax } from './syntax';
import { bind, rangeOf, read, textOf, type Walk } from './walk';

/** Visits a pattern and what is in it. */
export function visitPattern(walk: Walk, node: Syntax): void {
  const { children } = node;
  const [first] = children;
  switch (node.name) {
    case 'CapturePattern':
      return capture(walk, first);
    case 'AsPattern':
      children.slice(0, 1).forEach(child => visitPattern(walk, child));
      return capture(walk, children[2]);
    case 'AttributePattern':
      return readName(walk, first);
    case 'KeywordPattern':
      return children.slice(1).forEach(child => visitPattern(walk, child));
    case 'VariableName':
      return readName(walk, node);
    case '⚠':
    default:
      return children.forEach(child => visitPattern(walk, child));
  }
}

/** True when the pattern matches anything. */
export function isIrrefutable(node: Syntax): boolean {
  return (
    node.name === 'CapturePattern' ||
    ((node.name === 'AsPattern' || node.name === 'OrPattern') &&
      node.children.some(isIrrefutable))
  );
}

function capture(walk: Walk, node: Syntax | undefined): void {
  if (node && textOf(walk, node) !== '_') {
    const name = textOf(walk, node);
    bind(walk, { name, kind: 'match-capture', range: rangeOf(node) });
  }
}

function readName(walk: Walk, node: Syntax | undefined): void {
  if (node) {
    read(walk, node, null);
  }
}
