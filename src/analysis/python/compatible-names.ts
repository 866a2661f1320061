// Python takes compatible letters of names for one: `ϵ` is `ε`, and the micro sign is the letter mu.

import { applyPatches } from './patches';
import { tokenize } from './tokens';

/**
 * The source with names as Python keeps them in a namespace, and as long. Letters for which it keeps more or fewer characters stay:
 * offsets count more.
 */
export function withCompatibleNames(source: string): string {
  if (isAscii(source) || source.normalize('NFKC') === source) {
    return source;
  }
  return applyPatches(
    source,
    tokenize(source, 0).flatMap(({ kind, from, text }) =>
      kind === 'name' && !isAscii(text)
        ? [{ from, text: text.replace(/[^]/gu, compatible) }]
        : []
    )
  );
}

function compatible(letter: string): string {
  const other = letter.normalize('NFKC');
  return other.length === letter.length ? other : letter;
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
