import type { Tolerance } from './comparator';

/**
 * Sums that are added up in another order differ in the last of their sixteen digits; nothing that a person reads differs
 * by a thousand-millionth.
 */
export const USUAL_TOLERANCE: Tolerance = { relative: 1e-9, absolute: 0 };
