// What a cell shows or makes texts of, as far as it hangs on display options.

/** A name on whose value it hangs whether options shape what is shown. */
export type ShownName = {
  readonly name: string;
  /** True where it is but one number of a row of numbers, and open for anything else: `x.mean()`. */
  readonly isReduced: boolean;
};

/** What a cell shows. */
export type Showing = {
  /** Names that it prints alone, each with the last words of the options that are set around it. */
  readonly printed: readonly {
    readonly name: string;
    readonly options: readonly string[];
  }[];
  /** Names in all else of which it makes texts: no option shapes those where all stand for numbers, texts and the like. */
  readonly open: readonly ShownName[];
  /** True where expressions of it are shown or not as IPython is set: those above its end, or what its end assigns. */
  readonly hangsOnMode: boolean;
  /** The name that it ends with, as an expression of its own; null for anything else. */
  readonly ending: string | null;
  /** The names in the list, tuple or the like that it ends with; null for anything else. */
  readonly container: readonly ShownName[] | null;
  /** Where those statements at the margin begin that keep or show texts of values, other than by printing these as they are. */
  readonly texts: ReadonlySet<number>;
  /** True where a method of a value, or a function for arrays, makes such a text: it may leave out what makes it look like a table. */
  readonly isTold: boolean;
};
