// Methods of dictionaries, counters among them.

import { argument, type Method } from './methods';
import type { Machine } from './machine';
import {
  is,
  listOf,
  Lost,
  tupleOf,
  type DictThing,
  type Given,
  type Value
} from './values';
import { operate } from './operators';

/** Methods by name. */
export function dictMethods(dict: DictThing): Readonly<Record<string, Method>> {
  const pairs = (): (readonly [Value, Value])[] => [...dict.entries.values()];
  return {
    get: (machine, given) =>
      orElse(machine.getItem(dict, argument(given, 0)), given),
    keys: () => ({ t: 'view', dict, kind: 'keys' }),
    values: () => ({ t: 'view', dict, kind: 'values' }),
    items: () => ({ t: 'view', dict, kind: 'items' }),
    copy: () => ({ ...dict, entries: new Map(dict.entries) }),
    clear: () => {
      dict.entries.clear();
      return null;
    },
    pop: (machine, given) => {
      const key = argument(given, 0);
      const own = machine.getItem(dict, key);
      const found = own === undefined ? given.positional[1] : own;
      if (found === undefined) {
        throw machine.raise('KeyError', key);
      }
      dict.entries.delete(machine.key(key));
      return found;
    },
    popitem: machine => {
      const last = pairs()[dict.entries.size - 1];
      if (!last) {
        throw machine.raise('KeyError');
      }
      dict.entries.delete(machine.key(last[0]));
      return tupleOf(last);
    },
    setdefault: (machine, given) => {
      const key = argument(given, 0);
      const found = machine.getItem(dict, key);
      if (found === undefined) {
        machine.setItem(dict, key, given.positional[1] ?? null);
      }
      return orElse(found, given);
    },
    update: (machine, given) => {
      update(machine, dict, given);
      return null;
    },
    ...(dict.name === 'Counter' && counting(dict))
  };
}

/** What is there, or the second argument. */
function orElse(found: Value | undefined, { positional }: Given): Value {
  return found === undefined ? (positional[1] ?? null) : found;
}

function counting(dict: DictThing): Readonly<Record<string, Method>> {
  return {
    most_common: (machine, { positional: [count = null] }) => {
      if (count !== null && (typeof count !== 'bigint' || count < 0n)) {
        throw new Lost('count');
      }
      const ordered = machine.sorted(
        [...dict.entries.values()].map(pair => tupleOf(pair)),
        {
          t: 'native',
          name: 'count',
          call: ({ positional: [pair = null] }) =>
            is(pair, 'tuple') ? (pair.items[1] ?? null) : null
        },
        true
      );
      return listOf(count === null ? ordered : ordered.slice(0, Number(count)));
    },
    total: () =>
      [...dict.entries.values()].reduce((sum, [, count]) => {
        if (typeof count !== 'bigint') {
          throw new Lost('count');
        }
        return sum + count;
      }, 0n)
  };
}

/** `dict.update`, of counters as well. */
export function update(
  machine: Machine,
  dict: DictThing,
  { positional: [from], keywords }: Given
): void {
  if (dict.name === 'Counter') {
    if (keywords.size > 0) {
      throw new Lost('update');
    }
    const isTable = is(from, 'dict');
    const counts = isTable
      ? [...from.entries.values()]
      : machine.itemsOf(from ?? listOf([])).map(item => [item, 1n] as const);
    for (const [key, count] of counts) {
      const before = machine.getItem(dict, key) ?? 0n;
      machine.setItem(dict, key, operate(machine, '+', before, count));
    }
    return;
  }
  if (is(from, 'dict')) {
    from.entries.forEach(([key, value]) => machine.setItem(dict, key, value));
  } else if (from !== undefined) {
    for (const pair of machine.itemsOf(from)) {
      const [key, value, ...rest] = machine.itemsOf(pair);
      if (key === undefined || value === undefined || rest.length > 0) {
        throw new Lost('update');
      }
      machine.setItem(dict, key, value);
    }
  }
  keywords.forEach((value, key) => machine.setItem(dict, key, value));
}
