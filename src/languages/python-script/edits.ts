// Changes to a source text at given places.
import { logicalLines } from './tokens';

/** Replaces the stretch from `from` up to `to` by `text`. */
export type Edit = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

/** Applies edits that do not overlap, given in any order. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort(
    (a, b) => a.from - b.from || a.to - b.to
  )) {
    result += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + source.slice(at);
}

/** Offsets of the line starts that lie inside string literals: nothing may be put there. */
export function lineStartsInStrings(code: string): Set<number> {
  const starts = new Set<number>();
  for (const { tokens } of logicalLines(code)) {
    for (const { kind, from, text } of tokens) {
      if (kind === 'string') {
        for (const match of text.matchAll(/\n/g)) {
          starts.add(from + match.index + 1);
        }
      }
    }
  }
  return starts;
}

/** Code as the body of a block; never empty, and with its string literals unchanged. */
export function indented(code: string): string {
  const inStrings = lineStartsInStrings(code);
  let at = 0;
  const lines = code.split('\n').map(line => {
    const isFixed = inStrings.has(at) || line === '';
    at += line.length + 1;
    return isFixed ? line : `    ${line}`;
  });
  const isEmpty = logicalLines(code).length === 0;
  return [...lines, ...(isEmpty ? ['    pass'] : [])].join('\n');
}
