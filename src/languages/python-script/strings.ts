// Where a Python string literal ends, with the live code inside f-strings skipped.

const NESTED = /[rRbBuUfFtT]{0,2}('''|"""|'|")/y;

/**
 * Offset after the literal whose prefix and opening quotes are `opening`. A literal that never closes ends at its
 * line's end, or at the end of the source when its quotes are triple. `nesting` counts the f-strings around it; in
 * more than twenty nobody writes code, and fields are read as text.
 */
export function stringEnd(
  source: string,
  from: number,
  opening: string,
  nesting = 0
): number {
  const quotes = opening.replace(/^[a-zA-Z]*/, '');
  const isFormatted = nesting < 20 && /^[a-zA-Z]*[fFtT]/.test(opening);
  let at = from + opening.length;
  while (at < source.length) {
    if (source.startsWith(quotes, at)) {
      return at + quotes.length;
    }
    const char = source[at];
    if (char === '\n' && quotes.length === 1) {
      return at;
    }
    if (char === '\\') {
      at += 2;
    } else if (isFormatted && char === '{') {
      at =
        source[at + 1] === '{'
          ? at + 2
          : fieldEnd(source, at + 1, quotes, nesting + 1);
    } else {
      at++;
    }
  }
  return Math.min(at, source.length);
}

/** Offset after the `}` that closes a replacement field; where the field is broken, the string's end. */
function fieldEnd(
  source: string,
  from: number,
  quotes: string,
  nesting: number
): number {
  let at = from;
  let depth = 0;
  let isFormat = false;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '\n' && quotes.length === 1) {
      return at;
    }
    if (char === '}' && depth === 0) {
      return at + 1;
    }
    if (isFormat) {
      if (source.startsWith(quotes, at)) {
        return at;
      }
      const isField = char === '{' && nesting < 20;
      at = isField ? fieldEnd(source, at + 1, quotes, nesting + 1) : at + 1;
      continue;
    }
    NESTED.lastIndex = at;
    const nested = NESTED.exec(source)?.[0];
    if (nested !== undefined) {
      if (nested === quotes && !closesLater(source, at, quotes)) {
        return at;
      }
      at = stringEnd(source, at, nested, nesting);
      continue;
    }
    if ('([{'.includes(char)) {
      depth++;
    } else if (')]}'.includes(char)) {
      depth--;
    } else if (char === ':' && depth === 0) {
      isFormat = true;
    }
    at++;
  }
  return at;
}

/** True when a nested string with the quotes of its f-string has an end of its own on the line, as since Python 3.12. */
function closesLater(source: string, at: number, quotes: string): boolean {
  const end = source.indexOf(quotes, at + quotes.length);
  const line = source.indexOf('\n', at);
  return end >= 0 && (line < 0 || end < line || quotes.length === 3);
}
