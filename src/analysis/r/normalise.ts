// The tokens of a cell of R, without comments and layout: equal texts do the same.
import { tokenise } from './tokens';

/** Tokens with a blank between them; a line end where one counts. The source is one that has tokens. */
export function normaliseR(source: string): string {
  let text = '';
  let isLineEnd = true;
  const brackets: string[] = [];
  for (const token of tokenise(source)) {
    if (token.kind === 'newline') {
      const innermost = brackets[brackets.length - 1];
      const counts = innermost === undefined || innermost === '{';
      text += counts && !isLineEnd ? '\n' : '';
      isLineEnd ||= counts;
      continue;
    }
    if (token.kind === 'operator') {
      follow(brackets, token.text);
    }
    const word = source.slice(token.from, token.to).replace(/\r\n?/g, '\n');
    text += isLineEnd || word === '' ? word : ` ${word}`;
    isLineEnd = false;
  }
  return text.trimEnd();
}

function follow(brackets: string[], text: string): void {
  if (text === '(' || text === '{' || text === '[') {
    brackets.push(text);
  } else if (text === '[[') {
    brackets.push('[', '[');
  } else if (text === ')' || text === '}' || text === ']') {
    brackets.pop();
  }
}
