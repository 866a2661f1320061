// What the logical lines of a cell are: the expression that it shows, names it stores, code that awaits.
import type { LogicalLine, Token } from './tokens';

/** A stretch of tokens of one logical line: a simple statement, or a compound header with what follows it. */
export type Statement = {
  readonly tokens: readonly Token[];
  /** True when a semicolon follows. */
  readonly isSilenced: boolean;
};

const STATEMENT_WORDS = new Set(
  'import from del pass return raise global nonlocal assert break continue def class if elif else for while try except finally with async'.split(
    ' '
  )
);

/** The statements of a line, split at its semicolons. */
export function statementsOf(line: LogicalLine): Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  line.tokens.forEach((token, index) => {
    if (token.text === ';' && token.depth === 0) {
      add(index, true);
    }
  });
  add(line.tokens.length, false);
  return statements;

  function add(end: number, isSilenced: boolean): void {
    const tokens = line.tokens.slice(start, end);
    start = end + 1;
    if (tokens.length > 0) {
      statements.push({ tokens, isSilenced });
    }
  }
}

/** True for a statement that is an expression and nothing else. */
export function isExpression(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  if (!first || first.text === '@' || STATEMENT_WORDS.has(first.text)) {
    return false;
  }
  let lambdas = 0;
  for (const { kind, text, depth } of tokens) {
    if (depth > 0) {
      continue;
    }
    if (text === 'lambda') {
      lambdas++;
    } else if (kind === 'operator' && text === ':') {
      lambdas--;
    } else if (kind === 'operator' && isAssignment(text) && lambdas === 0) {
      return false;
    }
    if (lambdas < 0) {
      return false;
    }
  }
  return !isSoftStatement(tokens);
}

function isAssignment(text: string): boolean {
  return /^(?:[-+*/%@&|^]|\*\*|\/\/|<<|>>)?=$/.test(text);
}

/** `type X = …` and old `print x`: two words side by side are no expression, unless one is an operator. */
function isSoftStatement(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  const words = /^(?:not|await|lambda|yield|in|is|and|or|if|else|for|async)$/;
  return (
    first?.kind === 'name' &&
    second?.kind === 'name' &&
    !words.test(first.text) &&
    !words.test(second.text)
  );
}

/** True when an expression must be put in parentheses to be one argument. */
export function isBareTuple(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ text, depth }, index) =>
      depth === 0 && (text === ',' || (text === '*' && index === 0))
  );
}

/** For each line, whether it is in the body of a function or class (and so not at the cell's own level). */
export function insideDefinitions(lines: readonly LogicalLine[]): boolean[] {
  let open: number | null = null;
  return lines.map(line => {
    const width = line.indent.length;
    if (open !== null && width > open) {
      return true;
    }
    const words = line.tokens.slice(0, 2).map(token => token.text);
    const [first] = words[0] === 'async' ? words.slice(1) : words;
    open = first === 'def' || first === 'class' ? width : null;
    return false;
  });
}

/** True when the cell awaits outside of functions, which a plain script cannot. */
export function awaitsAtTopLevel(lines: readonly LogicalLine[]): boolean {
  const inside = insideDefinitions(lines);
  return lines.some((line, index) => {
    const texts = line.tokens
      .filter(token => token.kind === 'name')
      .map(token => token.text);
    const header = texts[0] === 'async' ? texts[1] : texts[0];
    if (inside[index] || header === 'def' || header === 'class') {
      return false;
    }
    return texts.includes('await') || texts.includes('async');
  });
}
