// What functions and classes of a cell remember of former calls, where no name leads to it.

/** Told by name; what is missing does not. */
export type Keeping = {
  /** Of functions their decorators, of classes those of their methods: dotted names, as `functools.lru_cache`. */
  readonly decorators: ReadonlyMap<string, readonly string[]>;
  /** Of functions those parameters whose default can be changed: lists and the like. */
  readonly defaults: ReadonlyMap<string, readonly string[]>;
  /** Functions and classes in whose bodies something is added to, or put into, what was there before. */
  readonly keepers: ReadonlySet<string>;
  /** Functions in which others stand that change what these bind: a counter that a call of one gives counts its own calls. */
  readonly closures: ReadonlySet<string>;
  /** Names that the cell mentions only to ask what their cache holds. */
  readonly asked: ReadonlySet<string>;
};
