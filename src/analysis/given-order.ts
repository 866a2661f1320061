// Where the order ends up in which a function goes through a set, and which shows in what it gives back.

/** What one call does with it. */
export type GivenOrder = {
  /** True for what hangs on the order by itself, as places of elements; false for the arrangement of what is given. */
  readonly isInValues: boolean;
  /** As of `Effect`; null where all may. */
  readonly into: readonly string[] | null;
  /** As of `Effect`. */
  readonly staysInside: boolean;
};
