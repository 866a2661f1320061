// What a cell does by name to values, whoever made them.

/** Names by what the code does with them. */
export type Handling = {
  /** Called as they are: `name(…)`. */
  readonly callees: ReadonlySet<string>;
  /** Changed in some part, or asked to do something by a statement of its own: `name[0] = 1`, `name.sort()`. */
  readonly handled: ReadonlySet<string>;
  /** Those at which a statement begins that sets something for all: `np.seterr(…)`, `decimal.getcontext().prec = 5`. */
  readonly setters: ReadonlySet<string>;
};
