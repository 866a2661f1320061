// Long texts, cut down to where they differ.

/** Longer texts are cut at lines into pieces that are compared one by one. */
const PIECE_LENGTH = 256 * 1024;

/** Two pieces that stand for each other. */
export type Piece = {
  readonly a: string;
  readonly b: string;
  /** Lines before the piece, the same number on both sides. */
  readonly line: number;
};

/**
 * The parts of two texts that have to be compared. Short texts are one piece; of long ones equal lines at both ends are
 * left out, and the rest is cut into pieces of as many lines.
 */
export function piecesOf(a: string, b: string): Piece[] {
  if (Math.max(a.length, b.length) <= PIECE_LENGTH) {
    return [{ a, b, line: 0 }];
  }
  const first = a.split('\n');
  const second = b.split('\n');
  let start = 0;
  while (start < first.length && first[start] === second[start]) {
    start += 1;
  }
  let end = 0;
  const most = Math.min(first.length, second.length) - start;
  while (
    end < most &&
    first[first.length - 1 - end] === second[second.length - 1 - end]
  ) {
    end += 1;
  }
  return cut(
    first.slice(start, first.length - end),
    second.slice(start, second.length - end),
    start
  );
}

function cut(
  a: readonly string[],
  b: readonly string[],
  line: number
): Piece[] {
  const pieces: Piece[] = [];
  const most = Math.max(a.length, b.length);
  for (let from = 0; from < most;) {
    let to = from;
    let size = 0;
    while (to < most && (size < PIECE_LENGTH || to === from)) {
      size += Math.max(a[to]?.length ?? 0, b[to]?.length ?? 0) + 1;
      to += 1;
    }
    pieces.push({
      a: a.slice(from, to).join('\n'),
      b: b.slice(from, to).join('\n'),
      line: line + from
    });
    from = to;
  }
  return pieces;
}
