// Files that calls read and write, where the source names them by a constant path.

import type { FileAccess } from '../effect';

import { accessOf, stringContent } from './access';
import { givenName } from '../given-path';
import { argumentsOf, type Arguments } from './arguments';
import { dottedName, type Callee } from './callees';
import type { FileRule, FunctionRule } from './knowledge/library';
import { childNamed, type Syntax } from './syntax';
import {
  emit,
  isSurelyRun,
  isUnbound,
  rangeOf,
  textOf,
  touch,
  type Walk
} from './walk';

/** A call, and what is known of what it calls. */
type Known = {
  readonly rule: FunctionRule;
  readonly callee: Callee;
  readonly given: Arguments;
};

/** Tells which files a call reads or writes; returns true when none of them hangs on the working directory. */
export function touchFiles(
  walk: Walk,
  node: Syntax,
  { rule, callee, given }: Known
): boolean {
  const { files = [] } = rule;
  const range = rangeOf(node);
  let isElsewhere = files.length > 0;
  for (const file of files) {
    const { action, removes, isFolder } = file;
    const once = isOnce(walk, file, given);
    const kept = {
      ...(isFolder && { isFolder }),
      ...(once && { isMadeOnce: true as const })
    };
    const place = placeOf(file, callee, given);
    const isHere = action === 'list' && given.all.length === 0;
    const found =
      place === undefined ? (isHere ? '.' : null) : constantPath(walk, place);
    const constant = found === null ? null : goneOn(walk, found, file, given);
    const path = constant ?? (place ? givenPath(walk, place) : null);
    if (path !== null && isRemote(path)) {
      const how = action === 'read' ? 'read' : 'update';
      touch(walk, { state: 'network', action: how }, node);
    } else if (path !== null && path !== ':memory:') {
      const { readsToo, ...how } = asksSize(walk, file, node)
        ? { action: 'read' as const }
        : howTouched(walk, file, given);
      emit(walk, {
        type: 'file',
        file: { path, ...how, ...(removes && { removes }), ...kept, range }
      });
      if (readsToo) {
        emit(walk, { type: 'file', file: { path, action: 'read', range } });
      }
    }
    const isWhole = place !== undefined && file.within === undefined;
    const named = path === null && isWhole ? nameOf(walk, place) : null;
    if (named !== null && (action === 'list' || once)) {
      emit(walk, {
        type: 'file',
        file: { path: `{${named}}`, action, ...kept, range }
      });
    }
    walk.facts.takesFiles ||= constant === null && removes === true;
    const isTold = path !== null && /^(?:[\w+]*:|[\\/~])/.test(path);
    isElsewhere &&= isTold || (place === undefined && file.isOptional === true);
  }
  return isElsewhere;
}

/** `os.stat(path).st_size`: of what tells when a file was written, no more is looked at than how much it holds. */
function asksSize(
  { source }: Walk,
  { action }: FileRule,
  { to }: Syntax
): boolean {
  return (
    action === 'stamp' && /^\s*\.\s*st_size\b/.test(source.slice(to, to + 40))
  );
}

/** The path with the pattern that goes on from it; null where that is no constant. */
function goneOn(
  walk: Walk,
  path: string,
  { within, isDeep }: FileRule,
  { positional }: Arguments
): string | null {
  if (within === undefined) {
    return path;
  }
  const pattern = positional[within];
  const constant = pattern ? stringContent(textOf(walk, pattern)) : null;
  const text = constant !== null && isDeep ? `**/${constant}` : constant;
  return text === null ? null : path === '.' ? text : `${path}/${text}`;
}

/** The parameter of a function at the margin that stands for the path, as `FileAccess` names it; null for anything else. */
function givenPath({ scope, ...walk }: Walk, place: Syntax): string | null {
  if (
    place.name !== 'VariableName' ||
    scope.kind !== 'function' ||
    scope.parent.kind !== 'module'
  ) {
    return null;
  }
  const name = walk.source.slice(place.from, place.to);
  const at = scope.parameters.get(name);
  return at === undefined || at === null ? null : givenName(at, name);
}

/** The name of which another cell tells the path; null for anything else. */
function nameOf(walk: Walk, place: Syntax): string | null {
  const name = textOf(walk, place);
  return place.name === 'VariableName' && isUnbound(walk, name) ? name : null;
}

/** True for addresses on other machines. */
function isRemote(path: string): boolean {
  return /^(?:https?|ftps?|s3|gs|gcs|hf|az|abfs):\/\//i.test(path);
}

/** The expression that gives the path. */
function placeOf(
  { at, keywords = '' }: FileRule,
  { root, owner }: Callee,
  { positional, keywords: named }: Arguments
): Syntax | undefined {
  if (at === 'receiver') {
    return owner.length === 0 ? root : undefined;
  }
  const keyword = keywords.split(/\s+/).find(name => named.has(name));
  return positional[at] ?? named.get(keyword ?? '');
}

/** True where a call surely runs, fails where something is there, and nobody catches that. */
function isOnce(walk: Walk, rule: FileRule, given: Arguments): boolean {
  const { once } = rule;
  const opened = modeOf(rule, given);
  const fails = once !== undefined && !given.keywords.has(once);
  return (
    (fails || (opened !== undefined && textOf(walk, opened).includes('x'))) &&
    isSurelyRun(walk) &&
    walk.tries === 0
  );
}

function modeOf(
  { mode }: FileRule,
  { positional, keywords }: Arguments
): Syntax | undefined {
  return mode === undefined
    ? undefined
    : (keywords.get('mode') ?? keywords.get('filemode') ?? positional[mode]);
}

/** What a call does to a file: as its mode tells, where it is given one. */
function howTouched(
  walk: Walk,
  rule: FileRule,
  given: Arguments
): Pick<FileAccess, 'action' | 'grows'> & { readonly readsToo?: boolean } {
  const { action, grows } = rule;
  const node = modeOf(rule, given);
  const text = node ? textOf(walk, node) : '';
  if (/a/.test(text) || (grows && !/[rwx]/.test(text))) {
    return { action: 'update', grows: true, readsToo: /\+/.test(text) };
  }
  if (/\+/.test(text)) {
    return { action: 'update' };
  }
  return { action: /[wx]/.test(text) ? 'write' : action };
}

/** The path that an expression is sure to give; null when it hangs on anything but constants of this cell. */
function constantPath(walk: Walk, node: Syntax): string | null {
  const { root, steps } = accessOf(walk, node);
  if (steps.length > 0) {
    return null;
  }
  switch (root.name) {
    case 'String':
      return stringContent(
        textOf(walk, root).replace(/^r(?=["'][^\\]*$)/i, '')
      );
    case 'VariableName':
      return constantOf(walk, textOf(walk, root));
    case 'BinaryExpression':
      return joined(walk, root);
    case 'CallExpression':
      return builtPath(walk, root);
    default:
      return null;
  }
}

/** The value of a constant of this cell, unless a scope around has a name of its own like it. */
function constantOf(walk: Walk, name: string): string | null {
  for (let { scope } = walk; scope.kind !== 'module'; scope = scope.parent) {
    if (scope.locals.has(name)) {
      return null;
    }
  }
  return walk.constants.get(name) ?? null;
}

/** `Path("a") / "b"`. */
function joined(walk: Walk, { children }: Syntax): string | null {
  const [left, operator, right] = children;
  const isJoin = operator && textOf(walk, operator) === '/';
  const parts = isJoin && left && right ? [left, right] : [];
  return joinParts(parts.map(part => constantPath(walk, part)));
}

/** `Path("a")`, `os.path.join("a", "b")`. */
function builtPath(walk: Walk, node: Syntax): string | null {
  const [target] = node.children;
  if (!target) {
    return null;
  }
  const { root, steps } = accessOf(walk, target);
  const dotted = dottedName(walk, root, steps);
  const isPath = /^(?:pathlib\.(?:Pure)?Path|os\.path\.join)$/.test(
    dotted ?? ''
  );
  const { positional, all } = argumentsOf(walk, childNamed(node, 'ArgList'));
  return isPath && positional.length === all.length
    ? joinParts(positional.map(part => constantPath(walk, part)))
    : null;
}

function joinParts(parts: readonly (string | null)[]): string | null {
  const known = parts.filter(part => part !== null);
  return parts.length > 0 && known.length === parts.length
    ? known.join('/').replace(/(?<!:)\/{2,}/g, '/')
    : null;
}

/** After `name = value`: the name stands for the path until it is bound again. */
export function noteConstant(walk: Walk, target: Syntax, value: Syntax): void {
  if (isSurelyRun(walk) && target.name === 'VariableName') {
    const path = constantPath(walk, value);
    if (path !== null) {
      walk.constants.set(textOf(walk, target), path);
    }
  }
}
