// Classes and types: what they define, what comes from them, what they are called.

import { floatOf } from './numbers';
import { Lost, type ClassThing, type Thing, type Value } from './values';

/** What a class or one before it in its order defines. */
export function lookUp(
  { attributes, bases }: ClassThing,
  name: string
): Value | undefined {
  const own = attributes.get(name);
  if (own !== undefined) {
    return own;
  }
  for (const base of bases) {
    const found = lookUp(base, name);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** True when one class is the other or comes from it. */
export function isSubclass(one: ClassThing, other: ClassThing): boolean {
  return one === other || one.bases.some(base => isSubclass(base, other));
}

/** True for exceptions. */
export function isError(one: ClassThing): boolean {
  return isNamed(one, 'BaseException');
}

/** True when the class or one before it has the name. */
export function isNamed(one: ClassThing, name: string): boolean {
  return one.name === name || one.bases.some(base => isNamed(base, name));
}

/** The name of a value's type. */
export function typeName(value: Value): string {
  if (value === null) {
    return 'NoneType';
  }
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return 'float';
    case 'string':
      return 'str';
    default:
  }
  const thing = value as Thing;
  switch (thing.t) {
    case 'instance':
      return thing.class.name;
    case 'dict':
      return thing.name;
    case 'set':
      return thing.isFrozen ? 'frozenset' : 'set';
    case 'class':
      return 'type';
    case 'list':
    case 'tuple':
    case 'range':
    case 'function':
      return thing.t;
    default:
      throw new Lost('type');
  }
}

/** A whole number as a JavaScript index. */
export function indexOf(value: Value): number {
  if (typeof value !== 'bigint' && typeof value !== 'boolean') {
    throw new Lost('index');
  }
  return floatOf(value);
}
