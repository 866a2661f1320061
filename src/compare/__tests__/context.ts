// What comparisons in tests know of their two sides.
import { USUAL_TOLERANCE, type CompareContext } from '..';

/** A record of March, replayed in November. */
export const CONTEXT: CompareContext = {
  tolerance: USUAL_TOLERANCE,
  ranAt: { a: '2026-03-01T10:00:00Z', b: '2026-11-26T20:45:00Z' }
};

/** The same with its sides swapped. */
export function swapped(context: CompareContext): CompareContext {
  const { a, b } = context.ranAt;
  return { ...context, ranAt: { a: b, b: a } };
}
