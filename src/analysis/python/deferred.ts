// Code that waits until somebody calls it: what it does is collected, and handed on where it may happen.

import { asPossible, withDoubt } from './accept-events';
import { addDefinition, type Defined } from './definitions';
import { branchOf } from './flow';
import { withGiven } from './given-code';
import { asMethod, isAboutParameters } from './received';
import { freeEvents, functionScope, type Event } from './scope';
import { emit, inScope, isTopLevel, type Walk } from './walk';

/** Names that take part in a call of the definition; those of a class around it are not the notebook's. */
export function callsOf(
  walk: Walk,
  names: readonly string[]
): readonly Event[] {
  const { scope } = walk;
  return names
    .filter(name => scope.kind !== 'class' || !scope.locals.has(name))
    .map(name => ({ type: 'call', name }));
}

/** A name now stands for code that does this when it is called. */
export function finish(
  walk: Walk,
  definition: Defined,
  events: readonly Event[]
): void {
  const { name } = definition;
  if (isTopLevel(walk)) {
    addDefinition(walk.facts, definition, events);
  } else {
    if (walk.scope.kind === 'function') {
      walk.scope.inner.set(name, events);
    }
    defer(
      walk,
      walk.scope.kind === 'class'
        ? events.map(event => asMethod(asPossible(event), name))
        : events
    );
  }
}

/** Hands on what code would do later: a class keeps it, elsewhere it may happen from here on. */
export function defer(walk: Walk, events: readonly Event[]): void {
  if (walk.scope.kind === 'class') {
    for (const event of events) {
      walk.scope.deferred.push(event);
    }
  } else {
    for (const event of events) {
      if (!isAboutParameters(event)) {
        emit(walk, withDoubt(event));
      }
    }
  }
}

/** What code does outside of a scope of its own. */
export function bodyEvents(
  walk: Walk,
  parameters: ReadonlyMap<string, number | null>,
  visit: () => void
): readonly Event[] {
  const { doubt, guards, branches, facts } = walk;
  const { branch } = facts;
  walk.doubt = 0;
  walk.guards = 0;
  walk.branches = 0;
  facts.branch = branchOf(branch);
  const scope = functionScope(walk.scope, parameters, facts.branch);
  inScope(walk, scope, visit);
  facts.branch = branch;
  walk.doubt = doubt;
  walk.guards = guards;
  walk.branches = branches;
  const events = freeEvents(scope);
  return withGiven(scope, scope.isGenerator ? events.map(asPossible) : events);
}
