// Builtin types as functions: `int("3")`, `list(x)`.

import type { Builtin } from './builtins-given';
import { update } from './methods-of-dicts';
import { typeName } from './classes';
import type { Machine } from './machine';
import { floatOf, isNumber } from './numbers';
import {
  emptyDict,
  is,
  known,
  listOf,
  Lost,
  tupleOf,
  type Given,
  type Value
} from './values';

function only({ positional, keywords }: Given): Value | undefined {
  if (positional.length > 1 || keywords.size > 0) {
    throw new Lost('argument');
  }
  const [value] = positional;
  return value === undefined ? undefined : known(value);
}

function orElse(value: Value | undefined, standard: Value): Value {
  return value === undefined ? standard : value;
}

/** Numerals of other scripts, underscores, rare blanks and very long texts are not followed. */
function checkDigits(text: string): void {
  if (/[^\t\n\r -~]|_/.test(text) || text.length > 100) {
    throw new Lost('digits');
  }
}

function membersIn(machine: Machine, given: Given): Value[] {
  const value = only(given);
  return value === undefined ? [] : machine.membersOf(value);
}

function itemsIn(machine: Machine, given: Given): Value[] {
  const value = only(given);
  return value === undefined ? [] : machine.itemsOf(value);
}

/** By name. */
export const callableBuiltins: Readonly<Record<string, Builtin>> = {
  list: (machine, given) => listOf(itemsIn(machine, given)),
  tuple: (machine, given) => tupleOf(itemsIn(machine, given)),
  set: (machine, given) => machine.setOf(membersIn(machine, given)),
  frozenset: (machine, given) => machine.setOf(membersIn(machine, given), true),
  dict: (machine, given) => {
    const dict = emptyDict();
    update(machine, dict, given);
    return dict;
  },
  bool: (machine, given) => machine.isTrue(orElse(only(given), false)),
  str: (machine, given) => machine.str(orElse(only(given), '')),
  int: (machine, given) => {
    const value = orElse(only(given), 0n);
    if (typeof value === 'string') {
      checkDigits(value);
      if (!/^\s*[+-]?\d+\s*$/.test(value)) {
        throw machine.raise(
          'ValueError',
          `invalid literal for int() with base 10: ${machine.repr(value)}`
        );
      }
      return BigInt(value.trim().replace(/^\+/, ''));
    }
    if (!isNumber(value) || !Number.isFinite(Number(value))) {
      throw new Lost('int');
    }
    return typeof value === 'number'
      ? BigInt(Math.trunc(value))
      : BigInt(value);
  },
  float: (machine, given) => {
    const value = orElse(only(given), 0);
    if (typeof value === 'string') {
      checkDigits(value);
      const text = value.trim();
      if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) {
        return Number(text);
      }
      if (/^[+-]?(?:inf|nan)/i.test(text)) {
        throw new Lost('float');
      }
      throw machine.raise(
        'ValueError',
        `could not convert string to float: ${machine.repr(value)}`
      );
    }
    if (!isNumber(value)) {
      throw new Lost('float');
    }
    return floatOf(value);
  },
  type: (machine, given) => {
    const value = only(given);
    if (is(value, 'instance')) {
      return value.class;
    }
    if (value === undefined) {
      throw new Lost('type');
    }
    const found = machine.builtins.get(typeName(value));
    if (found === undefined) {
      throw new Lost('type');
    }
    return found;
  },
  object: () => {
    throw new Lost('object');
  }
};
