// Expressions to values.

import type { Syntax } from '../syntax';

import { attributeOf } from './attributes';
import { itemOf } from './items';
import { call, lambda } from './calls';
import { binary } from './comparisons';
import { comprehended, later } from './comprehensions';
import type { Machine } from './machine';
import { numberOf } from './numbers';
import { negate } from './operators';
import { read, write } from './scopes';
import { text } from './strings';
import {
  is,
  listOf,
  Lost,
  tupleOf,
  unknown,
  type Scope,
  type Value
} from './values';

/** One place in a program: the text that nodes point into, and the names that it sees. */
export type Place = {
  readonly machine: Machine;
  readonly text: string;
  readonly scope: Scope;
};

/** The source of a node. */
export function textOf({ text }: Place, { from, to }: Syntax): string {
  return text.slice(from, to);
}

/** The value of an expression. */
export function evaluate(place: Place, node: Syntax): Value {
  const { machine } = place;
  machine.step();
  const { children, name } = node;
  const [first, second, third] = children;
  switch (name) {
    case 'VariableName':
      return read(machine, place.scope, textOf(place, node));
    case 'Number':
      return numberOf(textOf(place, node));
    case 'Boolean':
      return textOf(place, node) === 'True';
    case 'None':
      return null;
    case 'Ellipsis':
      return unknown();
    case 'String':
    case 'FormatString':
    case 'ContinuedString':
      return text(place, node);
    case 'ParenthesizedExpression':
      return evaluate(place, need(second));
    case 'TupleExpression':
      return tupleOf(items(place, children.slice(1, -1)));
    case 'ArrayExpression':
      return listOf(items(place, children.slice(1, -1)));
    case 'SetExpression':
      return machine.setOf(items(place, children.slice(1, -1)));
    case 'DictionaryExpression':
      return dictionary(place, children.slice(1, -1));
    case 'UnaryExpression':
      return first?.name === 'not'
        ? !machine.isTrue(evaluate(place, need(second)))
        : negate(
            machine,
            textOf(place, need(first)),
            evaluate(place, need(second))
          );
    case 'BinaryExpression':
      return binary(place, node);
    case 'ConditionalExpression':
      return machine.isTrue(evaluate(place, need(third)))
        ? evaluate(place, need(first))
        : evaluate(place, need(children[4]));
    case 'MemberExpression':
      return member(place, node);
    case 'CallExpression':
      return call(place, node);
    case 'LambdaExpression':
      return lambda(place, node);
    case 'NamedExpression': {
      const value = evaluate(place, need(third));
      write(machine, place.scope, textOf(place, need(first)), value);
      return value;
    }
    case 'ArrayComprehensionExpression':
      return listOf(comprehended(place, children.slice(1, -1)));
    case 'SetComprehensionExpression':
      return machine.setOf(comprehended(place, children.slice(1, -1)));
    case 'DictionaryComprehensionExpression':
      return machine.dictOf(
        comprehended(place, children.slice(1, -1)).map(pair => {
          const [key = null, value = null] = is(pair, 'tuple')
            ? pair.items
            : [];
          return [key, value] as const;
        })
      );
    case 'ComprehensionExpression':
      return later(place, children.slice(1, -1));
    default:
      throw new Lost(name);
  }
}

/** The node, which the grammar promises. */
export function need(node: Syntax | undefined): Syntax {
  if (!node) {
    throw new Lost('syntax');
  }
  return node;
}

/** Items between commas, stars unfolded. */
export function items(place: Place, parts: readonly Syntax[]): Value[] {
  const found: Value[] = [];
  parts.forEach((part, index) => {
    if (part.name === ',' || part.name === '*') {
      return;
    }
    const value = evaluate(place, part);
    if (parts[index - 1]?.name === '*') {
      found.push(...place.machine.itemsOf(value));
    } else {
      found.push(value);
    }
  });
  return found;
}

function dictionary(place: Place, parts: readonly Syntax[]): Value {
  const { machine } = place;
  const dict = machine.dictOf([]);
  let at = 0;
  while (at < parts.length) {
    const part = need(parts[at]);
    if (part.name === ',') {
      at += 1;
    } else if (part.name === '**') {
      const other = evaluate(place, need(parts[at + 1]));
      if (!is(other, 'dict')) {
        throw new Lost('dictionary');
      }
      other.entries.forEach(([key, value]) =>
        machine.setItem(dict, key, value)
      );
      at += 2;
    } else {
      const key = evaluate(place, part);
      machine.setItem(dict, key, evaluate(place, need(parts[at + 2])));
      at += 3;
    }
  }
  return dict;
}

function member(place: Place, node: Syntax): Value {
  const { machine } = place;
  const [owner, sign, property] = node.children;
  const value = evaluate(place, need(owner));
  if (sign?.name === '.') {
    return attributeOf(machine, value, textOf(place, need(property)));
  }
  if (sign?.name !== '[') {
    throw new Lost('member');
  }
  const index = indexValue(place, node.children.slice(2, -1));
  if (is(value, 'unknown')) {
    machine.mayRaise = true;
    return unknown();
  }
  return itemOf(machine, value, index);
}

/** What stands between square brackets. */
export function indexValue(place: Place, parts: readonly Syntax[]): Value {
  if (!parts.some(one => one.name === ':')) {
    const found = items(place, parts);
    const [only] = found;
    const isTuple = parts.some(one => one.name === ',');
    return isTuple || only === undefined ? tupleOf(found) : only;
  }
  if (parts.some(one => one.name === ',')) {
    throw new Lost('slice');
  }
  const bounds: Value[] = [null];
  for (const part of parts) {
    if (part.name === ':') {
      bounds.push(null);
    } else {
      bounds[bounds.length - 1] = evaluate(place, part);
    }
  }
  const [start = null, stop = null, step = null] = bounds;
  return { t: 'slice', parts: [start, stop, step] };
}
