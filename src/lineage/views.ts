// What readers see of a value, from its form to all of it.
import type { View } from '../analysis';

const WIDTHS: Readonly<Record<View, number>> = {
  form: 0,
  members: 1,
  handed: 2,
  found: 3,
  whole: 4
};

/** Sees all. */
export const wholeView = (): View => 'whole';

/** The view that sees what either sees. */
export function wider(one: View, other: View | undefined): View {
  return other !== undefined && WIDTHS[other] > WIDTHS[one] ? other : one;
}
