// Builtin functions and classes.

import { first, startOf, type Builtin } from './builtins-given';
import { codeBuiltins } from './builtins-of-code';
import { numberBuiltins } from './builtins-of-numbers';
import { callableBuiltins } from './builtins-of-types';
import { exceptionClasses } from './exceptions';
import { expected } from './expected';
import type { Machine } from './machine';
import { operate } from './operators';
import { formatted } from './texts';
import { is, listOf, Lost, tupleOf, type Given, type Value } from './values';

const STOP = Symbol('stop');

/** Fills the table of builtins of one machine. */
export function fillBuiltins(
  table: Map<string, Value>,
  machine: () => Machine
): void {
  exceptionClasses().forEach(made => table.set(made.name, made));
  const all = {
    ...FUNCTIONS,
    ...numberBuiltins,
    ...codeBuiltins,
    ...callableBuiltins
  };
  for (const [name, builtin] of Object.entries(all)) {
    const call = (given: Given): Value => {
      expected(`${name}`, given);
      return builtin(machine(), given);
    };
    table.set(name, { t: 'native', name, call });
  }
  table.set('__name__', '__main__');
}

function extreme(machine: Machine, given: Given, way: 1 | -1): Value {
  const { positional, keywords } = given;
  const items =
    positional.length === 1 ? machine.membersOf(first(given)) : [...positional];
  const key = keywords.get('key') ?? null;
  const standard = keywords.get('default');
  const [over] = positional;
  const isSet = positional.length === 1 && is(over, 'set');
  // Which of equal ones comes first is not known for a set.
  if (isSet && key !== null && over.entries.size > 1) {
    throw new Lost('order of a set');
  }
  if (positional.length > 1 && standard !== undefined) {
    throw new Lost('argument');
  }
  if (items.length === 0 && standard !== undefined) {
    return standard;
  }
  let best: Value | undefined;
  let bestKey: Value = null;
  for (const item of items) {
    const itemKey = key === null ? item : machine.call(key, [item]);
    const isBetter =
      best === undefined ||
      (way > 0
        ? machine.less(bestKey, itemKey)
        : machine.less(itemKey, bestKey));
    if (isBetter) {
      best = item;
      bestKey = itemKey;
    }
  }
  if (best === undefined) {
    throw machine.raise('ValueError');
  }
  return best;
}

/** A lazy value over others. */
function lazily(
  machine: Machine,
  values: readonly Value[],
  make: (items: Value[]) => Value | typeof STOP | undefined
): Value {
  const sources = values.map(one => machine.iterator(one));
  return {
    t: 'iterator',
    over: values,
    next: () => {
      for (;;) {
        const items: Value[] = [];
        for (const source of sources) {
          const item = source();
          if (item === undefined) {
            return undefined;
          }
          items.push(item);
        }
        const made = make(items);
        if (made !== undefined) {
          return made === STOP ? undefined : made;
        }
      }
    }
  };
}

function print(machine: Machine, { positional, keywords }: Given): Value {
  const odd = [...keywords.keys()].some(
    name => !/^(?:sep|end|flush)$/.test(name)
  );
  if (odd || positional.some(one => is(one, 'unknown'))) {
    machine.showUnknown();
    return null;
  }
  const sign = keywords.get('sep') ?? ' ';
  const end = keywords.get('end') ?? '\n';
  if (typeof sign !== 'string' || typeof end !== 'string') {
    throw new Lost('print');
  }
  try {
    machine.show(positional.map(one => machine.str(one)).join(sign) + end);
  } catch (error) {
    if (!(error instanceof Lost)) {
      throw error;
    }
    machine.showUnknown();
  }
  return null;
}

const FUNCTIONS: Readonly<Record<string, Builtin>> = {
  print,
  len: (machine, given) => BigInt(machine.length(first(given))),
  min: (machine, given) => extreme(machine, given, -1),
  max: (machine, given) => extreme(machine, given, 1),
  any: (machine, given) => {
    const next = machine.iterator(first(given));
    for (let one = next(); one !== undefined; one = next()) {
      if (machine.isTrue(one)) {
        return true;
      }
    }
    return false;
  },
  all: (machine, given) => {
    const next = machine.iterator(first(given));
    for (let one = next(); one !== undefined; one = next()) {
      if (!machine.isTrue(one)) {
        return false;
      }
    }
    return true;
  },
  sorted: (machine, given) => {
    const key = given.keywords.get('key') ?? null;
    const isBackwards = machine.isTrue(given.keywords.get('reverse') ?? false);
    const over = first(given);
    // Which of equal ones comes first is not known for a set.
    if (is(over, 'set') && key !== null) {
      throw new Lost('order of a set');
    }
    return listOf(machine.sorted(machine.membersOf(over), key, isBackwards));
  },
  reversed: (machine, given) => {
    const over = first(given);
    // A list may change while it is gone through.
    if (
      !is(over, 'list') &&
      !is(over, 'tuple') &&
      !is(over, 'range') &&
      typeof over !== 'string'
    ) {
      throw new Lost('reversed');
    }
    const items = machine.itemsOf(over).reverse();
    return { t: 'iterator', over: [over], next: () => items.shift() };
  },
  enumerate: (machine, given) => {
    let at = startOf(given);
    return lazily(machine, [first(given)], ([item = null]) => {
      const place = at;
      at = operate(machine, '+', at, 1n);
      return tupleOf([place, item]);
    });
  },
  zip: (machine, { positional, keywords }) => {
    if (keywords.size > 0 || positional.length === 0) {
      throw new Lost('zip');
    }
    return lazily(machine, positional, items => tupleOf(items));
  },
  map: (machine, { positional: [step = null, ...rest] }) =>
    lazily(machine, rest, items => machine.call(step, items)),
  filter: (machine, { positional: [test = null, over = null] }) =>
    lazily(machine, [over], ([item = null]) =>
      machine.isTrue(test === null ? item : machine.call(test, [item]))
        ? item
        : undefined
    ),
  iter: (machine, given) => {
    const over = first(given);
    return is(over, 'iterator')
      ? over
      : { t: 'iterator', over: [over], next: machine.iterator(over) };
  },
  next: (machine, given) => {
    const over = first(given);
    if (!is(over, 'iterator')) {
      throw new Lost('next');
    }
    const item = over.next();
    const found = item === undefined ? given.positional[1] : item;
    if (found === undefined) {
      throw machine.raise('StopIteration');
    }
    return found;
  },
  repr: (machine, given) => machine.repr(first(given)),
  format: (machine, { positional: [value = null, spec = ''] }) =>
    formatted(value, String(spec), machine.ask),
  chr: (_, given) => {
    const code = Number(first(given));
    if (code < 32 || code > 126) {
      throw new Lost('text');
    }
    return String.fromCharCode(code);
  },
  ord: (_, given) => {
    const text = first(given);
    if (typeof text !== 'string' || text.length !== 1) {
      throw new Lost('text');
    }
    return BigInt(text.charCodeAt(0));
  }
};
