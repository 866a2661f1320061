// Builtin functions of numbers.

import { first, startOf, type Builtin } from './builtins-given';
import type { Machine } from './machine';
import { floatOf, isNumber, plainNumber, rounded } from './numbers';
import { operate } from './operators';
import { is, known, Lost, tupleOf, type Value } from './values';

/** By name. */
export const numberBuiltins: Readonly<Record<string, Builtin>> = {
  abs: (_, given) => {
    const value = first(given);
    if (!isNumber(value)) {
      throw new Lost('number');
    }
    const plain = plainNumber(value);
    return typeof plain === 'number'
      ? Math.abs(plain)
      : plain < 0n
        ? -plain
        : plain;
  },
  sum: (machine, given) => {
    let total = startOf(given);
    const over = first(given);
    const items = machine.membersOf(over);
    const isWhole = items.every(one => typeof one === 'bigint');
    // Floats and lists add up otherwise in another order.
    if (is(over, 'set') && items.length > 1 && !isWhole) {
      throw new Lost('order of a set');
    }
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
    const isPlaced = digits === null || typeof digits === 'bigint';
    if (
      typeof known(value) !== 'number' ||
      !isPlaced ||
      !Number.isFinite(value)
    ) {
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
    return floatOf(one);
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
