// The words of a cell of R, told from its tokens.
import type { Spelled } from '../spelled';

import { tokenise } from './tokens';

/** Collects them; a name with dots counts with its parts, too. */
export function spelledInR(source: string): Spelled {
  const words = new Set<string>();
  const literals: string[] = [];
  for (const { kind, from, to, text } of tokenise(source)) {
    if (kind === 'name') {
      words.add(text);
      text.split('.').forEach(part => words.add(part));
    } else if (kind === 'string') {
      literals.push(source.slice(from, to));
    }
  }
  return { words, literals, hasMagic: false };
}
