// Equality and order of values.

import { lookUp } from './classes';
import { comparedOf, isRecord } from './dataclasses';
import type { Machine } from './machine';
import { isNumber, plainNumber } from './numbers';
import { is, known, Lost, type Thing, type Value } from './values';

/** True when `left == right`. */
export function equals(machine: Machine, left: Value, right: Value): boolean {
  machine.step();
  known(left);
  known(right);
  if (left === right) {
    if (is(left, 'instance') && lookUp(left.class, '__eq__') !== undefined) {
      throw new Lost('equality');
    }
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
    const names = [left.name, right.name].join();
    if (/Counter|OrderedDict/.test(names)) {
      throw new Lost('equality');
    }
    return (
      left.entries.size === right.entries.size &&
      [...left.entries].every(([key, [, value]]) => {
        const other = right.entries.get(key);
        return other !== undefined && equalsInside(machine, value, other[1]);
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
  if (isOdd(left) || isOdd(right)) {
    throw new Lost('equality');
  }
  return false;
}

/** Equal, or the same one: within a list that is enough for what is not equal to itself. */
export function equalsInside(
  machine: Machine,
  left: Value,
  right: Value
): boolean {
  if (Number.isNaN(left) && Number.isNaN(right)) {
    throw new Lost('identity');
  }
  return machine.equals(left, right);
}

/** Things that may be equal without being one. */
function isOdd(value: Thing): boolean {
  return (
    /^(?:deque|method|view|slice|descriptor)$/.test(value.t) ||
    (value.t === 'native' && value.self !== undefined)
  );
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
      return truth(machine.call(method, [one, other]));
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
    left.every((one, index) => {
      const other = right[index];
      return other !== undefined && equalsInside(machine, one, other);
    })
  );
}

/** True when `left < right`. */
export function less(machine: Machine, left: Value, right: Value): boolean {
  machine.step();
  known(left);
  known(right);
  if (isNumber(left) && isNumber(right)) {
    if (Number.isNaN(left) || Number.isNaN(right)) {
      throw new Lost('order');
    }
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
  if (
    isRecord(left) &&
    isRecord(right) &&
    left.class === right.class &&
    left.class.isOrdered
  ) {
    return machine.less(comparedOf(left), comparedOf(right));
  }
  if (is(left, 'instance')) {
    const method = lookUp(left.class, '__lt__');
    if (method !== undefined) {
      return truth(machine.call(method, [left, right]));
    }
  }
  throw new Lost('order');
}

/** What a comparison gives, where it is not something else than a truth value. */
export function truth(value: Value): boolean {
  if (typeof value !== 'boolean') {
    throw new Lost('comparison');
  }
  return value;
}
