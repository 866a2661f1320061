// Going through a value: its items all at once or one after the other, and how many there are.

import type { Machine } from './machine';
import { isNumber } from './numbers';
import { is, known, Lost, tupleOf, type Value } from './values';

/** The items that a loop goes through, all at once. */
export function itemsOf(machine: Machine, value: Value): Value[] {
  known(value);
  if (typeof value === 'string') {
    return [...value];
  }
  if (is(value, 'list') || is(value, 'tuple') || is(value, 'deque')) {
    return [...value.items];
  }
  if (is(value, 'dict')) {
    return [...value.entries.values()].map(([key]) => key);
  }
  if (is(value, 'view')) {
    const pairs = [...value.dict.entries.values()];
    return pairs.map(pair =>
      value.kind === 'items'
        ? tupleOf(pair)
        : pair[value.kind === 'keys' ? 0 : 1]
    );
  }
  if (is(value, 'set')) {
    if (value.entries.size > 1) {
      throw new Lost('order of a set');
    }
    return [...value.entries.values()];
  }
  if (is(value, 'range')) {
    const items: Value[] = [];
    for (let at = 0, end = lengthOf(machine, value); at < end; at += 1) {
      machine.step();
      items.push(value.start + value.step * BigInt(at));
    }
    return items;
  }
  if (is(value, 'iterator')) {
    const items: Value[] = [];
    for (let one = value.next(); one !== undefined; one = value.next()) {
      machine.step();
      items.push(one);
    }
    return items;
  }
  throw new Lost('going through');
}

/** Goes through a value step by step, as a loop that changes it would see. */
export function iteratorOf(
  machine: Machine,
  value: Value
): () => Value | undefined {
  known(value);
  if (is(value, 'iterator')) {
    return value.next;
  }
  if (is(value, 'list')) {
    let at = 0;
    return () => {
      machine.step();
      at += 1;
      return value.items[at - 1];
    };
  }
  const items = itemsOf(machine, value);
  const size = sizeOf(value);
  let at = 0;
  return () => {
    machine.step();
    if (sizeOf(value) !== size) {
      throw new Lost('changed while gone through');
    }
    at += 1;
    return items[at - 1];
  };
}

/** How much there is in what may not grow while a loop goes through it; null for all else. */
function sizeOf(value: Value): number | null {
  return is(value, 'deque')
    ? value.items.length
    : is(value, 'view')
      ? value.dict.entries.size
      : is(value, 'dict')
        ? value.entries.size
        : null;
}

/** What `len` gives. */
export function lengthOf(machine: Machine, value: Value): number {
  known(value);
  if (typeof value === 'string') {
    return value.length;
  }
  if (is(value, 'list') || is(value, 'tuple') || is(value, 'deque')) {
    return value.items.length;
  }
  if (is(value, 'dict') || is(value, 'set')) {
    return value.entries.size;
  }
  if (is(value, 'view')) {
    return value.dict.entries.size;
  }
  if (is(value, 'range')) {
    const { start, stop, step } = value;
    const span = step > 0n ? stop - start : start - stop;
    const size = step > 0n ? step : -step;
    return span <= 0n ? 0 : Number((span + size - 1n) / size);
  }
  const own = machine.ask(value, '__len__');
  if (typeof own === 'bigint') {
    return Number(own);
  }
  if (isNumber(value) || value === null) {
    throw machine.raise('TypeError');
  }
  throw new Lost('length');
}
