// Code that surely changes nothing of what it is handed, as long as those that it calls do not either.

import type { Gentleness } from '../definition';

import { builtinNames } from './builtins';
import { conventionalModule, isPureFunction, methodKind } from './knowledge';
import { membersIn, namesIn, noteNames, rootOf, textOf } from './own-names';
import { childNamed, type Syntax } from './syntax';

/** Builtins by which code changes what it is handed, or does what its source does not show. */
const HARSH =
  /^(?:next|anext|setattr|delattr|exec|eval|compile|globals|locals|vars|__import__|super|get_ipython)$/;
const MAKING_METHODS_OF_CLASSES = /^__(?:init|new|post_init)__$/;

/** What is known while one stretch of code is gone through. */
type Look = {
  readonly source: string;
  /** Names of its own that may stand for what it was handed. */
  readonly given: ReadonlySet<string>;
  /** Names of its own that stand for what it made itself. */
  readonly fresh: ReadonlySet<string>;
  /** Functions that it defines: their bodies are part of it. */
  readonly inner: ReadonlySet<string>;
  /** The receiver that a class makes; null outside of such methods. */
  readonly self: string | null;
  /** True for the code of the cell itself, whose own changes are told elsewhere. */
  readonly isTop: boolean;
  readonly callees: Set<string>;
  readonly receivers: Set<string>;
};

/** Marks calls of what the code was handed itself. */
const GIVEN = '';

/** How gentle the cell's own code is. */
export function gentlenessOf(root: Syntax, source: string): Gentleness | null {
  return judge([root], { source, given: new Set(), self: null, isTop: true });
}

/** How gentle the definition of that name is; null for one that stands more than once, or under decorators. */
export function gentlenessOfDefinition(
  name: string,
  root: Syntax,
  source: string
): Gentleness | null {
  const [node, ...others] = root.children.filter(child => {
    const named = childNamed(child, 'VariableName');
    return (
      /^(?:FunctionDefinition|ClassDefinition)$/.test(child.name) &&
      named !== undefined &&
      textOf(source, named) === name
    );
  });
  return node && others.length === 0 ? ofDefinition(node, source) : null;
}

/** How gentle the function or class is when somebody calls it, or a method of it. */
function ofDefinition(node: Syntax, source: string): Gentleness | null {
  if (node.name !== 'ClassDefinition') {
    return ofFunction(node, source, false);
  }
  const callees = new Set<string>();
  const receivers = new Set<string>();
  for (const member of childNamed(node, 'Body')?.children ?? []) {
    const method =
      member.name === 'DecoratedStatement'
        ? childNamed(member, 'FunctionDefinition')
        : member;
    if (method?.name === 'FunctionDefinition') {
      const found = ofFunction(method, source, true);
      if (!found) {
        return null;
      }
      found.callees.forEach(one => callees.add(one));
      found.receivers.forEach(one => receivers.add(one));
    }
  }
  const bases = childNamed(node, 'ArgList')?.children ?? [];
  for (const base of bases) {
    const isBuiltin = builtinNames.has(textOf(source, base));
    if (base.name === 'VariableName' && !isBuiltin) {
      callees.add(textOf(source, base));
    }
  }
  return { callees: [...callees], receivers: [...receivers] };
}

function ofFunction(
  node: Syntax,
  source: string,
  isMethod: boolean
): Gentleness | null {
  const given = new Set(
    namesIn(childNamed(node, 'ParamList')).map(one => textOf(source, one))
  );
  const nameNode = childNamed(node, 'VariableName');
  const name = nameNode ? textOf(source, nameNode) : '';
  const isMaking = isMethod && MAKING_METHODS_OF_CLASSES.test(name);
  const [self] = isMaking ? given : [];
  const last = node.children.slice(-1);
  return judge(last, { source, given, self: self ?? null, isTop: false });
}

function judge(
  nodes: readonly Syntax[],
  start: Pick<Look, 'source' | 'given' | 'self' | 'isTop'>
): Gentleness | null {
  const { source } = start;
  const given = new Set(start.given);
  const fresh = new Set<string>();
  const inner = new Set<string>();
  const within = all(nodes, start.isTop);
  for (const node of within) {
    noteNames(node, source, { given, fresh, inner });
  }
  given.forEach(name => fresh.delete(name));
  const callees = new Set<string>();
  const receivers = new Set<string>();
  const look: Look = { ...start, given, fresh, inner, callees, receivers };
  for (const node of within) {
    if (!isGentle(look, node)) {
      return null;
    }
  }
  return { callees: [...callees], receivers: [...receivers] };
}

/** Every node; bodies of the cell's functions and classes wait for their calls. */
function all(nodes: readonly Syntax[], isTop: boolean): readonly Syntax[] {
  const pending = [...nodes];
  const found: Syntax[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    const waits =
      isTop && /^(?:FunctionDefinition|ClassDefinition)$/.test(node.name);
    for (const child of node.children) {
      if (!waits || child.name !== 'Body') {
        pending.push(child);
      }
    }
  }
  return found;
}

function isGentle(look: Look, node: Syntax): boolean {
  switch (node.name) {
    case 'CallExpression':
      return isGentleCall(look, node);
    case 'AssignStatement':
    case 'ForStatement':
    case 'WithStatement':
    case 'DeleteStatement':
      return look.isTop || leavesGiven(look, node);
    case 'UpdateStatement':
      return look.isTop || growsOwn(look, node);
    case 'ScopeStatement':
      return false;
    default:
      return true;
  }
}

/** True where only what the code made itself is assigned to in part. */
function leavesGiven(look: Look, { name, children }: Syntax): boolean {
  const end = children.findIndex(one => /^(?:Body|in)$/.test(one.name));
  const targets =
    name === 'AssignStatement'
      ? children.slice(0, -1)
      : children.slice(0, end < 0 ? children.length : end);
  return (name === 'WithStatement' ? [] : targets)
    .flatMap(membersIn)
    .every(member => isOwn(look, member));
}

/** The part is one of a value that the code made, or of the instance that it makes. */
function isOwn({ fresh, self, source }: Look, member: Syntax): boolean {
  const root = rootOf(member);
  const name = root.name === 'VariableName' ? textOf(source, root) : null;
  const isPlaced = member.children[0] === root;
  return name !== null && (fresh.has(name) || (isPlaced && name === self));
}

function growsOwn(look: Look, { children }: Syntax): boolean {
  const [target] = children;
  return target?.name === 'VariableName'
    ? look.fresh.has(textOf(look.source, target))
    : target !== undefined && isOwn(look, target);
}

function isGentleCall(look: Look, { children }: Syntax): boolean {
  const { source, given, fresh, inner, callees, receivers, isTop } = look;
  const [callee] = children;
  if (callee?.name === 'VariableName') {
    const name = textOf(source, callee);
    if (inner.has(name) && !isTop) {
      return true;
    }
    if (given.has(name) || fresh.has(name)) {
      callees.add(isTop ? name : GIVEN);
    } else if (builtinNames.has(name)) {
      return !HARSH.test(name);
    } else {
      callees.add(name);
    }
    return true;
  }
  const last = callee?.children[callee.children.length - 1];
  if (callee?.name !== 'MemberExpression' || last?.name !== 'PropertyName') {
    return false;
  }
  const method = textOf(source, last);
  const root = rootOf(callee);
  const isNamed = root.name === 'VariableName';
  const name = isNamed ? textOf(source, root) : '';
  const isGiven = given.has(name);
  const module = isGiven ? undefined : conventionalModule(name);
  if (isNamed && module !== undefined) {
    const path = source.slice(root.to, callee.to).replace(/\s/g, '');
    return !hasOut(source, children) && isPureFunction(`${module}${path}`);
  }
  const kind = methodKind(method);
  if (kind === 'pure' || fresh.has(name)) {
    return true;
  }
  if (isTop ? kind !== undefined && kind !== 'silent' : false) {
    return true;
  }
  const isUnknown = kind === undefined && isNamed && (isTop || !isGiven);
  if (isUnknown) {
    receivers.add(name);
  }
  return isUnknown;
}

function hasOut(source: string, call: readonly Syntax[]): boolean {
  const list = call.find(({ name }) => name === 'ArgList');
  return (
    list !== undefined && /\b(?:out|inplace)\s*=/.test(textOf(source, list))
  );
}
