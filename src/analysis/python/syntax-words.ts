// Questions about one piece of a tree.

import { itemBefore } from './neighbours';
import { childNamed, type Syntax } from './syntax';

/** Nesting beyond which nothing is known. */
export const DEEPEST = 100;

/** The statements at the margin, those that share a line one by one. */
export function statementsOf({ children }: Syntax): readonly Syntax[] {
  return children.some(isGroup)
    ? children.flatMap(one => (isGroup(one) ? one.children : [one]))
    : children;
}

function isGroup({ name }: Syntax): boolean {
  return name === 'StatementGroup';
}

/** The last of them. */
export function lastStatement({ children }: Syntax): Syntax | undefined {
  const last = children[children.length - 1];
  return last?.name === 'StatementGroup'
    ? last.children[last.children.length - 1]
    : last;
}

/** The source of a node. */
export function textOf(source: string, { from, to }: Syntax): string {
  return source.slice(from, to);
}

const NONE: readonly Syntax[] = [];

/** What stands between brackets, without commas, stars and keywords' names. */
export function items({ children }: Syntax): readonly Syntax[] {
  const end = children.length - 1;
  const [, only] = children;
  if (end < 2 || !only) {
    return NONE;
  }
  if (end === 2) {
    return isSign(only.name) ? NONE : [only];
  }
  const found: Syntax[] = [];
  for (let at = 1; at < end; at += 1) {
    const item = children[at];
    const isName = at + 1 < end && children[at + 1]?.name === 'AssignOp';
    if (item && !isName && !isSign(item.name)) {
      found.push(item);
    }
  }
  return found;
}

/** True for what parts, spreads or names the values between brackets. */
export function isSign(name: string): boolean {
  return name === ',' || name === 'AssignOp' || name === '*' || name === '**';
}

/** A call: the last name of its callee, whether that stands alone, and what is handed over. */
export type Call = {
  readonly word: string;
  /** Null for what stands alone; else what the method belongs to. */
  readonly owner: Syntax | null;
  readonly list: Syntax | undefined;
  readonly given: readonly Syntax[];
};

/** Null for what is no call of a name. */
export function callOf(source: string, node: Syntax | undefined): Call | null {
  const [callee] = node?.children ?? [];
  if (node?.name !== 'CallExpression' || !callee) {
    return null;
  }
  const list = childNamed(node, 'ArgList');
  const given = list ? items(list) : NONE;
  if (callee.name === 'VariableName') {
    return { word: textOf(source, callee), owner: null, list, given };
  }
  const [owner, sign, last] = callee.children;
  return callee.name === 'MemberExpression' &&
    sign?.name === '.' &&
    owner &&
    last
    ? { word: textOf(source, last), owner, list, given }
    : null;
}

/** What a keyword argument of a call is given. */
export function keywordOf(
  source: string,
  list: Syntax | undefined,
  word: string
): Syntax | undefined {
  const children = list?.children ?? [];
  const at = children.findIndex(
    (child, index) =>
      children[index + 1]?.name === 'AssignOp' && textOf(source, child) === word
  );
  return at < 0 ? undefined : children[at + 2];
}

/** The keyword by which a call is given a value; null for what is given by position. */
export function wordOf(
  source: string,
  list: Syntax | undefined,
  value: Syntax
): string | null {
  const children = list?.children ?? NONE;
  const at = children.indexOf(value);
  const word = itemBefore(children, at, 2);
  return itemBefore(children, at)?.name === 'AssignOp' && word
    ? textOf(source, word)
    : null;
}

/** True where something is spread between brackets. */
export function spreads(list: Syntax | undefined): boolean {
  return (list?.children ?? NONE).some(
    ({ name }) => name === '*' || name === '**'
  );
}

/** The name at the root of `a`, `a.b` or `a[b].c`; null where there is none. */
export function rootOf(
  source: string,
  node: Syntax | undefined
): string | null {
  let at = node;
  while (at?.name === 'MemberExpression') {
    [at] = at.children;
  }
  return at?.name === 'VariableName' ? textOf(source, at) : null;
}

/** True for `a[…]`. */
export function isItem(node: Syntax | undefined): boolean {
  return node?.name === 'MemberExpression' && node.children[1]?.name === '[';
}

/** A node and all below it, however deep or many they are. */
export function nodesIn(node: Syntax): readonly Syntax[] {
  const found: Syntax[] = [];
  const pending = [node];
  for (let at = pending.pop(); at; at = pending.pop()) {
    found.push(at);
    for (const child of at.children) {
      pending.push(child);
    }
  }
  return found;
}

/** The calls of names in a tree. */
export function callsIn(
  source: string,
  root: Syntax | undefined
): readonly Call[] {
  const nodes = root ? nodesIn(root) : NONE;
  return nodes.flatMap(node => callOf(source, node) ?? []);
}

/** True where something is called in a tree. */
export function hasCall(node: Syntax): boolean {
  return nodesIn(node).some(({ name }) => name === 'CallExpression');
}

/** The expression inside of any parentheses. */
export function withoutParentheses(node: Syntax): Syntax {
  let at = node;
  while (at.name === 'ParenthesizedExpression' && at.children.length === 3) {
    const inner = at.children[1];
    if (!inner) {
      break;
    }
    at = inner;
  }
  return at;
}

/** True where a tree names one of them. */
export function mentions(
  source: string,
  node: Syntax | undefined,
  names: ReadonlySet<string>
): boolean {
  const pending = node && names.size > 0 ? [node] : [];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at.name === 'VariableName') {
      if (names.has(textOf(source, at))) {
        return true;
      }
    } else {
      for (const child of at.children) {
        pending.push(child);
      }
    }
  }
  return false;
}

/** The names that a target binds; parts of other values are none. */
export function boundBy(
  source: string,
  targets: readonly Syntax[]
): readonly string[] {
  const bound: string[] = [];
  for (const { name, from, to, children } of targets) {
    if (name === 'VariableName') {
      bound.push(source.slice(from, to));
    } else if (name !== 'MemberExpression' && children.length > 0) {
      bound.push(...boundBy(source, children));
    }
  }
  return bound;
}

/** An assignment: what stands before the last sign, and what after it. */
export type Assignment = {
  readonly targets: readonly Syntax[];
  readonly values: readonly Syntax[];
  /** True where each target gets a part of one value. */
  readonly isSpread: boolean;
};

/** Takes it apart. */
export function assignmentOf({ children }: Syntax): Assignment {
  const targets: Syntax[] = [];
  let values: Syntax[] = [];
  let signs = 0;
  for (const child of children) {
    if (child.name === 'AssignOp') {
      signs += 1;
      targets.push(...values);
      values = [];
    } else if (child.name !== ',') {
      values.push(child);
    }
  }
  if (signs === 0) {
    targets.push(...values.slice(0, -1));
  }
  return { targets, values, isSpread: signs === 1 && targets.length > 1 };
}

/** The name that a statement at the margin gives a whole value; null for anything else. */
export function targetOf(
  source: string,
  root: Syntax,
  node: Syntax
): string | null {
  const statement = statementsOf(root).find(
    ({ from, to }) => from <= node.from && node.to <= to
  );
  if (statement?.name !== 'AssignStatement') {
    return null;
  }
  const { targets, values } = assignmentOf(statement);
  const [target] = targets;
  const isWhole = values.length === 1 && values[0] === node;
  return isWhole && targets.length === 1 && target?.name === 'VariableName'
    ? textOf(source, target)
    : null;
}
