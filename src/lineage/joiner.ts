// Puts together what the parts of values hang on.
import type { Interner } from './interner';
import { certain, type Aspect, type Layout } from './layout';
import { Table, type TableParts } from './table-layout';
import type { Chance } from './version';

/** Puts aspects together. */
export class Joiner {
  constructor(readonly interner: Interner) {}

  /** Hangs on a text, and nothing by chance. */
  ofText(text: string): Aspect {
    return certain(this.interner.intern(text));
  }

  /** Hangs on all of these. */
  join(...aspects: readonly Aspect[]): Aspect {
    const [first, ...others] = aspects;
    if (!first) {
      return this.ofText('');
    }
    let { key, chances, sizing } = first;
    for (const one of others) {
      if (one.key !== key || one.chances.length > 0) {
        key = this.interner.pair(key, one.key);
        chances = bothChances(chances, one.chances);
        sizing = bothChances(sizing, one.sizing);
      }
    }
    return { key, chances, sizing };
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
      others: whole,
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
  table(parts: TableParts): Layout {
    return new Table(this, parts);
  }
}

/** Each chance once. */
function bothChances(
  some: readonly Chance[],
  others: readonly Chance[]
): readonly Chance[] {
  if (some.length === 0 || others.length === 0) {
    return others.length === 0 ? some : others;
  }
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
