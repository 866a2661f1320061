// Calls that stand alone in their statement: where one of them is refused, nothing of the statement has shown or left anything.

import type { Syntax } from './syntax';

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
function calledIn(node: Syntax, text: string): readonly string[] {
  const inner = node.children.flatMap(child => calledIn(child, text));
  return node.name === 'CallExpression'
    ? [...inner, lastWord(node.children[0], text)]
    : inner;
}

function lastWord(callee: Syntax | undefined, text: string): string {
  const last =
    callee?.name === 'MemberExpression'
      ? callee.children[callee.children.length - 1]
      : callee;
  return last && /^(?:VariableName|PropertyName)$/.test(last.name)
    ? text.slice(last.from, last.to)
    : '';
}
