// In what the search through a cell stands.

import type { Syntax } from '../syntax';
import type { Called, Kind } from './names';
import type { Around } from './recursion';

/** A function, a class, a loop, or the margin of the cell. */
export type Frame = {
  /** True in a function or a class. */
  readonly isInside: boolean;
  /** True where functions are methods. */
  readonly isClassBody: boolean;
  /** The class at the margin whose body it is; null elsewhere. */
  readonly ofClass: string | null;
  /** Greater than 0 where code may run more than once. */
  readonly turns: number;
  /** What the function gives back; null where that counts for nobody. */
  readonly returned: (Kind | null)[] | null;
  /** The function at the margin, or the method. */
  readonly within: string | null;
  /** The innermost function. */
  readonly around: Around | null;
};

/** Outside of all of them. */
export const MARGIN: Frame = {
  isInside: false,
  isClassBody: false,
  ofClass: null,
  turns: 0,
  returned: null,
  within: null,
  around: null
};

/** A function where the search begins with it. */
type Function = {
  readonly node: Syntax;
  /** Where its name stands. */
  readonly named: Syntax | undefined;
  /** Its name, where what it gives back counts; null elsewhere. */
  readonly own: string | null;
  /** Collects what it gives back. */
  readonly given: (Kind | null)[];
  readonly parameters: ReadonlyMap<string, unknown>;
};

/** What a function is searched in. */
export function enteredBy(
  { within }: Frame,
  { node, named, own, given, parameters }: Function
): Frame {
  return {
    isInside: true,
    isClassBody: false,
    ofClass: null,
    turns: 1,
    returned: own === null ? null : given,
    within: within ?? own,
    around: { name: named, node, parameters: new Set(parameters.keys()) }
  };
}

/** How calls name a function: a class, for what makes its instances; null for other methods, and where nobody can. */
export function calledAs(
  { ofClass }: Frame,
  callee: string | null,
  own: string | null
): Called | null {
  if (callee !== null) {
    return { callee, first: 0 };
  }
  return ofClass !== null && own === '__init__'
    ? { callee: ofClass, first: -1 }
    : null;
}
