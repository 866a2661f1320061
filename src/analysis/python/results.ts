// What a cell leaves under `_`: the value of the expression that it ends with.

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
    !marks.isolated.some(
      ({ from, to }) => from <= value.from && value.from < to
    ) &&
    !GIVES_NOTHING.test(text.slice(value.from, value.to))
  );
}
