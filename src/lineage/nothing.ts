// Empty collections that are shared: most steps have nothing of most kinds.

/** A list without entries. */
export const NONE: readonly never[] = [];

/** A map without entries. */
export const NO_ENTRIES: ReadonlyMap<never, never> = new Map([]);
