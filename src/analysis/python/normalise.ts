// The tokens of a cell, without comments and layout: equal texts do the same.

import type { Range } from '../name-uses';
import { trimLines } from '../analyse-nothing';

import type { LogicalLine } from './logical-lines';
import { lastItem } from './neighbours';
import type { Token } from './scanner';

/** Writes a token, whose predecessor on the line is `before`, otherwise than as it stands; null where it stays. */
export type Spelling = (
  token: Token,
  before: Token | undefined
) => string | null;

/** One line for each logical line, a blank between tokens, a tab for each level of indentation. */
export function normalise(
  source: string,
  lines: readonly LogicalLine[],
  masked: readonly Range[],
  spelling?: Spelling
): string {
  const levels: number[] = [];
  const heads = masked.map(({ from, to }) =>
    trimLines(source.slice(from, to)).trimStart()
  );
  const code = lines.map(line => {
    const column = columnOf(source, line[0]?.from ?? 0);
    while ((lastItem(levels) ?? 0) > column) {
      levels.pop();
    }
    if ((lastItem(levels) ?? 0) < column) {
      levels.push(column);
    }
    return '\t'.repeat(levels.length) + textOf(line, spelling);
  });
  return [...heads, ...code].join('\n');
}

function textOf(line: LogicalLine, spelling?: Spelling): string {
  let text = '';
  let before: Token | undefined;
  for (const token of line) {
    const isGlued = token.kind === 'text' && before?.to === token.from;
    const word =
      spelling?.(token, before) ??
      (token.kind === 'magic'
        ? trimLines(token.text)
        : withPlainEnds(token.text));
    text += before === undefined || isGlued ? word : ` ${word}`;
    before = token;
  }
  return text;
}

function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The column of an offset; tabs go to the next multiple of eight, as in CPython. */
export function columnOf(source: string, at: number): number {
  let start = at;
  while (start > 0 && isBlank(source[start - 1])) {
    start -= 1;
  }
  let column = 0;
  for (let next = start; next < at; next += 1) {
    column = source[next] === '\t' ? column + 8 - (column % 8) : column + 1;
  }
  return column;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
