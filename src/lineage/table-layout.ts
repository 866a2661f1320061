// A frame or a dictionary by its columns: what all of them together hang on is worked out where somebody asks.
import type { Joiner } from './joiner';
import { certain, type Aspect, type Column, type Layout } from './layout';

/** Of what a table is put together. */
export type TableParts = {
  readonly kind: 'frame' | 'dict';
  /** Null where its labels are its rows. */
  readonly rows: Aspect | null;
  readonly columns: readonly Column[];
  readonly rest?: Layout['rest'];
  /** Of the others, where `rest` tells of any. */
  readonly others?: Aspect | null;
  readonly mayBeEmpty?: boolean;
  /** One with the same labels, in the same order, as far as it has any. */
  readonly before?: Layout;
};

/** A table. */
export class Table implements Layout {
  constructor(
    private readonly joiner: Joiner,
    private readonly parts: TableParts
  ) {
    const { kind, columns, rest = null, mayBeEmpty = false } = parts;
    this.kind = kind;
    this.columns = columns;
    this.others = rest && (parts.others ?? null);
    this.rest = rest;
    this.mayBeEmpty = mayBeEmpty;
  }

  get whole(): Aspect {
    this.knownWhole ??= this.joiner.join(
      this.rows,
      this.labels,
      ...this.all().map(({ value }) => value)
    );
    return this.knownWhole;
  }

  get form(): Aspect {
    this.knownForm ??= this.joiner.join(
      this.rows,
      this.labels,
      ...this.all().map(({ types }) => types)
    );
    return this.knownForm;
  }

  get rows(): Aspect {
    return this.parts.rows ?? this.labels;
  }

  get labels(): Aspect {
    if (this.knownLabels === null) {
      const own = certain(this.own());
      const { others } = this;
      this.knownLabels = others ? this.joiner.join(others, own) : own;
    }
    return this.knownLabels;
  }

  private all(): readonly Column[] {
    const { columns, rest } = this;
    return rest ? [...columns, rest('')] : columns;
  }

  /** The number of the list of its own labels. */
  private own(): number {
    const { columns, parts, joiner } = this;
    const { interner } = joiner;
    const { before } = parts;
    const begun = before instanceof Table ? before.knownOwn : null;
    let number = begun ?? interner.intern('labels');
    const done = begun === null ? 0 : (before?.columns.length ?? 0);
    for (const { label } of columns.slice(done)) {
      number = interner.pair(number, interner.intern(label));
    }
    this.knownOwn = number;
    return number;
  }

  readonly kind: 'frame' | 'dict';
  readonly columns: readonly Column[];
  readonly others: Aspect | null;
  readonly rest: Layout['rest'];
  readonly label = null;
  readonly mayBeEmpty: boolean;
  private knownWhole: Aspect | null = null;
  private knownForm: Aspect | null = null;
  private knownLabels: Aspect | null = null;
  private knownOwn: number | null = null;
}
