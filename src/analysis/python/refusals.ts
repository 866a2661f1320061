// What the grammar takes and Python refuses: jumps out of nowhere, targets that are none, lines that hang in the air.

import type { Unanalysed } from '../cell-analysis';

import type { LogicalLine } from './logical-lines';
import { lastItem } from './neighbours';
import type { Token } from './scanner';
import { scopeAround } from './scope';
import type { Syntax } from './syntax';
import { giveUp, rangeOf, textOf, type Walk } from './walk';

/** Expressions that nothing can be assigned to. */
const values =
  /^(?:(?:Await|Binary|Call|Conditional|Dictionary|Lambda|Set|Unary|Yield|(?:\w+)?Comprehension)Expression|Boolean|ContinuedString|Ellipsis|FormatString|None|Number|String)$/;

/** True for what cannot stand on the left of `=`, and says so. */
export function refuseTarget(walk: Walk, node: Syntax): boolean {
  const isValue = values.test(node.name);
  if (isValue) {
    giveUp(walk, node, 'Nothing can be assigned to this, or deleted by it.');
  }
  return isValue;
}

/** `return` and `yield` belong into functions. */
export function refuseOutsideFunction(walk: Walk, node: Syntax): void {
  if (scopeAround(walk.scope).kind !== 'function') {
    refuseWord(walk, node, 'outside of a function');
  }
}

/** Values without a name stand before those with one. */
export function refuseOrder(walk: Walk, parts: readonly Syntax[]): void {
  let isNamed = false;
  let isSpread = false;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (!part || (at > 0 && parts[at - 1]?.name !== ',')) {
      continue;
    }
    const sign = parts[at + 1];
    if (part.name === '**') {
      isSpread = true;
    } else if (sign?.name === 'AssignOp' && textOf(walk, sign) === '=') {
      isNamed = true;
    } else if (isSpread || (isNamed && part.name !== '*')) {
      giveUp(walk, part, 'A value without a name stands after one with it.');
    }
  }
}

/** `break` and `continue` belong into loops. */
export function refuseOutsideLoop(walk: Walk, node: Syntax): void {
  if (walk.loops.length === 0) {
    refuseWord(walk, node, 'outside of a loop');
  }
}

/** Says that a word stands in a place where Python refuses it. */
export function refuseWord(walk: Walk, node: Syntax, where: string): void {
  const word = /^\w+/.exec(textOf(walk, node))?.[0] ?? '';
  giveUp(walk, node, `“${word}” stands ${where}.`);
}

/** Two parameters of one name. */
export function refuseTwins(walk: Walk, parameters: readonly Syntax[]): void {
  const names = new Set<string>();
  for (const parameter of parameters) {
    const name = textOf(walk, parameter);
    if (names.has(name)) {
      giveUp(walk, parameter, `Two parameters are called “${name}”.`);
    }
    names.add(name);
  }
}

/** Lines whose tokens or whose indentation Python refuses. */
export function refusedLines(
  lines: readonly LogicalLine[],
  columnOf: (at: number) => number
): readonly Unanalysed[] {
  const found: Unanalysed[] = [];
  const levels = [0];
  let previous: LogicalLine = [];
  let wasForeign = false;
  for (const line of lines) {
    const [first] = line;
    const column = first ? columnOf(first.from) : 0;
    if (first && previous.length === 0) {
      levels[0] = column;
    }
    const isForeign = hasMagic(line);
    if (first && !isForeign && !wasForeign && hangs(previous, levels, column)) {
      found.push({
        range: rangeOf(first),
        reason: 'This line is indented without need.'
      });
    }
    for (const token of line) {
      const reason = reasonOf(token);
      if (reason !== null) {
        found.push({ range: rangeOf(token), reason });
      }
    }
    previous = line;
    wasForeign = isForeign;
  }
  return found;
}

function hasMagic(line: LogicalLine): boolean {
  return line.some(({ kind }) => kind === 'magic');
}

/** Moves to the level of the next line; true when there is no such level. */
function hangs(
  previous: LogicalLine,
  levels: number[],
  column: number
): boolean {
  let isShut = lastItem(previous)?.text !== ':';
  while ((levels[levels.length - 1] ?? 0) > column) {
    levels.pop();
    isShut = true;
  }
  const isDeeper = (levels[levels.length - 1] ?? 0) < column;
  if (isDeeper) {
    levels.push(column);
  }
  return isDeeper && isShut;
}

const OCTAL = /^0[\d_]*[1-9][\d_]*$/;

function reasonOf({ kind, text }: Token): string | null {
  switch (kind) {
    case 'number':
      return text.startsWith('0') && OCTAL.test(text)
        ? 'A number does not start with 0 in Python 3.'
        : null;
    case 'operator':
      return text === '<>' ? 'This is an operator of Python 2.' : null;
    case 'string':
      return isOpen(text) ? 'This text has no end.' : null;
    default:
      return null;
  }
}

/** Strings with fields come in parts, so their opening is all that there is. */
function isOpen(text: string): boolean {
  const start = text.search(/["']/);
  const sign = text.charAt(start);
  const quote = text.startsWith(sign.repeat(3), start) ? sign.repeat(3) : sign;
  const isWhole =
    text.length >= start + 2 * quote.length && text.endsWith(quote);
  return !isWhole && !/[ft]/i.test(text.slice(0, start));
}
