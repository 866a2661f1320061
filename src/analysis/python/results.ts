// What a cell shows and leaves under `_`: the value of the expression that it ends with, or a duration alone.

import type { Facts } from './facts';
import type { Prepared } from './prepare';
import type { Syntax } from './syntax';
import { lastStatement } from './syntax-words';

/** Calls that are made for what they do, and give nothing. */
const GIVES_NOTHING =
  /^(?:print|pprint|display|help|exec|setattr|delattr|exit|quit|(?:[\w.]+\.)?(?:show|append|extend|insert|sort|reverse|clear|seed|shuffle|close|tight_layout))\s*\((?![^]*\)\s*[-+*/.[(])/;

/**
 * True when the cell ends with an expression whose value IPython shows and keeps. What a call gives is not known from its
 * name alone: it may be nothing.
 */
export function givesResult(
  { text, marks }: Pick<Prepared, 'text' | 'marks'>,
  root: Syntax
): boolean {
  const value = lastStatement(root);
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

/**
 * True when each statement of the cell is run by `%timeit` or `%%timeit`, and none shows anything or surely changes a value,
 * as far as the cell itself tells.
 */
export function onlyMeasures(
  { text, marks }: Pick<Prepared, 'text' | 'marks'>,
  { children }: Syntax,
  {
    effects,
    updates,
    bindings
  }: Pick<Facts, 'effects' | 'updates' | 'bindings'>
): boolean {
  return (
    marks.isolated.length > 0 &&
    children.length > 0 &&
    children.every(one => isApart(marks, one)) &&
    effects.some(
      ({ state, into }) => state === 'clock' && into?.length === 0
    ) &&
    effects.every(({ state }) => state !== 'display' && state !== 'plotting') &&
    updates.every(({ certainty }) => certainty === 'possible') &&
    bindings.length === 0 &&
    !children.some(one => callsToShow(text, one))
  );
}

/** Functions and methods that are called to show, write down or report something. */
const SHOWING =
  /^(?:p?print\w*|display|show|write|writelines|warn|warning|error|info|debug|exception|system|help|input)$/;

/** True where something in the code is called by such a name. */
function callsToShow(text: string, node: Syntax): boolean {
  const [callee] = node.children;
  const last = callee?.children[callee.children.length - 1] ?? callee;
  return (
    (node.name === 'CallExpression' &&
      last !== undefined &&
      SHOWING.test(text.slice(last.from, last.to))) ||
    node.children.some(child => callsToShow(text, child))
  );
}
