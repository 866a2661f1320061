// How contents are named in a sentence.

const LIMIT = 60;

/** A text in quotation marks, cut around the first place where it differs from its twin. */
export function quoted(text: string, twin: string): string {
  let at = 0;
  while (at < text.length && text[at] === twin[at]) {
    at += 1;
  }
  const start = text.length <= LIMIT ? 0 : Math.max(0, at - LIMIT / 2);
  const part = text.slice(start, start + LIMIT);
  const before = start > 0 ? '…' : '';
  const behind = start + LIMIT < text.length ? '…' : '';
  return text.trim() === ''
    ? 'an empty line'
    : `“${before}${part.trim()}${behind}”`;
}
