// Methods of texts, lists, dictionaries and sets.

import { indexOf } from './classes';
import type { Machine } from './machine';
import { expected } from './expected';
import { dequeMethods } from './methods-of-deques';
import { dictMethods } from './methods-of-dicts';
import { setMethods } from './methods-of-sets';
import { textMethods } from './methods-of-texts';
import {
  is,
  Lost,
  type ListThing,
  type NativeThing,
  type Given,
  type Value
} from './values';

/** What a method does with what it is given. */
export type Method = (machine: Machine, given: Given) => Value;

/** A method of a builtin type, bound to its value; null where it is not known. */
export function methodOf(
  machine: Machine,
  value: Value,
  name: string
): NativeThing | null {
  const methods =
    typeof value === 'string'
      ? textMethods(value)
      : is(value, 'list')
        ? listMethods(value)
        : is(value, 'dict')
          ? dictMethods(value)
          : is(value, 'set')
            ? setMethods(value)
            : is(value, 'tuple')
              ? tupleMethods(value.items)
              : is(value, 'deque')
                ? dequeMethods(value)
                : typeof value === 'number'
                  ? floatMethods(value)
                  : {};
  const method = Object.prototype.hasOwnProperty.call(methods, name)
    ? methods[name]
    : undefined;
  const type =
    typeof value === 'string'
      ? 'str'
      : typeof value === 'number'
        ? 'float'
        : is(value, 'tuple')
          ? 'list'
          : is(value, 'deque') || is(value, 'list') || is(value, 'dict')
            ? value.t
            : 'set';
  const call = (given: Given): Value => {
    expected(`${type}.${name}`, given);
    return method ? method(machine, given) : null;
  };
  return method ? { t: 'native', name, self: value, call } : null;
}

/** The argument at a place. */
export function argument({ positional }: Given, at: number): Value {
  const value = positional[at];
  if (value === undefined) {
    throw new Lost('argument');
  }
  return value;
}

function floatMethods(value: number): Readonly<Record<string, Method>> {
  return { is_integer: () => Number.isInteger(value) };
}

function tupleMethods(
  items: readonly Value[]
): Readonly<Record<string, Method>> {
  return {
    count: (machine, given) =>
      BigInt(
        items.filter(one => machine.equals(one, argument(given, 0))).length
      ),
    index: (machine, given) => place(machine, items, argument(given, 0), given)
  };
}

function place(
  machine: Machine,
  items: readonly Value[],
  wanted: Value,
  { positional }: Given
): Value {
  if (positional.length !== 1) {
    throw new Lost('index');
  }
  const at = items.findIndex(one => machine.equals(one, wanted));
  if (at < 0) {
    throw machine.raise('ValueError');
  }
  return BigInt(at);
}

function listMethods(list: ListThing): Readonly<Record<string, Method>> {
  const { items } = list;
  return {
    ...tupleMethods(items),
    append: (_, given) => {
      items.push(argument(given, 0));
      return null;
    },
    extend: (machine, given) => {
      items.push(...machine.itemsOf(argument(given, 0)));
      return null;
    },
    insert: (_, given) => {
      items.splice(indexOf(argument(given, 0)), 0, argument(given, 1));
      return null;
    },
    pop: (machine, { positional: [at = -1n] }) => {
      const index = indexOf(at);
      const where = index < 0 ? index + items.length : index;
      const found = items[where];
      if (found === undefined) {
        throw machine.raise('IndexError');
      }
      items.splice(where, 1);
      return found;
    },
    remove: (machine, given) => {
      const wanted = argument(given, 0);
      const at = items.findIndex(one => machine.equals(one, wanted));
      if (at < 0) {
        throw machine.raise('ValueError');
      }
      items.splice(at, 1);
      return null;
    },
    clear: () => {
      items.length = 0;
      return null;
    },
    copy: () => ({ t: 'list', items: [...items] }),
    reverse: () => {
      items.reverse();
      return null;
    },
    sort: (machine, { keywords }) => {
      const key = keywords.get('key') ?? null;
      const isBackwards = machine.isTrue(keywords.get('reverse') ?? false);
      items.splice(0, items.length, ...machine.sorted(items, key, isBackwards));
      return null;
    }
  };
}
