// What builtins are given.

import type { Machine } from './machine';
import { known, Lost, type Given, type Value } from './values';

/** What a builtin does with what it is given. */
export type Builtin = (machine: Machine, given: Given) => Value;

/** The first argument. */
export function first({ positional }: Given): Value {
  return second({ positional: [null, ...positional], keywords: new Map() });
}

/** The second argument. */
export function second({ positional }: Given): Value {
  const value = positional[1];
  if (value === undefined) {
    throw new Lost('argument');
  }
  return known(value);
}

/** What `sum` and `enumerate` begin with. */
export function startOf({ positional, keywords }: Given): Value {
  const start = positional.length > 1 ? positional[1] : keywords.get('start');
  return start === undefined ? 0n : known(start);
}
