/** A function that a function calls where it is given nothing for a parameter, and nowhere else: `size = size or measure(x)`. */
export type OrElse = {
  /** The function that calls. */
  readonly within: string;
  readonly callee: string;
  /** The parameter, as `givenName` says it. */
  readonly unlessGiven: string;
};
