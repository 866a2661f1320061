// Builtin functions and classes.

import { exceptionClasses } from './exceptions';
import { attributeOf, itemOf, setAttribute } from './access';
import { callableBuiltins } from './builtins-of-types';
import { isSubclass, typeName, type Machine } from './machine';
import { isNumber, plainNumber, rounded } from './numbers';
import { operate } from './operators';
import { formatted } from './texts';
import {
  is,
  known,
  listOf,
  Lost,
  Raised,
  tupleOf,
  unknown,
  type Given,
  type Value
} from './values';

/** What a builtin does with what it is given. */
export type Builtin = (machine: Machine, given: Given) => Value;

const STOP = Symbol('stop');

/** Fills the table of builtins of one machine. */
export function fillBuiltins(
  table: Map<string, Value>,
  machine: () => Machine
): void {
  exceptionClasses().forEach(made => table.set(made.name, made));
  const all = { ...FUNCTIONS, ...callableBuiltins };
  for (const [name, builtin] of Object.entries(all)) {
    const call = (given: Given): Value => builtin(machine(), given);
    table.set(name, { t: 'native', name, call });
  }
  table.set('__name__', '__main__');
}

function first({ positional }: Given): Value {
  return second({ positional: [null, ...positional], keywords: new Map() });
}

function second({ positional }: Given): Value {
  const value = positional[1];
  if (value === undefined) {
    throw new Lost('argument');
  }
  return known(value);
}

function extreme(machine: Machine, given: Given, way: 1 | -1): Value {
  const { positional, keywords } = given;
  const items =
    positional.length === 1 ? machine.membersOf(first(given)) : [...positional];
  const key = keywords.get('key') ?? null;
  const standard = keywords.get('default');
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
    throw machine.raise('ValueError', 'iterable argument is empty');
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
  abs: (_, given) => {
    const value = first(given);
    if (!isNumber(value)) {
      throw new Lost('number');
    }
    const plain = plainNumber(value);
    return plain < 0 ? -plain : plain;
  },
  sum: (machine, given) => {
    let total: Value = given.positional[1] ?? given.keywords.get('start') ?? 0n;
    const items = machine.membersOf(first(given));
    if (items.some(one => typeof one === 'number')) {
      return compensated(machine, items, total);
    }
    for (const one of items) {
      total = operate(machine, '+', total, one);
    }
    return total;
  },
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
    const items = machine.itemsOf(first(given)).reverse();
    return { t: 'iterator', next: () => items.shift() };
  },
  enumerate: (machine, given) => {
    let at: Value = given.positional[1] ?? given.keywords.get('start') ?? 0n;
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
  iter: (machine, given) => ({
    t: 'iterator',
    next: machine.iterator(first(given))
  }),
  next: (machine, given) => {
    const over = first(given);
    if (!is(over, 'iterator')) {
      throw new Lost('next');
    }
    const found = over.next() ?? given.positional[1];
    if (found === undefined) {
      throw machine.raise('StopIteration', '');
    }
    return found;
  },
  range: (_, { positional }) => {
    const [one, other, step = 1n] = positional.map(known);
    const [start, stop] = other === undefined ? [0n, one] : [one, other];
    if (
      typeof start !== 'bigint' ||
      typeof stop !== 'bigint' ||
      typeof step !== 'bigint' ||
      step === 0n
    ) {
      throw new Lost('range');
    }
    return { t: 'range', start, stop, step };
  },
  round: (_, { positional: [value = null, digits = null] }) => {
    if (typeof value === 'bigint' && digits === null) {
      return value;
    }
    if (typeof known(value) !== 'number') {
      throw new Lost('round');
    }
    const made = rounded(Number(value), digits === null ? 0 : Number(digits));
    return digits === null ? BigInt(made) : made;
  },
  divmod: (machine, { positional: [left = null, right = null] }) =>
    tupleOf([
      operate(machine, '//', left, right),
      operate(machine, '%', left, right)
    ]),
  pow: (machine, { positional: [left = null, right = null, ...rest] }) => {
    if (rest.length > 0) {
      throw new Lost('pow');
    }
    return operate(machine, '**', left, right);
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
  },
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
    return found ?? standard ?? null;
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

function isOfKind(value: Value, kind: Value): boolean {
  if (is(kind, 'class')) {
    return is(value, 'instance') && isSubclass(value.class, kind);
  }
  if (!is(kind, 'native')) {
    throw new Lost('kind');
  }
  const type = typeName(value);
  const { name } = kind;
  return (
    name === type ||
    (name === 'int' && type === 'bool') ||
    (name === 'dict' && is(value, 'dict')) ||
    name === 'object'
  );
}

/** From 3.12 on floats are summed with compensation: where that makes a difference, nobody knows. */
function compensated(
  machine: Machine,
  items: readonly Value[],
  start: Value
): Value {
  const numbers = [start, ...items].map(one => {
    if (!isNumber(one)) {
      throw new Lost('sum');
    }
    return Number(one);
  });
  let plain = 0;
  let kept = 0;
  let rest = 0;
  for (const one of numbers) {
    machine.step();
    plain += one;
    const next = kept + one;
    rest +=
      Math.abs(kept) >= Math.abs(one) ? kept - next + one : one - next + kept;
    kept = next;
  }
  if (plain !== kept + rest) {
    throw new Lost('sum');
  }
  return plain;
}
