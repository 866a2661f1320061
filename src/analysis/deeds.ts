// Of what kinds of code a cell is made.

/** What a cell holds, calls and sets, whatever the values are. */
export type Deeds = {
  /** True where code in it keeps the names that are written in it: a function, a class, a generator. */
  readonly keepsNames: boolean;
  /** True when all that it calls is called like a class, or is `print`: it makes objects, and does nothing with them but show them. */
  readonly onlyMakes: boolean;
  /** True when it calls nothing that may change a value, and sets no part of one. */
  readonly onlyLooks: boolean;
  /** True when it ends with an expression, and no comparison, length or the like: what it gives may be of a class of the notebook. */
  readonly givesAny: boolean;
};
