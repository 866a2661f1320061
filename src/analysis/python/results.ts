// What a cell shows and leaves under `_`: the value of the expression that it ends with, or a duration alone.

import type { Effect } from '../effect';

import type { Prepared } from './prepare';
import type { Syntax } from './syntax';

/** Calls that are made for what they do, and give nothing. */
const GIVES_NOTHING =
  /^(?:print|pprint|display|help|exec|setattr|delattr|exit|quit|(?:[\w.]+\.)?(?:show|append|extend|insert|sort|reverse|clear|seed|shuffle|close|tight_layout))\s*\((?![^]*\)\s*[-+*/.[(])/;

/**
 * True when the cell ends with an expression whose value IPython shows and keeps. What a call gives is not known from its
 * name alone: it may be nothing.
 */
export function givesResult(
  { text, marks }: Pick<Prepared, 'text' | 'marks'>,
  { children }: Syntax
): boolean {
  const last = children[children.length - 1];
  const parts = last?.name === 'StatementGroup' ? last.children : [last];
  const value = parts[parts.length - 1];
  return (
    value?.name === 'ExpressionStatement' &&
    !marks.magics.has(value.from) &&
    !isApart(marks, value) &&
    !GIVES_NOTHING.test(text.slice(value.from, value.to))
  );
}

/** True for code that IPython runs in a function of its own. */
function isApart(
  { isolated }: Prepared['marks'],
  { from: at }: Syntax
): boolean {
  return isolated.some(({ from, to }) => from <= at && at < to);
}

/** True when each statement of the cell is run by `%timeit` or `%%timeit`. */
export function onlyMeasures(
  { marks }: Pick<Prepared, 'marks'>,
  { children }: Syntax,
  effects: readonly Effect[]
): boolean {
  return (
    marks.isolated.length > 0 &&
    children.length > 0 &&
    children.every(one => isApart(marks, one)) &&
    effects.some(({ state, into }) => state === 'clock' && into?.length === 0)
  );
}
