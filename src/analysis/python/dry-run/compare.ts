// Comparisons of values.

import { contains } from './items';
import { lookUp } from './classes';
import { truth } from './equality';
import type { Machine } from './machine';
import { unknownFrom } from './operators';
import { is, known, Lost, type Value } from './values';

/** `left sign right` as a truth value. */
export function compare(
  machine: Machine,
  sign: string,
  left: Value,
  right: Value
): Value {
  machine.step();
  if (sign === 'is' || sign === 'is not') {
    return isSameThing(left, right) === (sign === 'is');
  }
  if (is(left, 'unknown') || is(right, 'unknown')) {
    machine.mayRaise = true;
    return unknownFrom(left, right);
  }
  switch (sign) {
    case '==':
      return machine.equals(left, right);
    case '!=':
      if (
        [left, right].some(
          one =>
            is(one, 'instance') && lookUp(one.class, '__ne__') !== undefined
        )
      ) {
        throw new Lost('equality');
      }
      return !machine.equals(left, right);
    case 'in':
      return contains(machine, right, left);
    case 'not in':
      return !contains(machine, right, left);
    default:
  }
  if (
    is(left, 'set') ||
    is(right, 'set') ||
    isNaNumber(left) ||
    isNaNumber(right)
  ) {
    throw new Lost('order');
  }
  if (is(left, 'instance') && sign !== '<') {
    const name = { '>': 'gt', '<=': 'le', '>=': 'ge' }[sign] ?? '';
    const method = lookUp(left.class, `__${name}__`);
    if (method === undefined) {
      throw new Lost('order');
    }
    return truth(machine.call(method, [left, right]));
  }
  switch (sign) {
    case '<':
      return machine.less(left, right);
    case '>':
      return machine.less(right, left);
    case '<=':
      return !machine.less(right, left);
    case '>=':
      return !machine.less(left, right);
    default:
      throw new Lost('operator');
  }
}

function isNaNumber(value: Value): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

/** Whether equal numbers and texts are one object is Python's own affair. */
function isSameThing(left: Value, right: Value): boolean {
  const isSingle = (value: Value): boolean =>
    value === null || typeof value === 'boolean';
  known(left);
  known(right);
  if (
    isSingle(left) ||
    isSingle(right) ||
    typeof left === 'object' ||
    typeof right === 'object'
  ) {
    return left === right;
  }
  throw new Lost('identity');
}
