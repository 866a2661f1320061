// Equality and order of values.

import { lookUp } from './classes';
import { comparedOf, isRecord } from './dataclasses';
import type { Machine } from './machine';
import { isNumber, plainNumber } from './numbers';
import { is, known, Lost, type Value } from './values';

/** True when `left == right`. */
export function equals(machine: Machine, left: Value, right: Value): boolean {
  machine.step();
  known(left);
  known(right);
  if (left === right) {
    return !(typeof left === 'number' && Number.isNaN(left));
  }
  if (isNumber(left) && isNumber(right)) {
    const [one, other] = [plainNumber(left), plainNumber(right)];
    return one <= other && one >= other;
  }
  if (
    typeof left !== 'object' ||
    typeof right !== 'object' ||
    left === null ||
    right === null
  ) {
    return equalsByMethod(machine, left, right) ?? false;
  }
  if (is(left, 'instance') || is(right, 'instance')) {
    return equalsByMethod(machine, left, right) ?? false;
  }
  if (is(left, 'list') && is(right, 'list')) {
    return sameItems(machine, left.items, right.items);
  }
  if (is(left, 'tuple') && is(right, 'tuple')) {
    return sameItems(machine, left.items, right.items);
  }
  if (is(left, 'dict') && is(right, 'dict')) {
    return (
      left.entries.size === right.entries.size &&
      [...left.entries].every(([key, [, value]]) => {
        const other = right.entries.get(key);
        return other !== undefined && machine.equals(value, other[1]);
      })
    );
  }
  if (is(left, 'set') && is(right, 'set')) {
    return (
      left.entries.size === right.entries.size &&
      [...left.entries.keys()].every(key => right.entries.has(key))
    );
  }
  if (is(left, 'range') && is(right, 'range')) {
    return sameItems(machine, machine.itemsOf(left), machine.itemsOf(right));
  }
  return false;
}

function equalsByMethod(
  machine: Machine,
  left: Value,
  right: Value
): boolean | undefined {
  for (const [one, other] of [
    [left, right],
    [right, left]
  ] as const) {
    const method = is(one, 'instance')
      ? lookUp(one.class, '__eq__')
      : undefined;
    if (method !== undefined) {
      return machine.isTrue(machine.call(method, [one, other]));
    }
  }
  if (isRecord(left) && isRecord(right) && left.class === right.class) {
    return machine.equals(comparedOf(left), comparedOf(right));
  }
  return undefined;
}

function sameItems(
  machine: Machine,
  left: readonly Value[],
  right: readonly Value[]
): boolean {
  return (
    left.length === right.length &&
    left.every((one, index) => machine.equals(one, right[index] ?? null))
  );
}

/** True when `left < right`. */
export function less(machine: Machine, left: Value, right: Value): boolean {
  machine.step();
  known(left);
  known(right);
  if (isNumber(left) && isNumber(right)) {
    return plainNumber(left) < plainNumber(right);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return left < right;
  }
  const isList = is(left, 'list') && is(right, 'list');
  const isTuple = is(left, 'tuple') && is(right, 'tuple');
  if (isList || isTuple) {
    const at = left.items.findIndex(
      (one, index) =>
        index >= right.items.length ||
        !machine.equals(one, right.items[index] ?? null)
    );
    return at < 0
      ? left.items.length < right.items.length
      : at < right.items.length &&
          machine.less(left.items[at] ?? null, right.items[at] ?? null);
  }
  if (isRecord(left) && isRecord(right) && left.class.isOrdered) {
    return machine.less(comparedOf(left), comparedOf(right));
  }
  if (is(left, 'instance')) {
    const method = lookUp(left.class, '__lt__');
    if (method !== undefined) {
      return machine.isTrue(machine.call(method, [left, right]));
    }
  }
  throw new Lost('order');
}
