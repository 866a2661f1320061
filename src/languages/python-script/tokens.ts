// Python source -> logical lines of tokens. Total: whatever is no Python still gives lines, and no character is lost.
// IPython's own lines (`%magic`, `!command`, `name?`) are told apart, since their text follows no Python rule.
import { stringEnd } from './strings';

export type TokenKind = 'name' | 'number' | 'string' | 'operator';

export type Token = {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** How many brackets are open around it; an opening bracket counts for what it encloses, not for itself. */
  readonly depth: number;
};

/** One statement line, or several physical lines that brackets, strings or backslashes join. */
export type LogicalLine = {
  /** Of the first token; the indentation lies before it. */
  readonly from: number;
  /** After the last token, or after the whole text of an IPython line. */
  readonly to: number;
  /** Before the line break, after a trailing comment. */
  readonly end: number;
  /** White space before `from`; a form feed starts it anew, as in Python. */
  readonly indent: string;
  /** Without comments; what precedes the escape on an IPython line. */
  readonly tokens: readonly Token[];
  /** Offset of IPython syntax: its escape, or the start of a `name?` line; null for Python. */
  readonly ipython: number | null;
};

const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER = /\.?\d(?:[eE][+-]|[\w.])*/y;
const STRING = /(?:[rRbBuUfFtT]{1,2})?('''|"""|'|")/y;
const OPERATOR =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|[-+*/%@&|^:=!<>]=|->|\*\*|\/\/|<<|>>|[^]/y;
const BLANK = /(?:[ \t\f]|\\\n)*/y;
const HELP = /%{0,2}[\p{L}_*][\p{L}\d_.*[\]-]*\?{1,2}[ \t]*(?=\n|$)/uy;
const ESCAPED_LINE = /(?:[^\n\\]|\\[^]|\\$)*/y;

function matchAt(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

/** Splits normalised source (line breaks are `\n`) into its logical lines; blank and comment lines are none. */
export function logicalLines(source: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let at = 0;
  while (at < source.length) {
    const indent = matchAt(BLANK, source, at) ?? '';
    const from = at + indent.length;
    const first = source[from];
    if (first === undefined || first === '\n' || first === '#') {
      at = lineEnd(source, from) + 1;
      continue;
    }
    const line = scan(source, from, indent.slice(indent.lastIndexOf('\f') + 1));
    lines.push(line);
    at = line.end + 1;
  }
  return lines;
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

function scan(source: string, from: number, indent: string): LogicalLine {
  const isHelp = matchAt(HELP, source, from) !== null;
  if (isHelp || '%!?/,;'.includes(source[from] ?? '')) {
    return ipythonLine(source, from, indent, [], from);
  }
  const tokens: Token[] = [];
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '\n' && depth === 0) {
      break;
    }
    const blank = matchAt(BLANK, source, at) ?? '';
    if (blank || char === '\n') {
      at += blank.length || 1;
      continue;
    }
    if (char === '#') {
      at = lineEnd(source, at);
      continue;
    }
    const token = readToken(source, at, depth);
    if ('([{'.includes(token.text)) {
      depth++;
    } else if (')]}'.includes(token.text)) {
      depth = Math.max(0, depth - 1);
    }
    tokens.push(token);
    at = token.to;
    if (token.text === '=' && depth === 0) {
      const escape = at + (matchAt(BLANK, source, at) ?? '').length;
      if (source[escape] === '!' || source[escape] === '%') {
        return ipythonLine(source, from, indent, tokens, escape);
      }
    }
  }
  const to = tokens[tokens.length - 1]?.to ?? from;
  return { from, to, end: at, indent, tokens, ipython: null };
}

function ipythonLine(
  source: string,
  from: number,
  indent: string,
  tokens: readonly Token[],
  ipython: number
): LogicalLine {
  const text = matchAt(ESCAPED_LINE, source, ipython) ?? '';
  const to = ipython + text.length;
  return { from, to, end: to, indent, tokens, ipython };
}

function readToken(source: string, from: number, depth: number): Token {
  const quote = matchAt(STRING, source, from);
  if (quote !== null) {
    return token('string', stringEnd(source, from, quote));
  }
  const name = matchAt(NAME, source, from);
  if (name !== null) {
    return token('name', from + name.length);
  }
  const number = matchAt(NUMBER, source, from);
  if (number !== null) {
    return token('number', from + number.length);
  }
  const operator = matchAt(OPERATOR, source, from) ?? '';
  return token('operator', from + operator.length);

  function token(kind: TokenKind, to: number): Token {
    const text = source.slice(from, to);
    const closes = kind === 'operator' && ')]}'.includes(text);
    return {
      kind,
      from,
      to,
      text,
      depth: closes ? Math.max(0, depth - 1) : depth
    };
  }
}
