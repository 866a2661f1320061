// Names as Python compares them: `ϵ` and `ε` are one variable, and the kernel tells the second.

import { applyPatches } from './patches';
import type { Token } from './scanner';

/**
 * The source with its names in the form NFKC, blanks behind those that get shorter. One that would get longer stays as
 * it is: `ﬁ`, which is `fi`, has no room.
 */
export function withPlainNames(
  source: string,
  tokens: readonly Token[]
): string {
  if (!/[\u0080-\uffff]/.test(source)) {
    return source;
  }
  return applyPatches(
    source,
    tokens.flatMap(({ kind, from, text }) => {
      const plain = kind === 'name' ? text.normalize('NFKC') : text;
      return plain === text || plain.length > text.length
        ? []
        : [{ from, text: plain.padEnd(text.length) }];
    })
  );
}
