// `globals()["x"]`: names that are reached by their text.

import { stringContent, type Step } from './access';
import type { Syntax } from './syntax';
import { bind, emit, giveUp, rangeOf, textOf, touch, type Walk } from './walk';

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

/** True for a call that gives the notebook's names, or those of the function around. */
export function isNamespaceCall(walk: Walk, node: Syntax): boolean {
  return isNamespace(walk, node, /^(?:globals|locals|vars)$/);
}

/** True for `globals()`, and for `locals()` and `vars()` where they are the same. */
export function isOpenNamespace(walk: Walk, node: Syntax): boolean {
  const isTop = walk.scope.kind === 'module';
  return isNamespace(
    walk,
    node,
    isTop ? /^(?:globals|locals|vars)$/ : /^globals$/
  );
}

const lookedAt =
  /(?:\*\*|%|\bin|\bglobals\s*=|\b(?:len|list|sorted|set|dict|type|any|all|id|frozenset)\s*\(|\b(?:print|pprint|pp|display|repr|str)\s*\((?:[^()\n]*,)?)\s*$/;
const called = /^\s*\.\s*\w+\s*\(/;
const asked = /^\s*\.\s*(?:keys|values|items|copy|get|__contains__)\s*\(/;

/**
 * True where `globals()` is only looked at: in `**globals()`, `% globals()`, `len(globals())`, `print(globals())`,
 * `globals().keys()`, `globals=globals()`, and where a line shows it.
 */
export function isLookedAt({ source }: Walk, { from, to }: Syntax): boolean {
  const before = source.slice(Math.max(0, from - 80), from);
  const after = source.slice(to, to + 80);
  return (
    isStatement(source, from, to) ||
    asked.test(after) ||
    (lookedAt.test(before) && !called.test(after))
  );
}

/** True for a call whose value nobody gets: a line of its own with others below. */
export function isDropped({ source }: Walk, { from, to }: Syntax): boolean {
  return (
    isStatement(source, from, to) && /\n[ \t]*[^\s#]/.test(source.slice(to))
  );
}

function isStatement(source: string, from: number, to: number): boolean {
  const line = source.lastIndexOf('\n', from - 1) + 1;
  return (
    source.slice(line, from).trim() === '' &&
    !/[([{,\\]\s*$/.test(source.slice(0, line)) &&
    /^[ \t]*(?:$|[#;\n])/.test(source.slice(to, to + 80)) &&
    !/^\s*[)\]},]/.test(source.slice(to, to + 80))
  );
}

/** Reads names that the source does not tell. */
export function readSomeNames(
  walk: Walk,
  node: Syntax,
  state: 'names' | 'texts' = 'names'
): void {
  const reason = 'Which names are reached through “globals()” is not known.';
  giveUp(walk, node, reason, 'reads');
  touch(walk, { state, action: 'read' }, node);
}

/** Binds names that the source does not tell. */
export function bindSomeNames(walk: Walk, node: Syntax): void {
  const reason = 'Which names are reached through “globals()” is not known.';
  giveUp(walk, node, reason, 'bindings');
  walk.facts.bindsUnknown = true;
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
