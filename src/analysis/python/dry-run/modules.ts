// Imports: a few functions of the standard library are known, all else is a library's affair.

import type { Syntax } from '../syntax';

import { lookUp } from './classes';
import { isRecord } from './dataclasses';
import { update } from './methods-of-dicts';
import type { Machine } from './machine';
import { regularExpressions } from './module-re';
import { floatOf, isNumber } from './numbers';
import { expected } from './expected';
import { textOf, type Place } from './expressions';
import { write } from './scopes';
import { emptyDict, is, Lost, unknown, type Given, type Value } from './values';

/** `import a.b as c`, `from a import b as c`. */
export function importInto(place: Place, { children }: Syntax): void {
  const { machine } = place;
  const words = children.filter(({ name }) => name !== '(' && name !== ')');
  const at = words.findIndex(({ name }) => name === 'import');
  const isFrom = words[0]?.name === 'from';
  const module = isFrom
    ? words
        .slice(1, at)
        .map(one => textOf(place, one))
        .join('')
    : '';
  for (const item of itemsOf(words.slice(at + 1))) {
    const names = item
      .filter(({ name }) => name === 'VariableName' || name === '*')
      .map(one => textOf(place, one));
    const as = item.findIndex(({ name }) => name === 'as');
    const path = as < 0 ? names : names.slice(0, -1);
    const last = names[names.length - 1] ?? '';
    if (last === '*') {
      throw new Lost('star');
    }
    if (isFrom) {
      write(
        machine,
        place.scope,
        last,
        memberOf(machine, module, path[0] ?? '')
      );
    } else if (as < 0) {
      write(
        machine,
        place.scope,
        path[0] ?? '',
        moduleOf(machine, path[0] ?? '')
      );
    } else {
      write(machine, place.scope, last, moduleOf(machine, path.join('.')));
    }
  }
}

function itemsOf(words: readonly Syntax[]): Syntax[][] {
  const groups: Syntax[][] = [[]];
  for (const word of words) {
    if (word.name === ',') {
      groups.push([]);
    } else {
      groups[groups.length - 1]?.push(word);
    }
  }
  return groups.filter(group => group.length > 0);
}

function moduleOf(machine: Machine, name: string): Value {
  const members = membersOf(machine, name);
  machine.mayRaise ||= !members;
  return members ? { t: 'module', name, members } : unknown(name);
}

function memberOf(machine: Machine, module: string, name: string): Value {
  if (module === 'typing' || module === '__future__') {
    return unknown(`${module}.${name}`);
  }
  return membersOf(machine, module)?.get(name) ?? unknown(`${module}.${name}`);
}

type Native = (given: Given) => Value;

function membersOf(
  machine: Machine,
  module: string
): Map<string, Value> | null {
  const table = (
    natives: Readonly<Record<string, Native>>
  ): Map<string, Value> =>
    new Map(
      Object.entries(natives).map(([name, native]) => {
        const call = (given: Given): Value => {
          expected(`${module}.${name}`, given);
          return native(given);
        };
        return [name, { t: 'native', name, call }];
      })
    );
  switch (module) {
    case 'math': {
      const made = table(MATH);
      made.set('pi', Math.PI).set('e', Math.E).set('inf', Infinity);
      return made;
    }
    case 'collections':
      return table({
        Counter: given => {
          const dict = emptyDict('Counter');
          update(machine, dict, given);
          return dict;
        },
        deque: ({ positional: [over] }) => ({
          t: 'deque',
          items: over === undefined ? [] : machine.itemsOf(over)
        }),
        OrderedDict: given => {
          const dict = emptyDict('OrderedDict');
          update(machine, dict, given);
          return dict;
        },
        defaultdict: ({ positional: [factory = null, ...rest] }) => {
          const dict = { ...emptyDict('defaultdict'), factory };
          update(machine, dict, { positional: rest, keywords: new Map() });
          return dict;
        }
      });
    case 'dataclasses':
      return table({
        replace: ({ positional: [value = null], keywords }) => {
          const names = new Set(
            isRecord(value) ? value.class.fields?.map(({ name }) => name) : []
          );
          if (
            !isRecord(value) ||
            lookUp(value.class, '__post_init__') !== undefined ||
            ![...keywords.keys()].every(name => names.has(name))
          ) {
            throw new Lost('replace');
          }
          const attributes = new Map([...value.attributes, ...keywords]);
          return { ...value, attributes };
        }
      });
    case 'functools':
      return table({ reduce: given => reduced(machine, given) });
    case 're': {
      const { natives, constants } = regularExpressions(machine);
      const made = table(natives);
      Object.entries(constants).forEach(([name, one]) => made.set(name, one));
      return made;
    }
    case 'operator':
      return table({
        itemgetter: ({ positional: [key = null, ...rest] }) =>
          rest.length > 0
            ? lost()
            : {
                t: 'native',
                name: 'itemgetter',
                self: key,
                call: ({ positional: [value = null] }) =>
                  machine.call(machine.builtins.get('__getitem__') ?? null, [
                    value,
                    key
                  ])
              }
      });
    default:
      return null;
  }
}

function lost(): never {
  throw new Lost('argument');
}

function reduced(
  machine: Machine,
  { positional: [step = null, over = null, start] }: Given
): Value {
  const items = machine.itemsOf(over);
  let result = start === undefined ? items.shift() : start;
  if (result === undefined) {
    throw new Lost('reduce');
  }
  for (const one of items) {
    result = machine.call(step, [result, one]);
  }
  return result;
}

const whole =
  (change: (value: number) => number): Native =>
  ({ positional: [value = null] }) => {
    if (typeof value === 'bigint') {
      return value;
    }
    if (typeof value !== 'number' || !Number.isSafeInteger(change(value))) {
      throw new Lost('number');
    }
    return BigInt(change(value));
  };

const MATH: Readonly<Record<string, Native>> = {
  floor: whole(Math.floor),
  ceil: whole(Math.ceil),
  trunc: whole(Math.trunc),
  sqrt: ({ positional: [value = null] }) => {
    if (!isNumber(value) || floatOf(value) < 0) {
      throw new Lost('number');
    }
    return Math.sqrt(floatOf(value));
  },
  gcd: ({ positional: [one = null, other = null] }) => {
    if (typeof one !== 'bigint' || typeof other !== 'bigint') {
      throw new Lost('number');
    }
    let [left, right] = [one, other];
    while (right !== 0n) {
      [left, right] = [right, left % right];
    }
    return left < 0n ? -left : left;
  },
  factorial: ({ positional: [value = null] }) => {
    if (typeof value !== 'bigint' || value < 0n || value > 500n) {
      throw new Lost('number');
    }
    let result = 1n;
    for (let at = 2n; at <= value; at += 1n) {
      result *= at;
    }
    return result;
  },
  prod: ({ positional: [list = null] }) => {
    const items = is(list, 'list') ? list.items : lost();
    return items.reduce<bigint>(
      (result, one) => (typeof one === 'bigint' ? result * one : lost()),
      1n
    );
  }
};
