// R source to tokens, after section 10.3 of the R Language Definition.
import { RSyntaxError } from './syntax';

/** One token. `newline` stands for each line end; comments and blanks are left out. */
export type RToken = {
  readonly kind:
    'name' | 'string' | 'number' | 'operator' | 'newline' | 'keyword' | 'end';
  /** Value of a string or of a name in back ticks; the source of any other token. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

const KEYWORDS: ReadonlySet<string> = new Set([
  'if',
  'else',
  'repeat',
  'while',
  'function',
  'for',
  'next',
  'break',
  'in'
]);

const NAME =
  /(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*|\.(?![\p{L}\p{N}._])|_(?![\p{L}\p{N}._])/uy;
const NUMBER =
  /(?:0[xX](?:[\da-fA-F]+(?:\.[\da-fA-F]*)?|\.[\da-fA-F]+)(?:[pP][+-]?\d+)?|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d*)?)[Li]?/y;
const OPERATOR =
  /<<-|->>|:::|<-|->|<=|>=|==|!=|&&|\|\||\|>|:=|::|\*\*|\[\[|[-+*/^<>=!&|~?:$@(){}[\],;\\]/y;
const SPECIAL = /%[^%\n]*%/y;
const BLANK = /[ \t\f\u00a0]+|#[^\n]*/y;
const RAW = /[rR](["'])(-*)([([{])/y;
const CLOSING: { readonly [opening: string]: string } = {
  '(': ')',
  '[': ']',
  '{': '}'
};

/** The match of a sticky pattern at an offset, or null. */
function matchAt(
  pattern: RegExp,
  source: string,
  at: number
): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** The end of a string that begins at `from`, after its closing quote. */
function endOfString(source: string, from: number): number {
  const quote = source[from];
  let at = from + 1;
  while (at < source.length && source[at] !== quote) {
    at += source[at] === '\\' ? 2 : 1;
  }
  if (at >= source.length) {
    throw new RSyntaxError(from, 'A string has no end.');
  }
  return at + 1;
}

function rawString(source: string, from: number): RToken | null {
  const match = matchAt(RAW, source, from);
  if (match === null) {
    return null;
  }
  const [opening, quote = '', dashes = '', bracket = ''] = match;
  const start = from + opening.length;
  const closing = `${CLOSING[bracket]}${dashes}${quote}`;
  const end = source.indexOf(closing, start);
  if (end < 0) {
    throw new RSyntaxError(from, 'A raw string has no end.');
  }
  return {
    kind: 'string',
    text: source.slice(start, end),
    from,
    to: end + closing.length
  };
}

function quoted(source: string, from: number): RToken {
  const to = endOfString(source, from);
  const text = source.slice(from + 1, to - 1).replace(/\\(["'`\\/])/g, '$1');
  return { kind: source[from] === '`' ? 'name' : 'string', text, from, to };
}

function tokenAt(source: string, from: number): RToken {
  const raw = rawString(source, from);
  if (raw !== null) {
    return raw;
  }
  if (/["'`]/.test(source[from] ?? '')) {
    return quoted(source, from);
  }
  const kinds = [
    ['number', NUMBER],
    ['name', NAME],
    ['operator', SPECIAL],
    ['operator', OPERATOR]
  ] as const;
  for (const [kind, pattern] of kinds) {
    const text = matchAt(pattern, source, from)?.[0];
    if (text) {
      const to = from + text.length;
      const isKeyword = kind === 'name' && KEYWORDS.has(text);
      return { kind: isKeyword ? 'keyword' : kind, text, from, to };
    }
  }
  throw new RSyntaxError(from, 'A character has no meaning in R here.');
}

/** All tokens in order; the last one is `end`. Throws an `RSyntaxError` where there is none. */
export function tokenise(source: string): readonly RToken[] {
  const tokens: RToken[] = [];
  let at = 0;
  while (at < source.length) {
    const blank = matchAt(BLANK, source, at);
    if (blank !== null) {
      at += blank[0].length;
    } else if (source[at] === '\n' || source[at] === '\r') {
      tokens.push({ kind: 'newline', text: '\n', from: at, to: at + 1 });
      at++;
    } else {
      const token = tokenAt(source, at);
      tokens.push(token);
      at = token.to;
    }
  }
  tokens.push({ kind: 'end', text: '', from: at, to: at });
  return tokens;
}
