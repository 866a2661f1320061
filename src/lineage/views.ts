// What readers see of a value, from its type to all of it.
import type { View } from '../analysis';

const WIDTHS: Readonly<Record<View, number>> = {
  type: 0,
  form: 1,
  members: 2,
  handed: 3,
  found: 4,
  whole: 5
};

/** Sees all. */
export const wholeView = (): View => 'whole';

/** The view that sees what either sees. */
export function wider(one: View, other: View | undefined): View {
  return other !== undefined && WIDTHS[other] > WIDTHS[one] ? other : one;
}
