// The words of which the code of a cell is made.

/** What a cell spells. */
export type Spelled = {
  /**
   * Names, attributes and keywords; of texts and comments none. Lines for a shell, and texts in code that starts programs, count
   * with their words.
   */
  readonly words: ReadonlySet<string>;
  /** Its texts as they stand, with their quotes; of those with fields the parts between these. */
  readonly literals: readonly string[];
  /** True when some line is IPython's own. */
  readonly hasMagic: boolean;
};
