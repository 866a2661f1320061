// Two texts, line by line, with long equal stretches folded.
import { diffLines } from 'diff';

export type DiffLine = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** From 1; null for lines of the other text only. */
  readonly beforeNumber: number | null;
  readonly afterNumber: number | null;
};

/** Equal lines that are not shown. */
export type Fold = { readonly kind: 'fold'; readonly count: number };

export type LineDiff =
  | { readonly kind: 'equal' }
  | { readonly kind: 'lines'; readonly lines: readonly (DiffLine | Fold)[] }
  /** The texts share too little, or are too large, to be compared line by line. */
  | { readonly kind: 'too-different' };

const CONTEXT = 3;
const MOST_EDITS = 2000;
const MOST_CHARACTERS = 400_000;

/** What changed from one text to the other; the kind of line end does not count. */
export function lineDiff(before: string, after: string): LineDiff {
  const [from, to] = [unixLines(before), unixLines(after)];
  if (from === to) {
    return { kind: 'equal' };
  }
  if (from.length + to.length > MOST_CHARACTERS) {
    return { kind: 'too-different' };
  }
  const parts = diffLines(`${from}\n`, `${to}\n`, {
    maxEditLength: MOST_EDITS
  });
  return parts
    ? { kind: 'lines', lines: fold(numbered(parts)) }
    : { kind: 'too-different' };
}

function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
}

type Part = {
  readonly value: string;
  readonly added?: boolean;
  readonly removed?: boolean;
};

function numbered(parts: readonly Part[]): readonly DiffLine[] {
  let [beforeNumber, afterNumber] = [0, 0];
  return parts.flatMap(({ added, removed, value }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): DiffLine => {
        beforeNumber += added ? 0 : 1;
        afterNumber += removed ? 0 : 1;
        return {
          kind: added ? 'added' : removed ? 'removed' : 'same',
          text,
          beforeNumber: added ? null : beforeNumber,
          afterNumber: removed ? null : afterNumber
        };
      })
  );
}

/** Leaves `CONTEXT` equal lines around each change. */
function fold(lines: readonly DiffLine[]): readonly (DiffLine | Fold)[] {
  const isNear = lines.map((_, index) =>
    lines
      .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
      .some(({ kind }) => kind !== 'same')
  );
  const shown: (DiffLine | Fold)[] = [];
  let folded = 0;
  lines.forEach((line, index) => {
    if (!isNear[index]) {
      folded += 1;
      return;
    }
    if (folded > 0) {
      shown.push({ kind: 'fold', count: folded });
      folded = 0;
    }
    shown.push(line);
  });
  if (folded > 0) {
    shown.push({ kind: 'fold', count: folded });
  }
  return shown;
}
