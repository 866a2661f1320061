// Operators between values.

import { lookUp } from './classes';
import { itemsOf } from './going-through';
import type { Machine } from './machine';
import { combine, isNumber, plainNumber } from './numbers';
import { is, listOf, Lost, tupleOf, unknown, type Value } from './values';

const METHODS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
  '@': 'matmul'
};

/** `left sign right`. */
export function operate(
  machine: Machine,
  sign: string,
  left: Value,
  right: Value
): Value {
  machine.step();
  if (is(left, 'unknown') || is(right, 'unknown')) {
    machine.mayRaise = true;
    return unknownFrom(left, right);
  }
  if (isNumber(left) && isNumber(right)) {
    return numbers(machine, sign, left, right);
  }
  if (is(left, 'instance') || is(right, 'instance')) {
    return byMethod(machine, sign, left, right);
  }
  const sequence = sign === '+' ? joined(left, right) : undefined;
  if (sequence !== undefined) {
    return sequence;
  }
  if (sign === '*') {
    const repeated = times(machine, left, right) ?? times(machine, right, left);
    if (repeated !== undefined) {
      return repeated;
    }
  }
  if (sign === '%' && typeof left === 'string') {
    throw new Lost('format');
  }
  const both = together(machine, sign, left, right);
  if (both !== undefined) {
    return both;
  }
  if (isPlain(left) && isPlain(right)) {
    throw machine.raise('TypeError');
  }
  throw new Lost('operator');
}

/** What an unknown value makes of a known one may keep it. */
export function unknownFrom(left: Value, right: Value): Value {
  const isKept = [left, right].some(
    one => typeof one === 'object' && one !== null && one.t !== 'unknown'
  );
  if (isKept) {
    throw new Lost('operator');
  }
  return unknown();
}

function isPlain(value: Value): boolean {
  return (
    value === null ||
    typeof value !== 'object' ||
    /^(?:list|tuple|set)$/.test(value.t) ||
    (value.t === 'dict' && value.name === 'dict')
  );
}

function numbers(
  machine: Machine,
  sign: string,
  left: bigint | number | boolean,
  right: bigint | number | boolean
): Value {
  const isLogical = typeof left === 'boolean' && typeof right === 'boolean';
  const result = combine(sign, plainNumber(left), plainNumber(right));
  if (result === null) {
    // Floats, remainders and powers have words of their own, which differ between releases.
    const isPlainDivision =
      sign === '/' && typeof left !== 'number' && typeof right !== 'number';
    throw isPlainDivision
      ? machine.raise('ZeroDivisionError', 'division by zero')
      : machine.raise('ZeroDivisionError');
  }
  if (result === undefined) {
    throw new Lost('operator');
  }
  return isLogical && /^[&|^]$/.test(sign) ? Boolean(result) : result;
}

function byMethod(
  machine: Machine,
  sign: string,
  left: Value,
  right: Value
): Value {
  const name = METHODS[sign] ?? '';
  const own = is(left, 'instance')
    ? lookUp(left.class, `__${name}__`)
    : undefined;
  if (own !== undefined) {
    return machine.call(own, [left, right]);
  }
  const other = is(right, 'instance')
    ? lookUp(right.class, `__r${name}__`)
    : undefined;
  if (other !== undefined && !is(left, 'instance')) {
    return machine.call(other, [right, left]);
  }
  throw new Lost('operator');
}

function joined(left: Value, right: Value): Value | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    return left + right;
  }
  if (is(left, 'list') && is(right, 'list')) {
    return listOf([...left.items, ...right.items]);
  }
  if (is(left, 'tuple') && is(right, 'tuple')) {
    return tupleOf([...left.items, ...right.items]);
  }
  return undefined;
}

function times(
  machine: Machine,
  sequence: Value,
  count: Value
): Value | undefined {
  if (typeof count !== 'bigint' && typeof count !== 'boolean') {
    return undefined;
  }
  const number = Math.max(0, Number(count));
  if (
    number > 20_000 ||
    number *
      machine.length(
        isPlain(sequence) &&
          typeof sequence !== 'bigint' &&
          sequence !== null &&
          typeof sequence !== 'number' &&
          typeof sequence !== 'boolean'
          ? sequence
          : ''
      ) >
      20_000
  ) {
    throw new Lost('too long');
  }
  if (typeof sequence === 'string') {
    return sequence.repeat(number);
  }
  if (is(sequence, 'list') || is(sequence, 'tuple')) {
    const { items } = sequence;
    const all = Array.from({ length: number }, () => items).flat();
    return is(sequence, 'list') ? listOf(all) : tupleOf(all);
  }
  return undefined;
}

function together(
  machine: Machine,
  sign: string,
  one: Value,
  other: Value
): Value | undefined {
  const [left, right] = [seenAsSet(machine, one), seenAsSet(machine, other)];
  if (is(left, 'set') && is(right, 'set')) {
    const mine = [...left.entries];
    const theirs = [...right.entries];
    const isIn =
      (other: typeof left) =>
      ([key]: readonly [string, Value]) =>
        other.entries.has(key);
    const isOut =
      (other: typeof left) =>
      ([key]: readonly [string, Value]) =>
        !other.entries.has(key);
    const found =
      sign === '|'
        ? [...mine, ...theirs]
        : sign === '&'
          ? mine.filter(isIn(right))
          : sign === '-'
            ? mine.filter(isOut(right))
            : sign === '^'
              ? [...mine.filter(isOut(right)), ...theirs.filter(isOut(left))]
              : undefined;
    const made =
      found &&
      machine.setOf(
        found.map(([, value]) => value),
        left.isFrozen
      );
    return is(made, 'set')
      ? { ...made, hasLost: left.hasLost || right.hasLost }
      : undefined;
  }
  if (is(left, 'dict') && is(right, 'dict') && sign === '|') {
    if (left.name !== 'dict' || right.name !== 'dict') {
      throw new Lost('operator');
    }
    return machine.dictOf([
      ...left.entries.values(),
      ...right.entries.values()
    ]);
  }
  return undefined;
}

/** The keys and the pairs of a dictionary are such by themselves. */
function seenAsSet(machine: Machine, value: Value): Value {
  return is(value, 'view') && value.kind !== 'values'
    ? machine.setOf(itemsOf(machine, value), false)
    : value;
}

/** `-value`, `+value`, `~value`. */
export function negate(machine: Machine, sign: string, value: Value): Value {
  machine.step();
  if (is(value, 'unknown')) {
    machine.mayRaise = true;
    return unknown();
  }
  if (!isNumber(value)) {
    throw new Lost('operator');
  }
  const plain = plainNumber(value);
  if (sign === '~') {
    if (typeof plain !== 'bigint') {
      throw new Lost('operator');
    }
    return ~plain;
  }
  return sign === '-' ? -plain : plain;
}
