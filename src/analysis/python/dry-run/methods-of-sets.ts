// Methods of sets.

import { argument, type Method } from './methods';
import { operate } from './operators';
import type { Machine } from './machine';
import { is, Lost, type Given, type SetThing, type Value } from './values';

/** Methods by name. */
export function setMethods(set: SetThing): Readonly<Record<string, Method>> {
  const { entries } = set;
  const changing =
    (change: Method): Method =>
    (machine, given) => {
      if (set.isFrozen) {
        throw new Lost('frozen');
      }
      return change(machine, given);
    };
  const both =
    (sign: string): Method =>
    (machine, given) =>
      operate(machine, sign, set, otherOf(machine, given));
  const every =
    (isWithin: (other: SetThing) => boolean): Method =>
    (machine, given) =>
      isWithin(otherOf(machine, given));
  return {
    add: changing((machine, given) => {
      const item = argument(given, 0);
      const key = machine.key(item);
      entries.set(key, orItem(entries, key, item));
      return null;
    }),
    discard: changing((machine, given) => {
      set.hasLost ||= entries.delete(machine.key(argument(given, 0)));
      return null;
    }),
    remove: changing((machine, given) => {
      if (!entries.delete(machine.key(argument(given, 0)))) {
        throw machine.raise('KeyError', argument(given, 0));
      }
      set.hasLost = true;
      return null;
    }),
    update: changing((machine, { positional }) => {
      for (const one of positional.flatMap(each => machine.membersOf(each))) {
        const key = machine.key(one);
        entries.set(key, orItem(entries, key, one));
      }
      return null;
    }),
    clear: changing(() => {
      entries.clear();
      set.hasLost = false;
      return null;
    }),
    copy: () => ({ ...set, entries: new Map(entries) }),
    union: both('|'),
    intersection: both('&'),
    difference: both('-'),
    symmetric_difference: both('^'),
    issubset: every(other =>
      [...entries.keys()].every(key => other.entries.has(key))
    ),
    issuperset: every(other =>
      [...other.entries.keys()].every(key => entries.has(key))
    ),
    isdisjoint: every(other =>
      [...other.entries.keys()].every(key => !entries.has(key))
    )
  };
}

/** The equal one that is there, or this one. */
function orItem(
  entries: ReadonlyMap<string, Value>,
  key: string,
  item: Value
): Value {
  const found = entries.get(key);
  return found === undefined ? item : found;
}

function otherOf(machine: Machine, given: Given): SetThing {
  const made: Value = machine.setOf(machine.membersOf(argument(given, 0)));
  if (!is(made, 'set') || given.positional.length !== 1) {
    throw new Lost('set');
  }
  return made;
}
