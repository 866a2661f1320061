// How the value of a name is put together, as far as the tree of its cell tells: which part of it hangs on what.

import type { PartsSeen } from './parts-seen';

/** A column, or an entry of a dictionary, under its label as in `Reference.path`: `["a"]`, `[0]`. */
export type LabelledMaking = {
  readonly label: string;
  readonly value: Making;
};

/** Labels in their order; `list` is null where no constants tell them. */
export type LabelsMade = {
  readonly list: readonly string[] | null;
  readonly value: Making;
};

/** A value, told by what it is made of. Makings share what they have in common. */
export type Making =
  /** What the name stands for when the cell begins. */
  | { readonly kind: 'found'; readonly name: string }
  /** What a statement imports: it hangs on that alone. */
  | { readonly kind: 'imported'; readonly text: string }
  /** Hangs on all that the cell meets: nobody tells more. */
  | { readonly kind: 'open' }
  | Made
  /** What is told of some parts of a value. */
  | { readonly kind: 'seen'; readonly of: Making; readonly parts: PartsSeen }
  | { readonly kind: 'dict'; readonly entries: readonly LabelledMaking[] }
  /** A list or a tuple that is written out. */
  | { readonly kind: 'list'; readonly items: readonly Making[] }
  /** `rows` is null where they are those of the value. */
  | {
      readonly kind: 'series';
      readonly value: Making;
      readonly rows: Making | null;
      readonly label: string | null;
    }
  /** A frame of a dictionary of columns, or of what has rows and columns itself; these count where `rows` and `labels` are null. */
  | {
      readonly kind: 'frame';
      readonly value: Making | null;
      readonly rows: Making | null;
      readonly labels: LabelsMade | null;
    }
  /** Series and frames side by side. */
  | { readonly kind: 'beside'; readonly tables: readonly Making[] }
  | Changed;

/** Made by an expression of other values. */
export type Made = {
  readonly kind: 'made';
  /** Its tokens, with places in `of` for names. */
  readonly text: string;
  readonly of: readonly Making[];
  /** True where random numbers are drawn for it, a clock is read or the like. */
  readonly isByChance: boolean;
  /** True where it calls something: it may hang on files. */
  readonly calls: boolean;
  /** True for a frame that is read from a file. */
  readonly isFrame: boolean;
  /**
   * Of what its size, its type and which of its values are lacking hang: on the same of `like`, and surely on all of `sizes`.
   * Null where these may hang on all of it.
   */
  readonly form: {
    readonly like: readonly Making[];
    readonly sizes: readonly Making[];
    /** What of the text itself tells them; missing where all of it does. */
    readonly text?: string;
  } | null;
};

/** A table or a dictionary of which one thing was changed. */
export type Changed = { readonly table: Making } & (
  | {
      readonly kind: 'with';
      readonly entry: LabelledMaking;
      /** Its place among the columns; null for the end, or the place that it has. */
      readonly at: number | null;
      /** True for `df.a = …`, which makes no column where there is none. */
      readonly isAttribute: boolean;
      /** True where the column that is there is changed: the rows are as they were, and in anything but a frame others may be the same value. */
      readonly isInside?: true;
    }
  | { readonly kind: 'renamed'; readonly names: ReadonlyMap<string, string> }
  | { readonly kind: 'relabelled'; readonly labels: LabelsMade }
  | { readonly kind: 'reindexed'; readonly rows: Making }
  | { readonly kind: 'column'; readonly label: string }
  /** These columns in their order, or all but these. */
  | {
      readonly kind: 'columns';
      readonly labels: readonly string[];
      readonly isWithout: boolean;
    }
);
