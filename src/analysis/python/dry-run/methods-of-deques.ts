// Methods of deques.

import type { Machine } from './machine';
import { argument, type Method } from './methods';
import type { DequeThing, Value } from './values';

/** Methods by name. */
export function dequeMethods({
  items
}: DequeThing): Readonly<Record<string, Method>> {
  const taken = (machine: Machine, found: Value | undefined): Value => {
    if (found === undefined) {
      throw machine.raise('IndexError', 'pop from an empty deque');
    }
    return found;
  };
  return {
    append: (_, given) => {
      items.push(argument(given, 0));
      return null;
    },
    appendleft: (_, given) => {
      items.unshift(argument(given, 0));
      return null;
    },
    extend: (machine, given) => {
      items.push(...machine.itemsOf(argument(given, 0)));
      return null;
    },
    extendleft: (machine, given) => {
      items.unshift(...machine.itemsOf(argument(given, 0)).reverse());
      return null;
    },
    pop: machine => taken(machine, items.pop()),
    popleft: machine => taken(machine, items.shift()),
    clear: () => {
      items.length = 0;
      return null;
    },
    reverse: () => {
      items.reverse();
      return null;
    },
    copy: () => ({ t: 'deque', items: [...items] })
  };
}
