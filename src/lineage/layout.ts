// What the parts of one value hang on: its rows, the names of its columns, and each column.
import { NO_CHANCES, type Chance } from './version';

/** What something hangs on. */
export type Aspect = {
  /** Equal keys, equal values. */
  readonly key: number;
  readonly chances: readonly Chance[];
  /** Those of them on which its size surely hangs. */
  readonly sizing: readonly Chance[];
};

/** A column, or an entry of a dictionary. */
export type Column = {
  /** As in `Reference.path`: `["a"]`, `[0]`. */
  readonly label: string;
  /** Its rows as well. */
  readonly value: Aspect;
  /** Of which type it is, and how many values it lacks. */
  readonly types: Aspect;
  /** How many items it has, and how they are called. */
  readonly rows: Aspect;
};

/** A value by its parts; most of them are worked out where somebody asks. */
export type Layout = {
  /** `other` is told as a whole, but for parts that were put into it. */
  readonly kind: 'frame' | 'series' | 'dict' | 'list' | 'other';
  readonly whole: Aspect;
  /** Of which size and type it is, and how many values it lacks. */
  readonly form: Aspect;
  readonly rows: Aspect;
  /** How columns and keys are called, and in which order they stand. */
  readonly labels: Aspect;
  /** Those that are told, in their order where there are no others. */
  readonly columns: readonly Column[];
  /** How those are called that are not told; null where there are none. */
  readonly others: Aspect | null;
  /** Tells of any other; null where there is none. */
  readonly rest: ((label: string) => Column) | null;
  /** What a series is called; null where it has no name, or nobody tells. */
  readonly label: string | null;
  /** True for a frame that may have no rows yet: a column that is put into it may bring them. */
  readonly mayBeEmpty: boolean;
};

/** What hangs on nothing by chance. */
export function certain(key: number): Aspect {
  return { key, chances: NO_CHANCES, sizing: NO_CHANCES };
}

/** Of a whole value: its size hangs on what it hangs on, but for an arrangement. */
export function aspectOf(key: number, chances: readonly Chance[]): Aspect {
  const sizing =
    chances.length === 0
      ? NO_CHANCES
      : chances.filter(one => !one.isArrangement && !one.isLater);
  return { key, chances, sizing };
}

/** A value as one column of a table; it is laid out where somebody asks. */
export function entryOf(label: string, of: () => Layout): Column {
  return new Entry(label, of);
}

class Entry implements Column {
  constructor(
    readonly label: string,
    private readonly of: () => Layout
  ) {}

  get value(): Aspect {
    return this.of().whole;
  }

  get types(): Aspect {
    return this.of().form;
  }

  get rows(): Aspect {
    return this.of().rows;
  }
}
