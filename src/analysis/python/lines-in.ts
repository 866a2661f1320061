// The logical lines of a stretch of the source.

import type { Range } from '../name-uses';

import type { LogicalLine } from './logical-lines';

/** The lines of a statement, without what else stands on them. */
export function linesIn(
  lines: readonly LogicalLine[],
  { from, to }: Range
): readonly LogicalLine[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if ((line?.[line.length - 1]?.to ?? 0) <= from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const own: LogicalLine[] = [];
  for (let at = low; (lines[at]?.[0]?.from ?? to) < to; at += 1) {
    const tokens = lines[at] ?? [];
    own.push(tokens.filter(token => token.from >= from && token.from < to));
  }
  return own.filter(line => line.length > 0);
}
