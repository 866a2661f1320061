// Literal texts, with the values that stand in them.

import { BACKSLASH, NEWLINE } from '../characters';
import type { Syntax } from '../syntax';

import { readValues } from './lists';
import { leafOf, takeFrom, taken, takenAs } from './nodes';
import { isAt, lose, type Reader, resume, TEXT } from './reader';

/** How a text is written. */
type Style = {
  readonly quote: string;
  readonly isRaw: boolean;
  /** True where values may stand in it. */
  readonly isOpen: boolean;
};

/** One text, or several in a row. */
export function readTexts(reader: Reader): Syntax {
  const first = readText(reader);
  if (!isAt(reader, TEXT)) {
    return first;
  }
  const { pending } = reader;
  const start = pending.length;
  pending.push(first);
  while (isAt(reader, TEXT)) {
    pending.push(readText(reader));
  }
  const children = takeFrom(reader, start);
  const name = 'ContinuedString';
  return { name, from: first.from, to: reader.before, children };
}

const PREFIX = /^(?:[uUbBrRfF]|[bBfF][rR]|[rR][bBfF])$/;

function readText(reader: Reader): Syntax {
  const { source, from, to: opens, pending } = reader;
  const prefix = opens > from ? source.slice(from, opens) : '';
  if (prefix !== '' && !PREFIX.test(prefix)) {
    lose();
  }
  const sign = source.charAt(opens);
  const isLong =
    source.charAt(opens + 1) === sign && source.charAt(opens + 2) === sign;
  const style: Style = {
    quote: isLong ? source.slice(opens, opens + 3) : sign,
    isRaw: prefix !== '' && /r/i.test(prefix),
    isOpen: prefix !== '' && /f/i.test(prefix)
  };
  const start = pending.length;
  const end = readParts(reader, opens + style.quote.length, style);
  const children = takeFrom(reader, start);
  resume(reader, end);
  const name = style.isOpen ? 'FormatString' : 'String';
  return { name, from, to: end, children };
}

const BRACE = 0x7b;

/** Reads to behind the closing quotes; leaves escapes and values pending. */
function readParts(reader: Reader, start: number, style: Style): number {
  const { source, pending } = reader;
  const { quote, isOpen } = style;
  const sign = quote.charCodeAt(0);
  for (let at = start; at < source.length;) {
    const code = source.charCodeAt(at);
    if (isOpen && code === BRACE) {
      if (source.charCodeAt(at + 1) === BRACE) {
        at += 2;
      } else {
        const field = readField(reader, at, style);
        pending.push(field);
        at = field.to;
      }
    } else if (code === BACKSLASH) {
      at = readBackslash(reader, at, style);
    } else if (code === sign && source.startsWith(quote, at)) {
      return at + quote.length;
    } else if (code === NEWLINE && quote.length === 1) {
      return lose();
    } else {
      at += 1;
    }
  }
  return lose();
}

const ESCAPE =
  /\\(?:o[0-7]{0,2}|x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|N\{[^{}'"\n]*\}|[^NoxuU])/y;

/** Gives the place behind it. */
function readBackslash(
  { source, pending }: Reader,
  at: number,
  { isRaw }: Style
): number {
  if (isRaw) {
    return at + 2;
  }
  ESCAPE.lastIndex = at;
  const end = ESCAPE.test(source) ? ESCAPE.lastIndex : lose();
  pending.push(leafOf('Escape', at, end));
  return end;
}

/** `{value!r:format}` */
function readField(reader: Reader, from: number, { quote }: Style): Syntax {
  const { source, pending, depth } = reader;
  const start = pending.length;
  reader.depth = depth + 1;
  pending.push(leafOf('{', from, from + 1));
  resume(reader, from + 1);
  readValues(reader);
  if (isAt(reader, 'AssignOp')) {
    pending.push(takenAs(reader, 'FormatSelfDoc'));
  }
  if (isAt(reader, 'FormatConversion')) {
    pending.push(taken(reader));
  }
  if (isAt(reader, ':')) {
    const spec = readFormat(reader, quote);
    pending.push(spec);
    reader.from = spec.to;
    reader.to = spec.to + 1;
  } else if (!isAt(reader, '}')) {
    lose();
  }
  reader.depth = depth;
  const { to } = reader;
  if (source.charAt(to - 1) !== '}') {
    lose();
  }
  pending.push(leafOf('}', to - 1, to));
  const children = takeFrom(reader, start);
  return { name: 'FormatReplacement', from, to, children };
}

/** What stands behind the colon, up to the closing brace. */
function readFormat(reader: Reader, quote: string): Syntax {
  const { source, from, pending } = reader;
  const start = pending.length;
  pending.push(leafOf(':', from, from + 1));
  let at = from + 1;
  for (let sign = source.charAt(at); sign !== '}'; sign = source.charAt(at)) {
    if (sign === '{') {
      const style = { quote, isRaw: false, isOpen: true };
      const field = readField(reader, at, style);
      pending.push(field);
      at = field.to;
    } else if (/^[^\\\n]$/.test(sign) && sign !== quote.charAt(0)) {
      at += 1;
    } else {
      lose();
    }
  }
  const children = takeFrom(reader, start);
  return { name: 'FormatSpec', from, to: at, children };
}
