// Python source with IPython's lines -> tokens, as CPython's tokenizer cuts them. Strings with fields come in parts.

import { readMagicLine, type MagicLine } from './magic-lines';
import { endOfString, endOfText } from './string-ends';

/** `text` is a literal part of a string with fields, after its opening quotes, which are a `string`; `magic` is a line, or the head of one, that only IPython knows. */
export type TokenKind =
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
type Frame = {
  readonly kind: 'bracket' | 'field' | 'format' | 'string';
  /** The quotes of the string around; empty for brackets. */
  readonly quote: string;
  readonly isRaw: boolean;
};

type Scanner = {
  readonly source: string;
  at: number;
  readonly tokens: Token[];
  readonly frames: Frame[];
  /** Brackets and fields among the frames. */
  depth: number;
  /** Index of the first token of the present logical line. */
  lineStart: number;
};

const lineEnd = /\r\n|\n|\r/y;
const other =
  /(#[^\n\r]*)|(\\(?:\r\n|\n|\r))|((?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?(?:"""|'''|"|'))|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)|(\*\*=?|\/\/=?|>>=?|<<=?|!=|->|:=|<>|\.\.\.|[+\-*/%@&|^=<>]=?|[~()[\]{},:;.])|([^])/y;

const kinds: readonly TokenKind[] = [
  'comment',
  'continuation',
  'string',
  'name',
  'number',
  'operator',
  'unknown'
];

/** Cuts a source from an offset on. Any text is taken; time grows with its length alone. */
export function tokenize(source: string, start: number): readonly Token[] {
  const scanner: Scanner = {
    source,
    at: start,
    tokens: [],
    frames: [],
    depth: 0,
    lineStart: 0
  };
  while (scanner.at < source.length) {
    const top = scanner.frames[scanner.frames.length - 1];
    if (top?.kind === 'string' || top?.kind === 'format') {
      scanText(scanner, top);
    } else {
      scanCode(scanner, top);
    }
  }
  return scanner.tokens;
}

function matchAt(scanner: Scanner, pattern: RegExp): string | null {
  pattern.lastIndex = scanner.at;
  return pattern.test(scanner.source)
    ? scanner.source.slice(scanner.at, pattern.lastIndex)
    : null;
}

function push(
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

/** The literal part of a string with fields, up to a field or to its end. */
function scanText(scanner: Scanner, top: Frame): void {
  const isFormat = top.kind === 'format';
  const end = endOfText(scanner.source, scanner.at, { ...top, isFormat });
  if (end > scanner.at) {
    push(scanner, 'text', end);
  }
  const { source, frames } = scanner;
  if (source.startsWith(top.quote, end)) {
    while (frames[frames.length - 1]?.kind !== 'string') {
      close(scanner);
    }
    push(scanner, 'text', end + top.quote.length);
    frames.pop();
  } else if (source[end] === '{') {
    push(scanner, 'operator', end + 1);
    frames.push({ ...top, kind: 'field' });
    scanner.depth += 1;
  } else if (source[end] === '}' && isFormat) {
    close(scanner);
    close(scanner);
    push(scanner, 'operator', end + 1);
  } else {
    frames.length = 0;
    scanner.depth = 0;
  }
}

function close(scanner: Scanner): void {
  const frame = scanner.frames.pop();
  if (frame?.kind === 'bracket' || frame?.kind === 'field') {
    scanner.depth -= 1;
  }
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** A space, a tab or a form feed. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0c;
}

function scanCode(scanner: Scanner, top: Frame | undefined): void {
  const { source } = scanner;
  let { at } = scanner;
  let code = source.charCodeAt(at);
  while (isBlank(code)) {
    at += 1;
    code = source.charCodeAt(at);
  }
  scanner.at = at;
  if (at >= source.length) {
    return;
  }
  const isEnd = code === NEWLINE || code === RETURN;
  const end = isEnd ? matchAt(scanner, lineEnd) : null;
  if (end !== null) {
    scanLineEnd(scanner, end);
  } else if (!scanMagic(scanner) && !scanFieldEnd(scanner, top)) {
    scanToken(scanner);
  }
}

function scanLineEnd(scanner: Scanner, end: string): void {
  if (scanner.depth > 0) {
    scanner.at += end.length;
    return;
  }
  push(scanner, 'newline', scanner.at + end.length);
  scanner.lineStart = scanner.tokens.length;
}

/** A line, or the right side of an assignment, that is IPython's. */
function scanMagic(scanner: Scanner): boolean {
  const { source, at, tokens, depth, lineStart } = scanner;
  if (depth > 0) {
    return false;
  }
  const isFirst = tokens.length === lineStart;
  const last = isFirst ? undefined : tokens[tokens.length - 1];
  if (last && !mayPrecedeMagic(last, source.charCodeAt(at))) {
    return false;
  }
  const magic = readMagicLine(source, at, { first: tokens[lineStart], last });
  if (!magic) {
    return false;
  }
  tokens.length = magic.replaces === 'line' ? lineStart : tokens.length;
  scanner.at = magic.range.from;
  push(scanner, 'magic', magic.range.to, magic);
  return true;
}

/** Within a line, magics stand after the head of one and after `=`, and `?` ends what is asked for. */
function mayPrecedeMagic({ kind, text, magic }: Token, code: number): boolean {
  return (
    kind !== 'continuation' &&
    (code === QUESTION || text === '=' || magic !== undefined)
  );
}

const QUESTION = 0x3f;

/** What ends the code of a field: a conversion, a format, or the closing brace, which any token may be. */
function scanFieldEnd(scanner: Scanner, top: Frame | undefined): boolean {
  const { source, at, frames } = scanner;
  if (top?.kind !== 'field') {
    return false;
  }
  if (source[at] === ':') {
    push(scanner, 'operator', at + 1);
    frames.push({ ...top, kind: 'format' });
    return true;
  }
  if (source[at] === '!' && source[at + 1] !== '=') {
    push(scanner, 'text', at + 2);
    return true;
  }
  return false;
}

function scanToken(scanner: Scanner): void {
  const { source, at } = scanner;
  if (scanName(scanner)) {
    return;
  }
  const sign = source[at] ?? '';
  if (isAlone(sign, source[at + 1])) {
    scanOperator(scanner, sign);
    return;
  }
  other.lastIndex = at;
  const match = other.exec(source);
  let group = 1;
  while (match && group < match.length && match[group] === undefined) {
    group += 1;
  }
  const kind = kinds[group - 1] ?? 'unknown';
  const text = match?.[0] ?? source.slice(at, at + 1);
  if (kind === 'string') {
    scanString(scanner, text);
  } else if (kind === 'operator') {
    scanOperator(scanner, text);
  } else {
    push(scanner, kind, at + text.length);
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

function scanOperator(scanner: Scanner, text: string): void {
  const { at, frames } = scanner;
  if (text === '(' || text === '[' || text === '{') {
    push(scanner, 'operator', at + 1);
    frames.push({ kind: 'bracket', quote: '', isRaw: false });
    scanner.depth += 1;
  } else {
    const isClosing = text === ')' || text === ']' || text === '}';
    const top = frames[frames.length - 1];
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

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
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
  const quote = opening.replace(/^[a-z]*/i, '');
  const prefix = opening.slice(0, -quote.length).toLowerCase();
  if (/[ft]/.test(prefix)) {
    push(scanner, 'string', scanner.at + opening.length);
    const isRaw = prefix.includes('r');
    scanner.frames.push({ kind: 'string', quote, isRaw });
  } else {
    const start = scanner.at + opening.length;
    push(scanner, 'string', endOfString(scanner.source, start, quote));
  }
}
