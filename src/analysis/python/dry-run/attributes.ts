// Attributes: reading and writing.

import { lookUp } from './classes';
import type { Machine } from './machine';
import { methodOf } from './methods';
import { settled } from './unsettled';
import { is, Lost, unknown, type InstanceThing, type Value } from './values';

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
