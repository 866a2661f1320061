// Tokens -> logical lines: one for each statement head or simple statement list, however it is laid out.

import type { Token } from './scanner';

/** Neither comments nor line ends are in it; it has at least one token. */
export type LogicalLine = readonly Token[];

/** Cuts tokens into logical lines. */
export function logicalLines(tokens: readonly Token[]): readonly LogicalLine[] {
  const lines: Token[][] = [];
  let line: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'newline') {
      if (line.length > 0) {
        lines.push(line);
      }
      line = [];
    } else if (token.kind !== 'comment' && token.kind !== 'continuation') {
      line.push(token);
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}
