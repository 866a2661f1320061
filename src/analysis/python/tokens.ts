// Python source with IPython's lines -> tokens, as CPython's tokenizer cuts them. Strings with fields come in parts.

import { NEWLINE } from './characters';
import { readMagicLine } from './magic-lines';
import { lastItem } from './neighbours';
import {
  close,
  push,
  scanToken,
  type Frame,
  type Scanner,
  type Token
} from './scanner';
import { endOfText } from './string-ends';

const lineEnd = /\r\n|\n|\r/y;

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
    const top = lastItem(scanner.frames);
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

/** The literal part of a string with fields, up to a field or to its end. */
function scanText(scanner: Scanner, top: Frame): void {
  const isFormat = top.kind === 'format';
  const end = endOfText(scanner.source, scanner.at, { isFormat, ...top });
  if (end > scanner.at) {
    push(scanner, 'text', end);
  }
  const { source, frames } = scanner;
  if (source.startsWith(top.quote, end)) {
    while (lastItem(frames)?.kind !== 'string') {
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
