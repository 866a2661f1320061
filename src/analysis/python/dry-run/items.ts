// Items: reading, writing, deleting, and whether one is there.

import { indexOf, lookUp } from './classes';
import type { Machine } from './machine';
import { equalsInside } from './equality';
import { placesOf, sliceOf } from './slices';
import {
  is,
  known,
  Lost,
  type ListThing,
  type TupleThing,
  type Value
} from './values';

/** `value[index]`. */
export function itemOf(machine: Machine, value: Value, index: Value): Value {
  machine.step();
  known(value);
  if (is(value, 'dict')) {
    const found = machine.getItem(value, index);
    if (found !== undefined) {
      return found;
    }
    if (value.name === 'Counter') {
      return 0n;
    }
    if (value.factory !== null) {
      const made = machine.call(value.factory);
      machine.setItem(value, index, made);
      return made;
    }
    throw machine.raise('KeyError', index);
  }
  if (is(value, 'instance')) {
    const method = lookUp(value.class, '__getitem__');
    if (method === undefined) {
      throw new Lost('item');
    }
    return machine.call(method, [value, index]);
  }
  if (is(index, 'slice') && !is(value, 'deque')) {
    return sliceOf(value, index);
  }
  const items = itemsWithPlaces(machine, value);
  const at = indexOf(known(index));
  const found = items[at < 0 ? at + items.length : at];
  if (found === undefined) {
    throw typeof value === 'string' || is(value, 'list') || is(value, 'tuple')
      ? machine.raise('IndexError', `${kindOf(value)} index out of range`)
      : machine.raise('IndexError');
  }
  return found;
}

function kindOf(value: string | ListThing | TupleThing): string {
  return typeof value === 'string' ? 'string' : value.t;
}

function itemsWithPlaces(machine: Machine, value: Value): readonly Value[] {
  if (typeof value === 'string') {
    return [...value];
  }
  if (is(value, 'list') || is(value, 'tuple') || is(value, 'deque')) {
    return value.items;
  }
  if (is(value, 'range')) {
    return machine.itemsOf(value);
  }
  throw new Lost('item');
}

/** `value[index] = given`. */
export function setItem(
  machine: Machine,
  value: Value,
  index: Value,
  given: Value
): void {
  known(value);
  if (is(value, 'dict')) {
    machine.setItem(value, known(index), given);
  } else if (is(value, 'instance')) {
    const method = lookUp(value.class, '__setitem__');
    if (method === undefined) {
      throw new Lost('item');
    }
    machine.call(method, [value, index, given]);
  } else if (is(value, 'list') && is(index, 'slice')) {
    const [start, , step] = index.parts;
    if (step !== null && step !== 1n) {
      throw new Lost('slice');
    }
    const { length } = value.items;
    const places = placesOf(index, length);
    const rest = placesOf({ t: 'slice', parts: [start, null, null] }, length);
    const at = rest[0] ?? length;
    value.items.splice(at, places.length, ...machine.itemsOf(given));
  } else if (is(value, 'list')) {
    const at = indexOf(known(index));
    const place = at < 0 ? at + value.items.length : at;
    if (place < 0 || place >= value.items.length) {
      throw machine.raise('IndexError');
    }
    value.items[place] = given;
  } else {
    throw new Lost('item');
  }
}

/** `del value[index]`. */
export function deleteItem(machine: Machine, value: Value, index: Value): void {
  known(value);
  if (is(value, 'dict')) {
    if (!value.entries.delete(machine.key(index))) {
      throw machine.raise('KeyError', index);
    }
  } else if (is(value, 'list')) {
    const places = is(index, 'slice')
      ? placesOf(index, value.items.length)
      : [indexOf(known(index))].map(at =>
          at < 0 ? at + value.items.length : at
        );
    if (places.some(at => at < 0 || at >= value.items.length)) {
      throw machine.raise('IndexError');
    }
    const gone = new Set(places);
    const rest = value.items.filter((_, at) => !gone.has(at));
    value.items.splice(0, value.items.length, ...rest);
  } else {
    throw new Lost('item');
  }
}

/** True when `item in value`. */
export function contains(machine: Machine, value: Value, item: Value): boolean {
  known(value);
  known(item);
  if (is(value, 'dict') || is(value, 'set')) {
    return value.entries.has(machine.key(item));
  }
  if (typeof value === 'string' && typeof item === 'string') {
    return value.includes(item);
  }
  if (is(value, 'view') && value.kind !== 'values') {
    return value.kind === 'keys'
      ? contains(machine, value.dict, item)
      : lost('in');
  }
  if (is(value, 'instance')) {
    const method = lookUp(value.class, '__contains__');
    if (method === undefined) {
      throw new Lost('in');
    }
    return machine.isTrue(machine.call(method, [value, item]));
  }
  return machine.itemsOf(value).some(one => equalsInside(machine, one, item));
}

function lost(what: string): never {
  throw new Lost(what);
}
