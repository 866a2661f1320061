// Where the cutting of a source stands, and the next token of plain Python code: a name, a number, an operator, the opening of a string.

import { DOUBLE_QUOTE, isDigit, POINT, QUOTE } from './characters';
import type { MagicLine } from './magic-facts';
import { lastItem } from './neighbours';
import { endOfString } from './string-ends';

/** `text` is a literal part of a string with fields, after its opening quotes, which are a `string`; `magic` is a line, or the head of one, that only IPython knows. */
type TokenKind =
  | 'name'
  | 'number'
  | 'string'
  | 'text'
  | 'operator'
  | 'newline'
  | 'comment'
  | 'continuation'
  | 'magic'
  | 'unknown';

/** A stretch of the source. */
export type Token = {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** How many brackets and fields are open around it; those of the token itself are not counted. */
  readonly depth: number;
  /** Set for `magic`. */
  readonly magic?: MagicLine;
};

/** What is open: a bracket, a field of a string, the format after a field's colon, or the string itself. */
export type Frame = {
  readonly kind: 'bracket' | 'field' | 'format' | 'string';
  /** The quotes of the string around; empty for brackets. */
  readonly quote: string;
  /** True for a string whose backslashes are signs like others. */
  readonly isRaw: boolean;
};

/** Where the cutting of a source stands. */
export type Scanner = {
  readonly source: string;
  /** Offset of what is cut next. */
  at: number;
  /** What was cut so far. */
  readonly tokens: Token[];
  /** What is open at the offset, the innermost last. */
  readonly frames: Frame[];
  /** Brackets and fields among the frames. */
  depth: number;
  /** Index of the first token of the present logical line. */
  lineStart: number;
};

const ANY_SIGN: readonly [TokenKind, RegExp] = ['unknown', /[^]/y];

/** How tokens begin or look, by kind; the first that fits counts. See `firstShape`. */
const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?(?:"""|'''|"|')/y],
  ['name', /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y],
  [
    'number',
    /0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y
  ],
  [
    'operator',
    /\*\*=?|\/\/=?|>>=?|<<=?|!=|->|:=|<>|\.\.\.|[+\-*/%@&|^=<>]=?|[~()[\]{},:;.]/y
  ],
  ['comment', /#[^\n\r]*/y],
  ['continuation', /\\(?:\r\n|\n|\r)/y],
  ANY_SIGN
];

/** Takes the source up to an offset as one token, and goes on behind it. */
export function push(
  scanner: Scanner,
  kind: TokenKind,
  to: number,
  magic?: MagicLine
): void {
  const { source, at: from, depth } = scanner;
  const text = source.slice(from, to);
  scanner.tokens.push(
    magic
      ? { kind, from, to, text, depth, magic }
      : { kind, from, to, text, depth }
  );
  scanner.at = to;
}

/** Leaves the innermost of what is open. */
export function close(scanner: Scanner): void {
  const frame = scanner.frames.pop();
  if (frame?.kind === 'bracket' || frame?.kind === 'field') {
    scanner.depth -= 1;
  }
}

/** Takes the next token of code, which may open or close something. */
export function scanToken(scanner: Scanner): void {
  const { source, at } = scanner;
  if (scanName(scanner)) {
    return;
  }
  const sign = source[at] ?? '';
  if (isAlone(sign, source[at + 1])) {
    scanOperator(scanner, sign);
    return;
  }
  for (
    let index = firstShape(source.charCodeAt(at));
    index < shapes.length;
    index += 1
  ) {
    const [kind, shape] = shapes[index] ?? ANY_SIGN;
    shape.lastIndex = at;
    if (shape.test(source)) {
      scanShape(scanner, kind, shape.lastIndex);
      return;
    }
  }
}

/** The place of the first shape that a token may have which begins with a sign. */
function firstShape(code: number): number {
  if (isLetter(code) || code === QUOTE || code === DOUBLE_QUOTE) {
    return 0;
  }
  return isDigit(code) || code === POINT ? 2 : 3;
}

function scanShape(scanner: Scanner, kind: TokenKind, to: number): void {
  if (kind === 'string') {
    scanString(scanner, scanner.source.slice(scanner.at, to));
  } else if (kind === 'operator') {
    scanOperator(scanner, scanner.source.slice(scanner.at, to));
  } else {
    push(scanner, kind, to);
  }
}

/** True for a sign that is an operator whatever stands before it: most are, and need no search among all kinds of tokens. */
function isAlone(sign: string, next: string | undefined): boolean {
  switch (sign) {
    case '.':
      return (
        next !== '.' && !(next !== undefined && next >= '0' && next <= '9')
      );
    case '=':
    case ':':
      return next !== '=';
    default:
      return sign !== '' && '()[]{},;~'.includes(sign);
  }
}

const BRACKET: Frame = { kind: 'bracket', quote: '', isRaw: false };

function scanOperator(scanner: Scanner, text: string): void {
  const { at, frames } = scanner;
  if (text === '(' || text === '[' || text === '{') {
    push(scanner, 'operator', at + 1);
    frames.push(BRACKET);
    scanner.depth += 1;
  } else {
    const isClosing = text === ')' || text === ']' || text === '}';
    const top = lastItem(frames);
    if (isClosing && (top?.kind === 'bracket' || text === '}')) {
      close(scanner);
    }
    push(scanner, 'operator', at + text.length);
  }
}

/** Most tokens are names; one before a quote may be the prefix of a string. */
function scanName(scanner: Scanner): boolean {
  const { source, at } = scanner;
  let end = at;
  let code = source.charCodeAt(end);
  if (isDigit(code)) {
    return false;
  }
  while (isDigit(code) || isLetter(code)) {
    end += 1;
    code = source.charCodeAt(end);
  }
  if (end === at || code === DOUBLE_QUOTE || code === QUOTE) {
    return false;
  }
  push(scanner, 'name', end);
  return true;
}

/** What may begin a name: every sign beyond ASCII is taken for a letter. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    code >= 0x80
  );
}

function scanString(scanner: Scanner, opening: string): void {
  const isLong = opening.endsWith('"""') || opening.endsWith("'''");
  const quote = opening.slice(isLong ? -3 : -1);
  const prefix = opening.slice(0, -quote.length).toLowerCase();
  if (prefix.includes('f') || prefix.includes('t')) {
    push(scanner, 'string', scanner.at + opening.length);
    const isRaw = prefix.includes('r');
    scanner.frames.push({ kind: 'string', quote, isRaw });
  } else {
    const start = scanner.at + opening.length;
    push(scanner, 'string', endOfString(scanner.source, start, quote));
  }
}
