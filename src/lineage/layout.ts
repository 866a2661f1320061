// What the parts of one value hang on: its rows, the names of its columns, and each column.
import type { Interner } from './interner';
import type { Chance } from './version';

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

/** A value by its parts. */
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
  /** Tells of any other; null where there is none. */
  readonly rest: ((label: string) => Column) | null;
  /** What a series is called; null where it has no name, or nobody tells. */
  readonly label: string | null;
  /** True for a frame that may have no rows yet: a column that is put into it may bring them. */
  readonly mayBeEmpty: boolean;
};

/** Puts aspects together. */
export class Joiner {
  constructor(private readonly interner: Interner) {}

  /** Hangs on a text, and nothing by chance. */
  ofText(text: string): Aspect {
    return { key: this.interner.intern(text), chances: [], sizing: [] };
  }

  /** Hangs on all of these. */
  join(...aspects: readonly Aspect[]): Aspect {
    const [first, ...others] = aspects;
    return first
      ? others.reduce((all, one) => this.pair(all, one), first)
      : this.ofText('');
  }

  /** A value of which no parts are told. */
  other(whole: Aspect, told?: Aspect): Layout {
    const form = told ?? { ...whole, sizing: [] };
    return {
      kind: 'other',
      whole,
      form,
      rows: form,
      labels: whole,
      columns: [],
      rest: label => ({ label, value: whole, types: form, rows: form }),
      label: null,
      mayBeEmpty: false
    };
  }

  /** A series; `form` is that of its values. */
  series(parts: {
    readonly values: Aspect;
    readonly form: Aspect;
    readonly rows: Aspect;
    readonly label: string | null;
  }): Layout {
    const { values, rows, label } = parts;
    const whole = this.join(values, rows);
    const form = this.join(parts.form, rows);
    return { ...this.other(whole, form), kind: 'series', rows, label };
  }

  /** A frame or a dictionary of columns, which may have others beside. */
  table(parts: {
    readonly kind: 'frame' | 'dict';
    readonly rows: Aspect | null;
    readonly columns: readonly Column[];
    readonly rest?: Layout['rest'];
    /** Of the others alone. */
    readonly labels?: Aspect;
    readonly mayBeEmpty?: boolean;
  }): Layout {
    const { kind, columns, rest = null, mayBeEmpty = false } = parts;
    const own = this.ofText(JSON.stringify(columns.map(({ label }) => label)));
    const labels = parts.labels ? this.join(parts.labels, own) : own;
    const rows = parts.rows ?? labels;
    const others = rest ? [rest('')] : [];
    const all = [...columns, ...others];
    const types = all.map(one => one.types);
    return {
      kind,
      whole: this.join(rows, labels, ...all.map(({ value }) => value)),
      form: this.join(rows, labels, ...types),
      rows,
      labels,
      columns,
      rest,
      label: null,
      mayBeEmpty
    };
  }

  private pair(one: Aspect, other: Aspect): Aspect {
    if (one.key === other.key && other.chances.length === 0) {
      return one;
    }
    return {
      key: this.interner.pair(one.key, other.key),
      chances: bothChances(one.chances, other.chances),
      sizing: bothChances(one.sizing, other.sizing)
    };
  }
}

/** Two layouts of the same parts made one, part by part. */
export function zipped(
  one: Layout,
  other: Layout,
  both: (one: Aspect, other: Aspect) => Aspect
): Layout {
  const column = (mine: Column, theirs: Column): Column => ({
    label: mine.label,
    value: both(mine.value, theirs.value),
    types: both(mine.types, theirs.types),
    rows: both(mine.rows, theirs.rows)
  });
  const { rest } = one;
  return {
    ...one,
    whole: both(one.whole, other.whole),
    form: both(one.form, other.form),
    rows: both(one.rows, other.rows),
    labels: both(one.labels, other.labels),
    columns: one.columns.map((mine, at) =>
      column(mine, other.columns[at] ?? mine)
    ),
    rest:
      rest &&
      (label => {
        const mine = rest(label);
        return column(mine, other.rest?.(label) ?? mine);
      })
  };
}

/** Each chance once. */
function bothChances(
  some: readonly Chance[],
  others: readonly Chance[]
): readonly Chance[] {
  const more = others.filter(
    one =>
      !some.some(
        known =>
          known.kind === one.kind &&
          known.step === one.step &&
          known.isArrangement === one.isArrangement &&
          known.isLater === one.isLater
      )
  );
  return more.length === 0 ? some : [...some, ...more];
}

/** Of a whole value: its size hangs on what it hangs on, but for an arrangement. */
export function aspectOf(key: number, chances: readonly Chance[]): Aspect {
  const sizing = chances.filter(one => !one.isArrangement && !one.isLater);
  return { key, chances, sizing };
}

/** A value as one column of a table. */
export function entryOf(label: string, { whole, form, rows }: Layout): Column {
  return { label, value: whole, types: form, rows };
}
