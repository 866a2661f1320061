// Where string literals end; one look at each special character, however long they are.

/** The offset after the closing quotes; an unclosed string ends with its line, or with the source. */
export function endOfString(
  source: string,
  start: number,
  quote: string
): number {
  const isLong = quote.length === 3;
  const special = isLong ? /["'\\]/g : /["'\\\n\r]/g;
  special.lastIndex = start;
  for (let match = special.exec(source); match; match = special.exec(source)) {
    const { index } = match;
    if (source[index] === '\\') {
      special.lastIndex = afterEscape(source, index);
    } else if (source.startsWith(quote, index)) {
      return index + quote.length;
    } else if (/[\n\r]/.test(match[0])) {
      return index;
    }
  }
  return source.length;
}

/** The offset of what ends the literal part of a string with fields: its quotes, a brace, the end of its line. */
export function endOfText(
  source: string,
  start: number,
  {
    quote,
    isRaw,
    isFormat
  }: {
    readonly quote: string;
    readonly isRaw: boolean;
    readonly isFormat: boolean;
  }
): number {
  const special = quote.length === 3 ? /["'\\{}]/g : /["'\\{}\n\r]/g;
  special.lastIndex = start;
  for (let match = special.exec(source); match; match = special.exec(source)) {
    const { index } = match;
    const [char] = match;
    const isDoubled = !isFormat && source[index + 1] === char;
    if (char === '\\') {
      const named = /\\N\{[^{}\n\r]*\}/y;
      named.lastIndex = index;
      const isNamed = !isRaw && named.test(source);
      special.lastIndex = isNamed
        ? named.lastIndex
        : afterEscape(source, index);
    } else if (char === '{' && isDoubled) {
      special.lastIndex = index + 2;
    } else if (char === '{' || (char === '}' && isFormat)) {
      return index;
    } else if (source.startsWith(quote, index) || /[\n\r]/.test(char)) {
      return index;
    }
  }
  return source.length;
}

/** A backslash takes the next character with it; a brace may still open a field. */
function afterEscape(source: string, index: number): number {
  if (source.startsWith('\r\n', index + 1)) {
    return index + 3;
  }
  return /[{}]/.test(source[index + 1] ?? '') ? index + 1 : index + 2;
}
