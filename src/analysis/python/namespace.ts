// `globals()["x"]`: names that are reached by their text.

import { stringContent, type Step } from './access';
import type { Syntax } from './syntax';
import { bind, emit, rangeOf, textOf, type Walk } from './walk';

/** The name that `globals()["x"]…` reaches; null for other accesses, and where the name is computed. */
export function namespaceItem(
  walk: Walk,
  root: Syntax,
  steps: readonly Step[]
): string | null {
  const [first] = steps;
  const [key] = first?.kind === 'item' ? first.index : [];
  return key && isNamespace(walk, root, /^(?:globals|locals|vars)$/)
    ? nameIn(walk, key)
    : null;
}

/** The name that `"x" in globals()` asks for; null for other tests. */
export function namespaceTest(
  walk: Walk,
  key: Syntax,
  container: Syntax
): string | null {
  return isNamespace(walk, container, /^(?:globals|locals|vars|dir)$/)
    ? nameIn(walk, key)
    : null;
}

/** Reads a name that may be missing. */
export function readByText(walk: Walk, name: string, node: Syntax): void {
  const range = rangeOf(node);
  emit(walk, { type: 'read', name, range, path: null, isCertain: false });
}

/** Binds a name of the notebook. */
export function bindByText(walk: Walk, name: string, node: Syntax): void {
  bind(walk, { name, kind: 'global', range: rangeOf(node) });
}

function isNamespace(walk: Walk, node: Syntax, names: RegExp): boolean {
  const [callee, list] = node.children;
  return (
    node.name === 'CallExpression' &&
    list?.children.length === 2 &&
    callee?.name === 'VariableName' &&
    names.test(textOf(walk, callee))
  );
}

function nameIn(walk: Walk, node: Syntax): string | null {
  const content =
    node.name === 'String' ? stringContent(textOf(walk, node)) : null;
  return content !== null && /^[^\W\d]\w*$/.test(content) ? content : null;
}
