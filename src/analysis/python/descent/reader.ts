// Where the descent through a source stands: the present token, named as the grammar names its node.

import {
  BACKSLASH,
  DOUBLE_QUOTE,
  HASH,
  isDigit,
  NEWLINE,
  POINT,
  QUOTE,
  SPACE,
  TAB
} from '../characters';
import type { Syntax } from '../syntax';

import { signAt } from './signs';
import { nameOfWord } from './words';

/** What ends a line of code. */
export const LINE_END = 'line end';
/** What ends the source. */
export const END = 'end';
/** The opening of a text, with its prefix. */
export const TEXT = 'text';

/** The place of the descent; each of its functions leaves it at the token behind what it read. */
export type Reader = {
  readonly source: string;
  /** The name of the present token. */
  kind: string;
  /** How tightly it binds what stands beside it, as a sign between values; 0 for what is none. */
  power: number;
  from: number;
  to: number;
  /** Where the token before it ends. */
  before: number;
  /** Where the line before it ends, its end included. */
  ended: number;
  /** Blanks before the present line; a tab goes to the next multiple of eight. */
  indent: number;
  /** How many brackets are open. */
  depth: number;
  /** How deep the descent is. */
  nesting: number;
  /** Nodes whose parent is being read, those of the innermost last. */
  readonly pending: Syntax[];
};

/** Thrown where a source is more than the descent knows. */
export const LOST = new Error('This is left to the grammar.');

/** Gives up. */
export function lose(): never {
  throw LOST;
}

/** True where a token of that name stands. */
export function isAt({ kind }: Reader, wanted: string): boolean {
  return kind === wanted;
}

/** A reader at the first token of a source. */
export function readerOf(source: string): Reader {
  const reader: Reader = {
    source,
    kind: '',
    power: 0,
    from: 0,
    to: 0,
    before: 0,
    ended: 0,
    indent: 0,
    depth: 0,
    nesting: 0,
    pending: []
  };
  startLine(reader);
  return reader;
}

/** Goes on to the next token. */
export function advance(reader: Reader): void {
  reader.before = reader.to;
  if (isAt(reader, LINE_END)) {
    reader.ended = reader.to;
    startLine(reader);
  } else {
    readFrom(reader, reader.to);
  }
}

/** Goes on to the next token from a place within the source. */
export function resume(reader: Reader, at: number): void {
  reader.to = at;
  reader.before = at;
  readFrom(reader, at);
}

/** Passes lines without code. */
function startLine(reader: Reader): void {
  const { source } = reader;
  let at = reader.to;
  for (;;) {
    let column = 0;
    let code = source.charCodeAt(at);
    while (code === SPACE || code === TAB) {
      column += code === TAB ? 8 - (column % 8) : 1;
      at += 1;
      code = source.charCodeAt(at);
    }
    if (code === HASH) {
      at = endOfLine(source, at);
      code = source.charCodeAt(at);
    }
    if (code !== NEWLINE) {
      const isOdd = at === source.length && column !== reader.indent;
      if (code === BACKSLASH || (isOdd && column > 0)) {
        lose();
      }
      reader.indent = column;
      readFrom(reader, at);
      return;
    }
    at += 1;
  }
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** Passes what has no meaning within a line. */
function readFrom(reader: Reader, start: number): void {
  const { source, depth } = reader;
  let at = start;
  for (;;) {
    const code = source.charCodeAt(at);
    if (code === SPACE || code === TAB || (code === NEWLINE && depth > 0)) {
      at += 1;
    } else if (code === HASH) {
      at = endOfLine(source, at);
    } else if (code === BACKSLASH) {
      at = afterContinuation(reader, at);
    } else {
      reader.from = at;
      readToken(reader, code);
      return;
    }
  }
}

/** A line of a body that goes on at the very margin is left to the grammar. */
function afterContinuation(
  { source, depth, indent }: Reader,
  at: number
): number {
  const next = source.charCodeAt(at + 2);
  const isBlank = next === SPACE || next === TAB;
  const isCode = next > SPACE && next !== HASH && depth + indent === 0;
  return source.charCodeAt(at + 1) === NEWLINE && (isBlank || isCode)
    ? at + 2
    : lose();
}

function readToken(reader: Reader, code: number): void {
  const { source, from } = reader;
  reader.power = 0;
  if (isLetter(code)) {
    readWord(reader);
  } else if (
    isDigit(code) ||
    (code === POINT && isDigit(source.charCodeAt(from + 1)))
  ) {
    readNumber(reader);
  } else if (code === QUOTE || code === DOUBLE_QUOTE) {
    reader.kind = TEXT;
    reader.to = from;
  } else if (code === NEWLINE) {
    reader.kind = LINE_END;
    reader.to = from + 1;
  } else if (from >= source.length) {
    reader.kind = END;
    reader.to = from;
  } else {
    readSign(reader);
  }
}

/** What the grammar takes for a letter, but for those that are two codes long. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x5f ||
    (code > 0xa0 && (code < 0xd800 || code > 0xdfff))
  );
}

/** A name, a keyword, or the prefix of a text. */
function readWord(reader: Reader): void {
  const { source, from } = reader;
  let at = from + 1;
  let code = source.charCodeAt(at);
  while (isLetter(code) || isDigit(code)) {
    at += 1;
    code = source.charCodeAt(at);
  }
  reader.to = at;
  if (code === QUOTE || code === DOUBLE_QUOTE) {
    reader.kind = TEXT;
    return;
  }
  reader.kind = nameOfWord(source, from, at);
}

const NUMBER =
  /0[bB][_01]+|0[oO][_0-7]+|0[xX][_0-9a-fA-F]+|(?:\d[_\d]*(?:\.\d[_\d]*)?|\.\d[_\d]*)(?:[eE][+-]?\d[_\d]*)?[jJ]?/y;

/** What is glued to a number is left to the grammar. */
function readNumber(reader: Reader): void {
  const { source, from } = reader;
  let at = from;
  let code = source.charCodeAt(at);
  while (isDigit(code)) {
    at += 1;
    code = source.charCodeAt(at);
  }
  if (isLetter(code) || code === POINT) {
    NUMBER.lastIndex = from;
    at = NUMBER.test(source) ? NUMBER.lastIndex : lose();
    code = source.charCodeAt(at);
  }
  if (isLetter(code) || isDigit(code) || code === POINT) {
    lose();
  }
  reader.kind = 'Number';
  reader.to = at;
}

function readSign(reader: Reader): void {
  const { source, from } = reader;
  const { name, power, length } = signAt(source, from) ?? lose();
  reader.kind = name;
  reader.power = power;
  reader.to = from + length;
}
