// What the translators of IPython syntax are given and what they answer.
import type { HelperName } from './helpers';

/** The cell that a piece of syntax stands in, and how the script names its helper functions. */
export type CellContext = {
  /** `cell 3 [5]`; a comment's text, safe in a Python string. */
  readonly label: string;
  /** The name under which a helper function stands in this script. */
  readonly helper: (name: HelperName) => string;
};

/** Code in place of IPython syntax. */
export type Translation =
  | {
      readonly kind: 'expression';
      readonly code: string;
      readonly note?: string;
    }
  | {
      readonly kind: 'statements';
      readonly lines: readonly string[];
      readonly note?: string;
    }
  /** Nothing to run; the note says why. */
  | { readonly kind: 'nothing'; readonly note: string }
  /** The script must stop here; `reason` ends a sentence that begins with the cell and the syntax. */
  | { readonly kind: 'failure'; readonly reason: string };

/** One use of a line magic. */
export type LineMagic = {
  readonly name: string;
  /** What follows the name, trimmed. */
  readonly args: string;
  readonly cell: CellContext;
};

/** One cell magic with the rest of its cell. */
export type CellMagic = LineMagic & { readonly body: string };

/** No code; `note` says why none is needed. */
export function nothing(note: string): Translation {
  return { kind: 'nothing', note };
}

/** Code with a value. */
export function expression(code: string, note?: string): Translation {
  return { kind: 'expression', code, note };
}

/** Code without a value; each line whole, none indented. */
export function statements(
  lines: readonly string[],
  note?: string
): Translation {
  return { kind: 'statements', lines, note };
}

/** The script must stop: `reason` ends the sentence that says so. */
export function failure(reason: string): Translation {
  return { kind: 'failure', reason };
}
