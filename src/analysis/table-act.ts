/** What a constant text of SQL, or a call that stands for one, does to a table of a database. */
export type TableAct = {
  /**
   * `opens` a database; `keeps` a table where there is one, and makes it where there is none; `makes` it, and fails where there is one;
   * `adds` rows; `clears` it, or takes it away; `shows` how many rows there are, or all of them.
   */
  readonly kind: 'opens' | 'keeps' | 'makes' | 'adds' | 'clears' | 'shows';
  /** Its name in small letters; of `opens` the path, empty for one that is not told or in memory. */
  readonly name: string;
  /**
   * In small letters: of `keeps` the columns that hold no value twice; of `adds` those that are given values, null for all of them.
   */
  readonly columns?: readonly string[] | null;
};
