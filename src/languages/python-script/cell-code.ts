// One cell's source -> the Python code that does the same in a script.
import { translateCellMagic } from './cell-magics';
import { applyEdits, indented, type Edit } from './edits';
import { ipythonLineCode, translationCode } from './ipython-lines';
import { isLineMagic } from './line-magics';
import type { CellContext } from './magic';
import {
  insideDefinitions,
  isBareTuple,
  isExpression,
  statementsOf
} from './statements';
import { logicalLines, type LogicalLine, type Token } from './tokens';

/** How a cell goes into a script. */
export type CellOptions = {
  /** Puts an expression into the call that shows its value. */
  readonly show: (code: string) => string;
  /** IPython's `ast_node_interactivity`: which expressions of a cell are shown. */
  readonly shown: 'last' | 'all' | 'none';
  /** True when a name is bound by the notebook, and so means no magic. */
  readonly isBound: (name: string) => boolean;
};

const CELL_MAGIC = /^%%([\w!]+)[ \t]*([^\n]*)(?:\n([^]*))?$/;
const SHOWS_NOTHING = /^(?:print|display|plt\.show|pyplot\.show|plt\.close)$/;

/** The code of a cell whose text was normalised. */
export function cellCode(
  text: string,
  cell: CellContext,
  options: CellOptions
): string {
  const [, name, args = '', rest = ''] = CELL_MAGIC.exec(text) ?? [];
  if (name === undefined) {
    return plainCode(withPercent(text, options), cell, options);
  }
  const body = rest && !rest.endsWith('\n') ? `${rest}\n` : rest;
  const magic = translateCellMagic({ name, args: args.trim(), body, cell });
  const place = {
    text: `%%${name} ${args}`.trim(),
    target: '',
    indent: '',
    cell,
    show: options.show
  };
  if (magic.kind !== 'body') {
    const isKept = magic.kind === 'failure' || magic.kind === 'nothing';
    const code = translationCode(magic, place);
    return isKept ? `${code}\n${commented(rest)}`.trimEnd() : code;
  }
  const inner = cellCode(magic.body.trimEnd(), cell, {
    ...options,
    shown: magic.isShown ? options.shown : 'none'
  });
  const comment = translationCode({ kind: 'nothing', note: magic.note }, place);
  const code = magic.isBlock ? indented(inner) : inner;
  return [comment, ...magic.opening, code, ...magic.closing].join('\n');
}

/** Each line behind a mark that no tool takes for code. */
function commented(text: string): string {
  return text
    .split(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/u)
    .map(line => `#   | ${line}`.trimEnd())
    .join('\n');
}

/** A cell of one line that begins with a magic's name is that magic, as IPython has it. */
function withPercent(text: string, { isBound }: CellOptions): string {
  const isOneLine = text.length < 1000 && !text.includes('\n');
  const [line, ...more] = isOneLine ? logicalLines(text) : [];
  const [first, second] = line?.tokens ?? [];
  const isWord =
    line?.ipython === null &&
    more.length === 0 &&
    first?.kind === 'name' &&
    isLineMagic(first.text) &&
    !isBound(first.text);
  const isApart = !second || (first !== undefined && second.from > first.to);
  return isWord && isApart && second?.text !== '=' ? `%${text}` : text;
}

function plainCode(
  text: string,
  cell: CellContext,
  options: CellOptions
): string {
  const lines = logicalLines(text);
  const inside = insideDefinitions(lines);
  const edits = lines.flatMap((line, index): readonly Edit[] => {
    const isLast = index === lines.length - 1 && line.indent === '';
    const isWanted =
      (options.shown === 'last' && isLast) ||
      (options.shown === 'all' && !inside[index]);
    if (line.ipython !== null) {
      const show = isWanted ? options.show : null;
      const code = ipythonLineCode({ source: text, line, cell, show });
      return [{ from: line.from, to: line.end, text: code }];
    }
    return isWanted ? showEdits(text, line, options) : [];
  });
  return applyEdits(text, edits);
}

function showEdits(
  text: string,
  line: LogicalLine,
  options: CellOptions
): Edit[] {
  const statements = statementsOf(line);
  const last = statements[statements.length - 1];
  const wanted = options.shown === 'all' ? statements : statements.slice(-1);
  const shown = wanted.filter(
    statement =>
      isShown(statement.tokens) && !(statement === last && last.isSilenced)
  );
  return shown.map(({ tokens }) => {
    const from = tokens[0]?.from ?? line.from;
    const to = tokens[tokens.length - 1]?.to ?? line.to;
    const code = text.slice(from, to);
    const argument = isBareTuple(tokens) ? `(${code})` : code;
    return { from, to, text: options.show(argument) };
  });
}

/** An expression whose value may be something; what only prints is left as it is. */
function isShown(tokens: readonly Token[]): boolean {
  if (!isExpression(tokens)) {
    return false;
  }
  const open = tokens.findIndex(token => token.text === '(');
  const callee = tokens
    .slice(0, Math.max(0, open))
    .map(token => token.text)
    .join('');
  const isWholeCall = tokens
    .slice(open + 1, -1)
    .every(token => token.depth > 0);
  return !(SHOWS_NOTHING.test(callee) && isWholeCall);
}
