// What a cell hands to functions of other cells, as far as the order of sets goes.
import type { HeldKind } from './effect';

/** One argument of one call. */
export type HandedKind = {
  /** The function or method in whose body the call stands; null at the margin, and in what has no name. */
  readonly within: string | null;
  /** True where that shows nothing, and changes nothing but values of its own. */
  readonly isGiven: boolean;
  readonly callee: string;
  /** Position from 0, or the keyword. */
  readonly place: number | string;
  readonly kind: HeldKind;
};
