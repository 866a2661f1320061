// Builtin functions that ask for types and attributes, and descriptors.

import { attributeOf, setAttribute } from './attributes';
import { itemOf } from './items';
import { first, second, type Builtin } from './builtins-given';
import { isSubclass, typeName } from './classes';
import type { Machine } from './machine';
import { is, Lost, Raised, unknown, type Given, type Value } from './values';

/** By name. */
export const codeBuiltins: Readonly<Record<string, Builtin>> = {
  isinstance: (_, given) => {
    const kinds = second(given);
    const all = is(kinds, 'tuple') ? kinds.items : [kinds];
    return all.some(kind => isOfKind(first(given), kind));
  },
  issubclass: (_, given) => {
    const [one, other] = [first(given), second(given)];
    if (!is(one, 'class') || !is(other, 'class')) {
      throw new Lost('class');
    }
    return isSubclass(one, other);
  },
  callable: (_, given) => {
    const value = first(given);
    if (is(value, 'instance')) {
      throw new Lost('callable');
    }
    return (
      is(value, 'function') ||
      is(value, 'class') ||
      is(value, 'native') ||
      is(value, 'method')
    );
  },
  hasattr: (machine, given) => has(machine, given) !== undefined,
  getattr: (machine, given) => {
    const standard = given.positional[2];
    const found = has(machine, given);
    if (found === undefined && standard === undefined) {
      throw new Lost('attribute');
    }
    return found === undefined ? (standard ?? null) : found;
  },
  setattr: (machine, given) => {
    const [owner = null, name = null, value = null] = given.positional;
    setAttribute(machine, owner, String(name), value);
    return null;
  },
  property: (_, given) => ({
    t: 'descriptor',
    kind: 'property',
    function: first(given),
    setter: null
  }),
  staticmethod: (_, given) => ({
    t: 'descriptor',
    kind: 'static',
    function: first(given),
    setter: null
  }),
  classmethod: (_, given) => ({
    t: 'descriptor',
    kind: 'class',
    function: first(given),
    setter: null
  }),
  super: () => unknown(),
  __getitem__: (machine, { positional: [value = null, key = null] }) =>
    itemOf(machine, value, key)
};

function has(machine: Machine, given: Given): Value | undefined {
  const name = second(given);
  const owner = first(given);
  if (typeof name !== 'string' || !is(owner, 'instance')) {
    throw new Lost('attribute');
  }
  try {
    return attributeOf(machine, owner, name);
  } catch (error) {
    if (
      error instanceof Raised &&
      error.value.class.name === 'AttributeError'
    ) {
      return undefined;
    }
    throw error;
  }
}

const TYPES = new Set(
  'int float bool str list tuple set frozenset dict range object Counter OrderedDict defaultdict'.split(
    ' '
  )
);

function isOfKind(value: Value, kind: Value): boolean {
  if (is(kind, 'class')) {
    return is(value, 'instance') && isSubclass(value.class, kind);
  }
  if (!is(kind, 'native')) {
    throw new Lost('kind');
  }
  const type = typeName(value);
  const { name } = kind;
  if (!TYPES.has(name)) {
    throw new Lost('kind');
  }
  return (
    name === type ||
    (name === 'int' && type === 'bool') ||
    (name === 'dict' && is(value, 'dict')) ||
    name === 'object'
  );
}
