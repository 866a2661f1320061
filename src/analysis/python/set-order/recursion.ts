// What a function that calls itself in a loop leaves in the order of the loop's turns.

import type { Syntax } from '../syntax';
import { callOf, nodesIn, rootOf, textOf, type Call } from '../syntax-words';
import { ADDING, SHOWING } from './adding';

/** The function around a loop. */
export type Around = {
  /** Where its name stands; undefined for a function without one. */
  readonly name: Syntax | undefined;
  readonly node: Syntax;
  /** Names of its parameters. */
  readonly parameters: ReadonlySet<string>;
};

/** What a call leaves in the order in which calls come: it shows something, and adds to what these names stand for. */
export type Left = {
  readonly isShown: boolean;
  readonly added: readonly string[];
};

/** Of a call in a loop: what it leaves if it calls the function around the loop; null for other calls. */
export function leftByItself(
  source: string,
  { name, node, parameters }: Around,
  { word, owner, given }: Call
): Left | null {
  const itself = name && textOf(source, name);
  if (owner?.name === 'MemberExpression' || word !== itself) {
    return null;
  }
  const calls = nodesIn(node).flatMap(one => callOf(source, one) ?? []);
  const grown = new Set(
    calls.flatMap(call =>
      call.owner && ADDING.has(call.word)
        ? (rootOf(source, call.owner) ?? [])
        : []
    )
  );
  const handed = [...(owner ? [owner] : []), ...given]
    .filter(one => one.name === 'VariableName')
    .map(one => textOf(source, one));
  return {
    isShown: calls.some(call => !call.owner && SHOWING.has(call.word)),
    added: handed.filter(one => grown.has(one) && parameters.has(one))
  };
}
