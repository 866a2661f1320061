// Two layouts of the same parts made one: the keys of one with the chances of the other.
import type { Aspect, Column, Layout } from './layout';

/** What is made of the same part of both. */
type Both = (one: Aspect, other: Aspect) => Aspect;

/** Two layouts of the same parts made one, part by part, where somebody asks. */
export function zipped(one: Layout, other: Layout, both: Both): Layout {
  return new Zipped(one, other, both);
}

class Zipped implements Layout {
  constructor(
    private readonly one: Layout,
    private readonly other: Layout,
    private readonly both: Both
  ) {
    const { kind, rest, label, mayBeEmpty } = one;
    this.kind = kind;
    this.label = label;
    this.mayBeEmpty = mayBeEmpty;
    this.rest =
      rest &&
      (name => {
        const mine = rest(name);
        return new ZippedColumn(mine, other.rest?.(name) ?? mine, both);
      });
  }

  get whole(): Aspect {
    return this.both(this.one.whole, this.other.whole);
  }

  get form(): Aspect {
    return this.both(this.one.form, this.other.form);
  }

  get rows(): Aspect {
    return this.both(this.one.rows, this.other.rows);
  }

  get labels(): Aspect {
    return this.both(this.one.labels, this.other.labels);
  }

  get others(): Aspect | null {
    const { one, other, both } = this;
    return one.others && both(one.others, other.others ?? one.others);
  }

  get columns(): readonly Column[] {
    const { one, other, both } = this;
    this.known ??= one.columns.map(
      (mine, at) => new ZippedColumn(mine, other.columns[at] ?? mine, both)
    );
    return this.known;
  }

  readonly kind: Layout['kind'];
  readonly rest: Layout['rest'];
  readonly label: string | null;
  readonly mayBeEmpty: boolean;
  private known: readonly Column[] | null = null;
}

class ZippedColumn implements Column {
  constructor(
    private readonly one: Column,
    private readonly other: Column,
    private readonly both: Both
  ) {}

  get label(): string {
    return this.one.label;
  }

  get value(): Aspect {
    return this.both(this.one.value, this.other.value);
  }

  get types(): Aspect {
    return this.both(this.one.types, this.other.types);
  }

  get rows(): Aspect {
    return this.both(this.one.rows, this.other.rows);
  }
}
