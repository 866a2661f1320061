// Calls that stand alone in their statement: where one of them is refused, nothing of the statement has shown or left anything.

import type { Syntax } from './syntax';
import { callOf, nodesIn } from './syntax-words';

/**
 * By the last word of what is called, where the one statement begins that calls it; without what is called elsewhere as well, or
 * beside other calls, or in a statement that may not evaluate all of itself.
 */
export function soleCalls(
  root: Syntax,
  text: string,
  isEager: (statement: Syntax) => boolean
): ReadonlyMap<string, number> {
  const seen = new Map<string, number | null>();
  for (const statement of root.children) {
    const words = calledIn(statement, text);
    const isSole = words.length === 1 && isEager(statement);
    words.forEach(word =>
      seen.set(word, isSole && !seen.has(word) ? statement.from : null)
    );
  }
  const found = new Map<string, number>();
  seen.forEach((from, word) => from !== null && found.set(word, from));
  return found;
}

/** The last word of each callee, wherever it stands; empty where it is no name. */
function calledIn(statement: Syntax, text: string): readonly string[] {
  return nodesIn(statement)
    .filter(({ name }) => name === 'CallExpression')
    .map(node => callOf(text, node)?.word ?? '');
}
