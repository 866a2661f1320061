// Exceptions as `str` and `repr` write them.

import { isNamed } from './classes';
import type { Machine } from './machine';
import { reprOf, strOf } from './texts';
import { is, Lost, tupleOf, type InstanceThing, type Value } from './values';

/** As `repr` writes it. */
export function errorRepr(machine: Machine, value: InstanceThing): string {
  if (machine.ask(value, '__repr__') !== undefined) {
    return reprOf(value, machine.ask);
  }
  const texts = argumentsOf(value).map(one => machine.repr(one));
  return `${value.class.name}(${texts.join(', ')})`;
}

/** As `str` writes it. */
export function errorText(machine: Machine, value: InstanceThing): string {
  if (machine.ask(value, '__str__') !== undefined) {
    return strOf(value, machine.ask);
  }
  const items = argumentsOf(value);
  const [only = null] = items;
  if (items.length > 1) {
    // An `OSError` writes its number in front.
    if (isNamed(value.class, 'OSError')) {
      throw new Lost('arguments');
    }
    return reprOf(tupleOf(items), machine.ask);
  }
  if (items.length === 0) {
    return '';
  }
  return isNamed(value.class, 'KeyError')
    ? machine.repr(only)
    : machine.str(only);
}

/** What it was made with. */
function argumentsOf({ attributes }: InstanceThing): readonly Value[] {
  const args = attributes.get('args');
  if (!is(args, 'tuple')) {
    throw new Lost('arguments');
  }
  return args.items;
}
