// The builtin exceptions, each with the one that it comes from.

import type { ClassThing } from './values';

const FAMILY: readonly (readonly [string, string])[] = [
  ['BaseException', ''],
  ['Exception', 'BaseException'],
  ['ArithmeticError', 'Exception'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['OSError', 'Exception'],
  ['FileNotFoundError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['KeyboardInterrupt', 'BaseException']
];

/** All of them, in an order in which each comes after its base. */
export function exceptionClasses(): ClassThing[] {
  const made = new Map<string, ClassThing>();
  for (const [name, base] of FAMILY) {
    const found = made.get(base);
    made.set(name, {
      t: 'class',
      name,
      bases: found ? [found] : [],
      attributes: new Map(),
      fields: null,
      isOrdered: false,
      isFrozen: false,
      unsettled: new Set()
    });
  }
  return [...made.values()];
}
