// Attributes and items: reading, writing, deleting.

import { indexOf, lookUp } from './classes';
import type { Machine } from './machine';
import { equalsInside } from './equality';
import { methodOf } from './methods';
import { settled } from './unsettled';
import {
  is,
  known,
  listOf,
  Lost,
  tupleOf,
  unknown,
  type InstanceThing,
  type SliceThing,
  type Value
} from './values';

/** `value.name`. */
export function attributeOf(
  machine: Machine,
  value: Value,
  name: string
): Value {
  machine.step();
  if (is(value, 'unknown')) {
    machine.mayRaise = true;
    return unknown(value.path === null ? null : `${value.path}.${name}`);
  }
  if (is(value, 'instance')) {
    return instanceAttribute(machine, value, name);
  }
  if (is(value, 'class')) {
    if (name === '__name__') {
      return value.name;
    }
    const found = lookUp(value, name);
    if (is(found, 'descriptor')) {
      return found.kind === 'class'
        ? { t: 'method', self: value, function: found.function }
        : found.kind === 'static'
          ? found.function
          : found;
    }
    if (found !== undefined) {
      return found;
    }
    throw missing(machine, `type object '${value.name}'`, name);
  }
  if (is(value, 'module')) {
    machine.mayRaise ||= !value.members.has(name);
    return value.members.get(name) ?? unknown(`${value.name}.${name}`);
  }
  if (is(value, 'function') && name === '__name__') {
    return value.name;
  }
  const method = methodOf(machine, value, name);
  if (method) {
    return method;
  }
  throw new Lost(`attribute ${name}`);
}

function instanceAttribute(
  machine: Machine,
  value: InstanceThing,
  name: string
): Value {
  const found = lookUp(value.class, name);
  if (is(found, 'descriptor') && found.kind === 'property') {
    return machine.call(found.function, [value]);
  }
  const own = value.attributes.get(name);
  if (own !== undefined) {
    return own;
  }
  if (is(found, 'function') || is(found, 'native')) {
    return { t: 'method', self: value, function: found };
  }
  if (is(found, 'descriptor')) {
    return found.kind === 'class'
      ? { t: 'method', self: value.class, function: found.function }
      : found.function;
  }
  if (found !== undefined) {
    return settled(value.class, name, found);
  }
  if (name === '__class__') {
    return value.class;
  }
  if (lookUp(value.class, '__getattr__') || name.startsWith('__')) {
    throw new Lost('attribute');
  }
  throw missing(machine, `'${value.class.name}' object`, name);
}

function missing(machine: Machine, owner: string, name: string): Error {
  return machine.raise('AttributeError', `${owner} has no attribute '${name}'`);
}

/** `value.name = given`. */
export function setAttribute(
  machine: Machine,
  value: Value,
  name: string,
  given: Value
): void {
  if (is(value, 'instance')) {
    const found = lookUp(value.class, name);
    const isOdd =
      lookUp(value.class, '__setattr__') ?? lookUp(value.class, '__slots__');
    if (isOdd !== undefined || value.class.isFrozen) {
      throw new Lost('attribute');
    }
    if (is(found, 'descriptor') && found.kind === 'property') {
      if (found.setter === null) {
        throw new Lost('property');
      }
      machine.call(found.setter, [value, given]);
      return;
    }
    value.attributes.set(name, given);
  } else if (is(value, 'class')) {
    value.attributes.set(name, value.unsettled.has(name) ? unknown() : given);
  } else {
    throw new Lost('attribute');
  }
}

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
  if (is(index, 'slice')) {
    return sliceOf(value, index);
  }
  const items = itemsWithPlaces(machine, value);
  const at = indexOf(known(index));
  const found = items[at < 0 ? at + items.length : at];
  if (found === undefined) {
    throw is(value, 'list')
      ? machine.raise('IndexError', 'list index out of range')
      : machine.raise('IndexError');
  }
  return found;
}

function itemsWithPlaces(machine: Machine, value: Value): readonly Value[] {
  if (typeof value === 'string') {
    return [...value];
  }
  if (is(value, 'list') || is(value, 'tuple')) {
    return value.items;
  }
  if (is(value, 'range')) {
    return machine.itemsOf(value);
  }
  throw new Lost('item');
}

/** The places that a slice takes, in order. */
export function placesOf(
  { parts }: SliceThing,
  length: number
): readonly number[] {
  const [from, to, by] = parts.map(part =>
    part === null ? null : indexOf(known(part))
  );
  const step = by ?? 1;
  if (step === 0) {
    throw new Lost('step');
  }
  const clip = (at: number): number => {
    const place = at < 0 ? at + length : at;
    return step > 0
      ? Math.min(Math.max(place, 0), length)
      : Math.min(Math.max(place, -1), length - 1);
  };
  const start =
    from === null || from === undefined
      ? step > 0
        ? 0
        : length - 1
      : clip(from);
  const stop =
    to === null || to === undefined ? (step > 0 ? length : -1) : clip(to);
  const places: number[] = [];
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
    places.push(at);
  }
  return places;
}

function sliceOf(value: Value, slice: SliceThing): Value {
  if (typeof value === 'string') {
    return placesOf(slice, value.length)
      .map(at => value[at] ?? '')
      .join('');
  }
  if (is(value, 'list') || is(value, 'tuple')) {
    const items = placesOf(slice, value.items.length).map(
      at => value.items[at] ?? null
    );
    return is(value, 'list') ? listOf(items) : tupleOf(items);
  }
  throw new Lost('slice');
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
