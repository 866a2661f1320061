// Words of a source, named as the grammar names their nodes.

import { wordSet } from '../word-set';

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ...[
    ...wordSet(
      `await or and in not is if else lambda yield from async for None del pass break continue return raise import as global nonlocal
      assert elif while try except finally with def class`
    )
  ].map(word => [word, word] as const),
  ['True', 'Boolean'],
  ['False', 'Boolean']
]);

/** How long a keyword is at most. */
const LONGEST = 8;

/** Letters with which keywords begin, by their codes. */
const FIRST = new Set([...KEYWORDS.keys()].map(word => word.charCodeAt(0)));

/** The name of the node that the word between two places is. */
export function nameOfWord(source: string, from: number, to: number): string {
  const length = to - from;
  return length > 1 && length <= LONGEST && FIRST.has(source.charCodeAt(from))
    ? (KEYWORDS.get(source.slice(from, to)) ?? 'VariableName')
    : 'VariableName';
}
