// Kinds of values that hold texts, and what makes them.

import type { HeldKind } from '../../effect';
import { UNTOLD } from '../../held-name';

import type { Syntax } from '../syntax';
import { items, textOf } from '../syntax-words';

/** Surely of a kind. */
export function known(kind: HeldKind['kind']): HeldKind {
  return { kind, ifTexts: null };
}

/** What a function is called that is handed over; empty for what is none by its name. */
export function wordOf(source: string, node: Syntax | undefined): string {
  return node && /^(?:VariableName|MemberExpression)$/.test(node.name)
    ? textOf(source, node)
    : '';
}

/** A set; of elements that nothing is known of, only the kernel may tell. */
export function setOf(element: HeldKind | null): HeldKind {
  return { kind: 'set', ifTexts: element ? element.ifTexts : UNTOLD };
}

/** A value of a kind that holds such elements. */
export function as(
  kind: HeldKind['kind'],
  element: HeldKind | null
): HeldKind | null {
  return element && { kind, ifTexts: element.ifTexts };
}

/** True for a display of one element or none, as it stands or as a list of which a set is made. */
export function isOneAtMost(node: Syntax | undefined): boolean {
  return (
    node !== undefined &&
    /^(?:Set|Array|Tuple)Expression$/.test(node.name) &&
    items(node).length < 2 &&
    !node.children.some(({ name }) => name === '*')
  );
}
