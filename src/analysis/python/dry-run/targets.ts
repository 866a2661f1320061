// What assignments assign to.

import type { Syntax } from '../syntax';

import { setAttribute } from './attributes';
import { deleteItem, setItem } from './items';
import { evaluate, indexValue, textOf, type Place } from './expressions';
import { touchUnknown } from './havoc';
import { unsettle } from './unsettled';
import { ownerOf, write } from './scopes';
import { is, listOf, Lost, type Value } from './values';

/** Assigns to what stands between commas. */
export function assign(
  place: Place,
  targets: readonly Syntax[],
  value: Value
): void {
  const isMany = targets.some(({ name }) => name === ',' || name === '*');
  const [only] = targets;
  if (!isMany && only) {
    assignOne(place, only, value);
    return;
  }
  const { machine } = place;
  const values = machine.itemsOf(value);
  const wanted = targets.filter(({ name }) => name !== ',');
  const starAt = wanted.findIndex(({ name }) => name === '*');
  const names = wanted.filter(({ name }) => name !== '*');
  const isFit =
    starAt < 0
      ? names.length === values.length
      : values.length >= names.length - 1;
  if (!isFit) {
    throw machine.raise('ValueError');
  }
  const more = values.length - names.length;
  names.forEach((target, index) => {
    if (starAt < 0 || index < starAt) {
      assignOne(place, target, values[index] ?? null);
    } else if (index === starAt) {
      const rest = values.slice(index, index + more + 1);
      assignOne(place, target, listOf(rest));
    } else {
      assignOne(place, target, values[index + more] ?? null);
    }
  });
}

function assignOne(place: Place, target: Syntax, value: Value): void {
  const { machine } = place;
  const { children, name } = target;
  switch (name) {
    case 'VariableName':
      write(machine, place.scope, textOf(place, target), value);
      return;
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'ParenthesizedExpression':
      assign(place, children.slice(1, -1), value);
      return;
    case 'MemberExpression': {
      const { owner, key } = memberOf(place, target);
      if (is(owner, 'unknown')) {
        machine.mayRaise = true;
        touchUnknown(machine, [value]);
        if (typeof key === 'string') {
          const settings = { names: new Set([key]), isDynamic: false };
          machine.handed.forEach(one => unsettle(one, settings));
        }
      } else if (typeof key === 'string') {
        setAttribute(machine, owner, key, value);
      } else {
        setItem(machine, owner, key.index, value);
      }
      return;
    }
    default:
      throw new Lost('target');
  }
}

/** Owner and attribute, or owner and index, of a member. */
export function memberOf(
  place: Place,
  { children }: Syntax
): { owner: Value; key: string | { index: Value } } {
  const [first, sign, last] = children;
  if (!first || !last) {
    throw new Lost('target');
  }
  const owner = evaluate(place, first);
  return sign?.name === '.'
    ? { owner, key: textOf(place, last) }
    : { owner, key: { index: indexValue(place, children.slice(2, -1)) } };
}

/** `del`. */
export function remove(place: Place, target: Syntax): void {
  const { machine } = place;
  if (target.name === 'VariableName') {
    const name = textOf(place, target);
    const { names } = ownerOf(machine, place.scope, name);
    if (!names.delete(name)) {
      throw machine.raise('NameError', `name '${name}' is not defined`);
    }
    return;
  }
  if (target.name !== 'MemberExpression') {
    throw new Lost('del');
  }
  const { owner, key } = memberOf(place, target);
  if (typeof key !== 'string') {
    deleteItem(machine, owner, key.index);
  } else if (
    is(owner, 'instance') &&
    !owner.class.isFrozen &&
    owner.attributes.has(key)
  ) {
    owner.attributes.delete(key);
  } else {
    throw new Lost('del');
  }
}
