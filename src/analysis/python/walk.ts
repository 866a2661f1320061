// The state of one walk through a cell, and the ways in which code tells what it does.

import type { Unanalysed } from '../cell-analysis';
import type { BindingKind, Range, Update } from '../name-uses';
import type { Effect } from '../effect';

import { accept } from './accept-events';
import { acceptUnknown, type Facts } from './facts';
import { stateOf, untouched, type Branch } from './flow';
import { isSetByFunction, isSurelyReached, setByFunction } from './own-globals';
import type { Marks } from './prepare';
import type { Spelled } from '../spelled';
import { asReceived } from './received';
import { scopeAround, type CallSite, type Event, type Scope } from './scope';
import type { SetOrders } from './set-order';
import type { Syntax } from './syntax';

/** A loop that is being walked: the branches that leave its body before the end. */
export type Loop = {
  /** The branch in which the loop stands. */
  readonly outside: Branch;
  readonly breaks: Branch[];
  readonly continues: Branch[];
};

/** The walk's visitors call each other through it, so that no file needs another's. */
export type Walk = {
  readonly source: string;
  readonly facts: Facts;
  readonly marks: Marks;
  /** Local names of modules and of what was imported from them: `np` -> `numpy`. */
  readonly modules: Map<string, string>;
  /** Names that the cell bound to constant texts and paths, for sure. */
  readonly constants: Map<string, string>;
  /** Names that the cell bound to constant texts, for sure: where their characters stand. */
  readonly texts: Map<string, Range>;
  /** Offsets of `globals()` and the like where a text is run in them, which tells what is reached. */
  readonly spaces: Set<number>;
  /** Expressions of which it shows in which order a set gives its elements. */
  readonly setOrders: SetOrders['uses'];
  readonly spelled: Spelled;
  /** Calls of `id` whose number shows or is kept. */
  readonly addresses: ReadonlySet<Syntax>;
  scope: Scope;
  /** Greater than 0 in a part of an expression that is not always evaluated. */
  doubt: number;
  /** Greater than 0 in a statement that is not always reached. */
  branches: number;
  /** The loops around, innermost last. */
  readonly loops: Loop[];
  /** Greater than 0 where some handler stands around. */
  tries: number;
  /** Greater than 0 where a handler covers a missing name. */
  guards: number;
  /** The call that a statement consists of: nothing is done with its result. */
  discarded: Syntax | null;
  /** The call of whose moment nothing but the day is looked at. */
  dayOf: Syntax | null;
  /** True where only the extent of a value is asked for. */
  asksShape: boolean;
  /** True in a `def` that is not `async`. */
  isSync: boolean;
  /** How deep the walk is nested. */
  depth: number;
  /** True in code whose names do not reach the notebook. */
  isIsolated: boolean;
  /** True after `from __future__ import annotations`. */
  hasLazyAnnotations: boolean;
  readonly statement: (walk: Walk, node: Syntax) => void;
  readonly expression: (walk: Walk, node: Syntax) => void;
};

/** The source text of a node. */
export function textOf(
  walk: Pick<Walk, 'source'>,
  { from, to }: Range
): string {
  return walk.source.slice(from, to);
}

/** The place of a node. */
export function rangeOf({ from, to }: Range): Range {
  return { from, to };
}

/** Visits what may happen. */
export function doubtfully(walk: Walk, visit: () => void): void {
  walk.doubt += 1;
  visit();
  walk.doubt -= 1;
}

/** Visits code in another scope. */
export function inScope<T>(walk: Walk, scope: Scope, visit: () => T): T {
  const outer = walk.scope;
  walk.scope = scope;
  const result = visit();
  walk.scope = outer;
  return result;
}

/** The name is read here. */
export function read(walk: Walk, node: Range, path: string | null): void {
  const name = textOf(walk, node);
  if (isSetByFunction(walk, name)) {
    return;
  }
  emit(walk, {
    type: 'read',
    isShape: walk.asksShape,
    name,
    range: rangeOf(node),
    path,
    isCertain: walk.doubt + walk.branches + walk.guards === 0
  });
}

/** The name is called, where there is a `site`, or handed to somebody who may call it. */
export function call(walk: Walk, name: string, site?: CallSite): void {
  if (isSetByFunction(walk, name)) {
    return;
  }
  const isDirect = site !== undefined;
  const isSure = isDirect && isSurelyReached(walk);
  emit(walk, {
    type: 'call',
    name,
    ...(isSure && { isSure }),
    ...(isDirect && { site })
  });
}

/** The named value is changed in place here. */
export function update(walk: Walk, change: Update): void {
  if (!isSetByFunction(walk, change.name)) {
    emit(walk, { type: 'update', ...change });
  }
}

/** Ambient state is touched here. */
export function touch(
  walk: Walk,
  touched: Omit<Effect, 'range'>,
  node: Range
): void {
  emit(walk, { type: 'effect', effect: { range: rangeOf(node), ...touched } });
}

/** Something here is beyond the analysis: in all that it may do, unless the extent is told. */
export function giveUp(
  walk: Walk,
  node: Range,
  reason: string,
  extent?: Unanalysed['extent']
): void {
  const range = rangeOf(node);
  acceptUnknown(
    walk.facts,
    extent ? { range, reason, extent } : { range, reason }
  );
}

/** Gives an event to the scope that it concerns; a scope whose own name it is keeps it. */
export function emit(walk: Walk, event: Event): void {
  let scope = walk.scope;
  if (scope.kind === 'module') {
    accept(walk.facts, event);
    return;
  }
  const named = 'name' in event ? event : null;
  let isOwnClass = true;
  while (scope.kind === 'inner' || scope.kind === 'class') {
    const isGlobal = named && 'isGlobal' in named && named.isGlobal;
    const name = isGlobal ? null : (named?.name ?? null);
    if (scope.kind === 'inner' && name !== null && scope.locals.has(name)) {
      return;
    }
    if (scope.kind === 'class' && isOwnClass && scope.locals.has(name ?? '')) {
      return;
    }
    isOwnClass &&= scope.kind === 'inner' && scope.isOpen === true;
    scope = scope.parent;
  }
  if (scope.kind === 'function') {
    scope.events.push(...asReceived(scope, event));
  } else {
    accept(walk.facts, event);
  }
}

/** Binds a name in the scope where the code stands. */
export function bind(
  walk: Walk,
  { name, kind, range }: { name: string; kind: BindingKind; range: Range }
): void {
  const scope = scopeAround(walk.scope);
  const isSure = walk.doubt === 0;
  const event: Event = { type: 'bind', name, kind, range, isCertain: isSure };
  if (kind !== 'import' && kind !== 'from-import') {
    walk.modules.delete(name);
  }
  walk.constants.delete(name);
  walk.texts.delete(name);
  if (scope.kind === 'module') {
    accept(walk.facts, event);
  } else if (scope.globals.has(name)) {
    const isGlobal = true;
    const isReached = isSurelyReached(walk);
    inScope(walk, scope, () =>
      emit(walk, { ...event, kind: 'global', isGlobal, isSure: isReached })
    );
    if (scope.kind === 'function') {
      setByFunction(walk, scope, { name, isBound: true });
    }
  } else if (scope.kind === 'class' || !scope.nonlocals.has(name)) {
    scope.locals.add(name);
    if (scope.kind === 'function') {
      scope.parameters.delete(name);
    }
  }
}

/** True where the code of the cell itself stands, not that of a function or class in it. */
export function isTopLevel(walk: Walk): boolean {
  return walk.scope.kind === 'module';
}

/** True at the top level where the code surely runs, and once. */
export function isSurelyRun(walk: Walk): boolean {
  const { branches, doubt, loops } = walk;
  return isTopLevel(walk) && branches + doubt + loops.length === 0;
}

/** True when nothing in the cell so far has bound the name, in any scope around. */
export function isUnbound(walk: Walk, name: string): boolean {
  for (let scope = walk.scope; scope.kind !== 'module'; scope = scope.parent) {
    if (scope.locals.has(name)) {
      return false;
    }
  }
  return stateOf(walk.facts.branch, name) === untouched;
}
