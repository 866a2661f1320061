// Names of the notebook that a function declares `global`: what it surely did to them before it reads them.

import { bound, deleted, isFromOutside, stateOf } from './flow';
import { scopeAround, type FunctionScope, type Scope } from './scope';
import type { Walk } from './walk';

/** True where whoever runs the code around is sure to get here, unless something raises. */
export function isSurelyReached(walk: Walk): boolean {
  const scope = runningScope(walk.scope);
  return (
    walk.doubt === 0 &&
    (scope.kind !== 'function' ||
      (walk.facts.branch === scope.root &&
        scope.root.end === 'reached' &&
        !scope.hasLeft))
  );
}

/** True where the function around surely bound or deleted the name itself: nobody else's value is there. */
export function isSetByFunction(walk: Walk, name: string): boolean {
  const scope = functionAround(walk.scope);
  return (
    scope !== null &&
    scope.globals.has(name) &&
    !isFromOutside(stateOf(walk.facts.branch, keyOf(scope, name)))
  );
}

/** The function around did this to a name that it declares `global`. */
export function setByFunction(
  { facts, doubt }: Walk,
  scope: FunctionScope,
  { name, isBound }: { readonly name: string; readonly isBound: boolean }
): void {
  const key = keyOf(scope, name);
  const before = doubt === 0 ? 0 : stateOf(facts.branch, key);
  facts.branch.states.set(key, before | (isBound ? bound : deleted));
}

/** The body may end before its end from here on. */
export function leaveFunction(walk: Walk): void {
  const scope = functionAround(walk.scope);
  if (scope) {
    scope.hasLeft = true;
  }
}

/** The function around is a generator. */
export function yieldInFunction(walk: Walk): void {
  const scope = functionAround(walk.scope);
  if (scope) {
    scope.isGenerator = true;
  }
}

/** States of a function's own stand apart from those of the cell, and of functions around. */
function keyOf({ parent }: FunctionScope, name: string): string {
  let depth = 0;
  for (let at: Scope | null = parent; at; at = at.parent) {
    depth += 1;
  }
  return `${depth} ${name}`;
}

/** The function whose code stands here; null in a class and at the top level. */
function functionAround(scope: Scope): FunctionScope | null {
  const at = scopeAround(scope);
  return at.kind === 'function' ? at : null;
}

/** The scope whose end is reached when the code here was run: a class body runs with the code around it. */
function runningScope(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'inner' || at.kind === 'class') {
    at = at.parent;
  }
  return at;
}
