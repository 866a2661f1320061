// What the probe says about one execution, after the codec.

/** The names and modules that one execution changed, as the kernel saw them. Lists are sorted. */
export type ExecutionReport = {
  /** Names that did not exist before. */
  readonly bound: readonly string[];
  /** Names that existed before and refer to another object now. */
  readonly rebound: readonly string[];
  /** Names that are gone. */
  readonly deleted: readonly string[];
  /** Distribution to version, for distributions that this execution was the first to import. */
  readonly imported: { readonly [distribution: string]: string };
  /** Top-level module to distribution, for the modules that this execution was the first to import. */
  readonly modules: { readonly [moduleName: string]: string };
  /**
   * Name to fingerprint of its value after the execution, for names that the cell's code mentions and whose value
   * could be read without running anybody's code within the budget. A name that is missing has an unknown value.
   */
  readonly values: { readonly [name: string]: string };
  /** Sentences about what was left out; empty for a whole report. */
  readonly omitted: readonly string[];
};

/** A report that says nothing. */
export const emptyReport: ExecutionReport = {
  bound: [],
  rebound: [],
  deleted: [],
  imported: {},
  modules: {},
  values: {},
  omitted: []
};
