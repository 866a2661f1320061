// Calls of which the classes of values pick the code: part of what an analysis tells.

/** What a cell calls that picks a method, and which classes its values may have. */
export type Dispatch = {
  /** Functions and operators that may look for a method, those that show its result among them; sorted. */
  readonly generics: readonly string[];
  /** Constant texts in it, each of which may be the class of a value that it makes; sorted. */
  readonly classes: readonly string[];
};
