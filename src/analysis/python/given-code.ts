// Code that a function gives back to who calls it: lambdas, functions of its own, and the body of a generator.

import { freeEvents, type Event, type FunctionScope } from './scope';
import { childNamed, type Syntax } from './syntax';
import { textOf, type Walk } from './walk';

/** Expressions that hand on what stands in them. */
export const HOLDERS =
  /^(?:Parenthesized|Tuple|Array|Dictionary|Conditional)Expression$/;
/** Calls that wrap a function in another one. */
const WRAPPERS = /\bpartial$/;

/** The functions that an expression gives, and the lambdas, each of which `lambda` tells by what it does. */
export function noteGiven(
  walk: Walk,
  node: Syntax,
  lambda: (node: Syntax) => readonly Event[]
): void {
  const { scope } = walk;
  if (scope.kind !== 'function') {
    return;
  }
  const pending = [...node.children.slice(1)];
  for (let part = pending.pop(); part; part = pending.pop()) {
    const list = childNamed(part, 'ArgList');
    const callee = part.children[0];
    if (part.name === 'LambdaExpression') {
      scope.given.push(...lambda(part));
    } else if (part.name === 'VariableName') {
      scope.given.push(...(scope.inner.get(textOf(walk, part)) ?? []));
    } else if (HOLDERS.test(part.name)) {
      pending.push(...part.children);
    } else if (list && callee && WRAPPERS.test(textOf(walk, callee))) {
      pending.push(...list.children);
    }
  }
}

/** What the code does, with what that does which a call of it gives back; of a generator that is its whole body. */
export function withGiven(
  scope: FunctionScope,
  events: readonly Event[]
): readonly Event[] {
  const given = scope.isGenerator
    ? events
    : scope.given.length > 0
      ? freeEvents({ ...scope, events: scope.given })
      : [];
  return given.length > 0
    ? [...events, { type: 'give', events: given }]
    : events;
}
