// Rewriting a source without moving anything in it.

import type { Token } from './scanner';

/** A text that takes the place of one of the same length. */
export type Patch = { readonly from: number; readonly text: string };

/** What has been rewritten for the grammar so far, and what the tree will not say because of it. */
export type Repairs = {
  readonly patches: Patch[];
  /** Offsets of expressions that are targets. */
  readonly targets: number[];
  /** Offsets of names that an assignment expression binds. */
  readonly walruses: number[];
  /** Offsets of expressions that are decorators. */
  readonly decorators: number[];
};

/** Puts another text, filled up with blanks, in the place of a token. */
export function replace(repairs: Repairs, token: Token, text = ''): void {
  const { from } = token;
  repairs.patches.push({ from, text: text.padEnd(token.text.length) });
}

/** The rewritten source. Of patches that overlap, the first one counts. */
export function applyPatches(
  source: string,
  patches: readonly Patch[]
): string {
  if (patches.length === 0) {
    return source;
  }
  const pieces: string[] = [];
  let at = 0;
  for (const { from, text } of [...patches].sort((a, b) => a.from - b.from)) {
    if (from >= at) {
      pieces.push(source.slice(at, from), text);
      at = from + text.length;
    }
  }
  return pieces.join('') + source.slice(at);
}
