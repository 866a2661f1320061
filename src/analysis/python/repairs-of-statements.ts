// The same for the heads of statements: `with`, `for`, `match`, `case`, `except` and decorators.

import type { LogicalLine } from './logical-lines';
import { replace, type Repairs } from './patches';
import type { Token } from './scanner';

type Repair = (repairs: Repairs, line: LogicalLine) => void;

const repairsByKeyword: ReadonlyMap<string, Repair> = new Map([
  ['@', repairDecorator],
  ['case', repairCase],
  ['except', repairExcept],
  ['for', repairFor],
  ['match', repairMatch],
  ['with', repairWith]
]);

/** Rewrites what the grammar lacks of the statement that a line starts. */
export function repairStatement(repairs: Repairs, line: LogicalLine): void {
  const start = line[0]?.text === 'async' ? 1 : 0;
  const first = line[start]?.text ?? '';
  repairsByKeyword.get(first)?.(repairs, line.slice(start));
}

/** Tokens before the colon that ends the head. */
function headOf(line: LogicalLine): LogicalLine {
  const end = line.findIndex(token => token.depth === 0 && token.text === ':');
  return end < 0 ? line : line.slice(0, end);
}

/** Any expression may decorate; the grammar has dotted names with one call. */
function repairDecorator(repairs: Repairs, line: LogicalLine): void {
  const [at] = line;
  const shape = line
    .filter(token => token.depth === 0)
    .map(token => (token.kind === 'name' ? 'n' : token.text))
    .join('');
  if (at && !/^@n(?:\.n)*(?:\(\))?$/.test(shape)) {
    replace(repairs, at, '+');
    repairs.decorators.push(at.from);
    const [, name, sign] = line;
    if (name && sign?.text === ':=') {
      replace(repairs, sign, '==');
      repairs.walruses.push(name.from);
    }
  }
}

/** `with a as (b, c), (d as e):`; each target becomes an expression of its own. */
function repairWith(repairs: Repairs, line: LogicalLine): void {
  const head = headOf(line);
  const last = head[head.length - 1];
  const isWrapped =
    head[1]?.text === '(' &&
    last?.text === ')' &&
    head.slice(2, -1).every(token => token.depth > 0);
  head.forEach((token, index) => {
    const isAlias = token.kind === 'name' && token.text === 'as';
    const target = head[index + 1];
    const after = head[index + 2];
    if (!isAlias || !target || token.depth > (isWrapped ? 1 : 0)) {
      return;
    }
    const isSimple = target.kind === 'name' && (!after || after.text === ',');
    if (isWrapped || !isSimple) {
      replace(repairs, token, ',');
      repairs.targets.push(target.from);
    }
  });
}

/** `for x in *a, *b:` */
function repairFor(repairs: Repairs, line: LogicalLine): void {
  const head = headOf(line);
  const start = head.findIndex(
    token => token.depth === 0 && token.text === 'in'
  );
  replaceStars(repairs, head.slice(start + 1), head[start]);
}

/** `match a, *b:`; a sequence is as good as a sum to us. */
function repairMatch(repairs: Repairs, line: LogicalLine): void {
  const last = line[line.length - 1];
  if (last?.text !== ':' || last.depth > 0 || line[1]?.text === ':') {
    return;
  }
  replaceStars(repairs, line.slice(1), line[0]);
  replaceCommas(repairs, line);
}

/** `except A, B:` of Python 3.14. */
function repairExcept(repairs: Repairs, line: LogicalLine): void {
  replaceCommas(repairs, headOf(line));
}

function replaceStars(
  repairs: Repairs,
  tokens: readonly Token[],
  before: Token | undefined
): void {
  tokens.forEach((token, index) => {
    const previous = index > 0 ? tokens[index - 1] : before;
    const isFirst = previous === before || previous?.text === ',';
    if (token.depth === 0 && token.text === '*' && isFirst) {
      replace(repairs, token);
    }
  });
}

/** Commas between values become operators; one at the end goes. */
function replaceCommas(repairs: Repairs, tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.depth === 0 && token.text === ',') {
      const next = tokens[index + 1];
      replace(repairs, token, next && next.text !== ':' ? '|' : '');
    }
  });
}

/** Empty brackets and dotted keys of patterns. */
function repairCase(repairs: Repairs, line: LogicalLine): void {
  const head = headOf(line);
  if (head.length < 2) {
    return;
  }
  const guard = head.findIndex(
    token => token.depth === 0 && token.text === 'if'
  );
  const pattern = guard < 0 ? head : head.slice(0, guard);
  pattern.forEach((token, index) => {
    const previous = pattern[index - 1];
    const next = pattern[index + 1];
    const isEmpty = /^(?:\(\)|\[\]|\{\})$/.test(
      token.text + (next?.text ?? '')
    );
    if (isEmpty && next) {
      const isClass =
        index > 1 && previous?.kind === 'name' && token.text === '(';
      const width = next.to - token.from;
      const text = isClass
        ? `.${'a'.repeat(width - 1)}`
        : ` ${'0'.repeat(width - 1)}`;
      repairs.patches.push({ from: token.from, text });
    }
  });
  repairKeys(repairs, pattern);
}

/** `{Colour.RED: x}`; the dotted part of a key goes. */
function repairKeys(repairs: Repairs, pattern: LogicalLine): void {
  pattern.forEach((colon, index) => {
    if (colon.text !== ':') {
      return;
    }
    for (let at = index - 1; pattern[at - 1]?.text === '.'; at -= 2) {
      for (const token of pattern.slice(at - 1, at + 1)) {
        replace(repairs, token);
      }
    }
  });
}
