// Operators between expressions, `and`, `or` and chains of comparisons among them.

import type { Syntax } from '../syntax';

import { compare } from './compare';
import { evaluate, need, textOf, type Place } from './expressions';
import { operate } from './operators';
import { Lost, type Value } from './values';

/** `left sign right`. */
export function binary(place: Place, { children }: Syntax): Value {
  const { machine } = place;
  const signs = children.slice(1, -1);
  const left = need(children[0]);
  const right = need(children[children.length - 1]);
  const sign = signs.map(one => textOf(place, one)).join(' ');
  if (sign === 'and' || sign === 'or') {
    const value = evaluate(place, left);
    return machine.isTrue(value) === (sign === 'and')
      ? evaluate(place, right)
      : value;
  }
  if (!/^(?:[<>=!]=?|in|not in|is|is not)$/.test(sign)) {
    return operate(
      machine,
      sign,
      evaluate(place, left),
      evaluate(place, right)
    );
  }
  return compareChain(place, { left, right, sign });
}

/** `1 < x < 2` stands as one comparison within the other. */
function compareChain(
  place: Place,
  { left, right, sign }: { left: Syntax; right: Syntax; sign: string }
): Value {
  const { machine } = place;
  const inner = left.name === 'BinaryExpression' ? left.children : [];
  const innerSign = inner
    .slice(1, -1)
    .map(one => textOf(place, one))
    .join(' ');
  const isChain = /^(?:[<>=!]=?|in|not in|is|is not)$/.test(innerSign);
  if (!isChain) {
    return compare(
      machine,
      sign,
      evaluate(place, left),
      evaluate(place, right)
    );
  }
  const before = evaluate(place, left);
  if (!machine.isTrue(before)) {
    return before;
  }
  const middle = need(inner[inner.length - 1]);
  if (!/^(?:VariableName|Number|String)$/.test(middle.name)) {
    throw new Lost('chain');
  }
  return compare(
    machine,
    sign,
    evaluate(place, middle),
    evaluate(place, right)
  );
}
