// Builtin functions of numbers.

import { first, type Builtin } from './builtins-given';
import type { Machine } from './machine';
import { isNumber, plainNumber, rounded } from './numbers';
import { operate } from './operators';
import { known, Lost, tupleOf, type Value } from './values';

/** By name. */
export const numberBuiltins: Readonly<Record<string, Builtin>> = {
  abs: (_, given) => {
    const value = first(given);
    if (!isNumber(value)) {
      throw new Lost('number');
    }
    const plain = plainNumber(value);
    return plain < 0 ? -plain : plain;
  },
  sum: (machine, given) => {
    let total: Value = given.positional[1] ?? given.keywords.get('start') ?? 0n;
    const items = machine.membersOf(first(given));
    if (items.some(one => typeof one === 'number')) {
      return compensated(machine, items, total);
    }
    for (const one of items) {
      total = operate(machine, '+', total, one);
    }
    return total;
  },
  range: (_, { positional }) => {
    const [one, other, step = 1n] = positional.map(known);
    const [start, stop] = other === undefined ? [0n, one] : [one, other];
    if (
      typeof start !== 'bigint' ||
      typeof stop !== 'bigint' ||
      typeof step !== 'bigint' ||
      step === 0n
    ) {
      throw new Lost('range');
    }
    return { t: 'range', start, stop, step };
  },
  round: (_, { positional: [value = null, digits = null] }) => {
    if (typeof value === 'bigint' && digits === null) {
      return value;
    }
    if (typeof known(value) !== 'number') {
      throw new Lost('round');
    }
    const made = rounded(Number(value), digits === null ? 0 : Number(digits));
    return digits === null ? BigInt(made) : made;
  },
  divmod: (machine, { positional: [left = null, right = null] }) =>
    tupleOf([
      operate(machine, '//', left, right),
      operate(machine, '%', left, right)
    ]),
  pow: (machine, { positional: [left = null, right = null, ...rest] }) => {
    if (rest.length > 0) {
      throw new Lost('pow');
    }
    return operate(machine, '**', left, right);
  }
};

/** From 3.12 on floats are summed with compensation: where that makes a difference, nobody knows. */
function compensated(
  machine: Machine,
  items: readonly Value[],
  start: Value
): Value {
  const numbers = [start, ...items].map(one => {
    if (!isNumber(one)) {
      throw new Lost('sum');
    }
    return Number(one);
  });
  let plain = 0;
  let kept = 0;
  let rest = 0;
  for (const one of numbers) {
    machine.step();
    plain += one;
    const next = kept + one;
    rest +=
      Math.abs(kept) >= Math.abs(one) ? kept - next + one : one - next + kept;
    kept = next;
  }
  if (plain !== kept + rest) {
    throw new Lost('sum');
  }
  return plain;
}
