// Which parts of a table, a series or a dictionary code looks at.

/** Columns or entries: by their labels, as in `Reference.path`; by their places; or all but some. */
export type ColumnsSeen =
  | {
      readonly by: 'label';
      readonly of: readonly string[];
      /** True where no more than their rows, their types and what they lack is looked at. */
      readonly isForm: boolean;
    }
  | { readonly by: 'place'; readonly of: readonly number[] }
  | { readonly by: 'other'; readonly of: readonly string[] };

/** Parts that are looked at; what is not told is not. */
export type PartsSeen = {
  /** How many rows there are, and how they are called. */
  readonly rows: boolean;
  /** How columns or keys are called, and in which order they stand. */
  readonly labels: boolean;
  /** Of which types columns are, and which of their values are lacking. */
  readonly types: boolean;
  /** With their rows. */
  readonly columns: readonly ColumnsSeen[];
};

/** The parts that either sees; null for all. */
export function morePartsSeen(
  one: PartsSeen | null,
  other: PartsSeen | null
): PartsSeen | null {
  return (
    one &&
    other && {
      rows: one.rows || other.rows,
      labels: one.labels || other.labels,
      types: one.types || other.types,
      columns: [...one.columns, ...other.columns]
    }
  );
}
