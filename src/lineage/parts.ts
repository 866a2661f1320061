// The constant parts of a value that have histories of their own: a list that is never changed, and its sum for keys.
import type { Interner } from './interner';
import { NONE } from './nothing';
import type { Part, Step } from './version';

/** How parts begin that stand for a value which the name may have instead. */
export const OTHER_WAY = '|';

/** Parts by name, the one that changed last at the end. */
export class Parts {
  private constructor(
    private names: readonly string[],
    private parts: readonly Part[],
    /** Of their keys, whatever their order: what `Interner.sum` gives. */
    readonly sum: number,
    /** False where one may hang on chance, or be left by a step that is not known in full. */
    readonly arePlain: boolean,
    /** Those of which all but one are meant, as long as nobody asked which. */
    private from: Parts | null = null,
    /** Where that one stands. */
    private readonly but = -1
  ) {}

  /** No parts. */
  static readonly none = new Parts([], [], 0, true);

  get size(): number {
    return this.from ? this.from.size - 1 : this.names.length;
  }

  has(name: string): boolean {
    return this.keys().includes(name);
  }

  get(name: string): Part | undefined {
    const at = this.keys().indexOf(name);
    return at < 0 ? undefined : this.parts[at];
  }

  keys(): readonly string[] {
    this.tell();
    return this.names;
  }

  values(): readonly Part[] {
    this.tell();
    return this.parts;
  }

  forEach(visit: (part: Part, name: string) => void): void {
    this.values().forEach((part, at) => visit(part, this.names[at] ?? ''));
  }

  /** True when the step left one of them. */
  hasOf(step: Step): boolean {
    for (const part of this.values()) {
      if (part.step === step) {
        return true;
      }
    }
    return false;
  }

  /** These with one that is new, or takes the place of an older one. */
  with(name: string, part: Part, interner: Interner): Parts {
    this.tell();
    const { names, parts, sum } = this;
    const at = names.indexOf(name);
    const old = parts[at];
    const rest = old ? interner.less(sum, old.key) : sum;
    const isLast = at >= 0 && at === names.length - 1;
    return new Parts(
      isLast ? names : withLast(names, at, name),
      withLast(parts, at, part),
      interner.sum(rest, part.key),
      this.arePlain && isPlain(part)
    );
  }

  /** Those that are chosen. */
  only(chosen: (name: string) => boolean, interner: Interner): Parts {
    this.tell();
    const { names, parts } = this;
    let places: number[] | null = null;
    for (let at = 0; at < names.length; at += 1) {
      if (chosen(names[at] ?? '')) {
        places ??= [];
        places.push(at);
      }
    }
    if (places?.length === names.length) {
      return this;
    }
    return places === null
      ? Parts.none
      : new Parts(
          at(names, places),
          at(parts, places),
          this.sumOf(places, interner),
          this.arePlain
        );
  }

  /** Those that are not named. */
  without(others: readonly string[], interner: Interner): Parts {
    if (others.length !== 1) {
      return this.only(name => !others.includes(name), interner);
    }
    this.tell();
    const { names, parts, sum } = this;
    const at = names.indexOf(others[0] ?? '');
    if (at < 0) {
      return this;
    }
    if (names.length === 1) {
      return Parts.none;
    }
    const rest = interner.less(sum, parts[at]?.key ?? 0);
    return new Parts(NONE, NONE, rest, this.arePlain, this, at);
  }

  /** Leaves out the one that is not meant. */
  private tell(): void {
    const { from, but } = this;
    if (from) {
      this.names = withoutItem(from.keys(), but);
      this.parts = withoutItem(from.values(), but);
      this.from = null;
    }
  }

  /** Of the parts at some places: added up, or what is left without the others, whichever are fewer. */
  private sumOf(places: readonly number[], interner: Interner): number {
    const { parts } = this;
    const keyAt = (place: number): number => parts[place]?.key ?? 0;
    if (places.length * 2 <= parts.length) {
      return places.reduce((sum, at) => interner.sum(sum, keyAt(at)), 0);
    }
    let { sum } = this;
    for (let at = 0, next = 0; at < parts.length; at += 1) {
      if (at === places[next]) {
        next += 1;
      } else {
        sum = interner.less(sum, keyAt(at));
      }
    }
    return sum;
  }

  /** Key of a value that has these parts on a base. */
  keyOn(baseKey: number, interner: Interner): number {
    return this.size === 0
      ? baseKey
      : interner.pair(baseKey, interner.bag(this.sum));
  }

  /** The same keys under the same names, made by others. */
  madeBy(makerOf: (name: string, part: Part) => Part): Parts {
    this.tell();
    const { names, parts, sum } = this;
    if (parts.length === 0) {
      return this;
    }
    const made = parts.map((part, at) => makerOf(names[at] ?? '', part));
    return new Parts(names, made, sum, made.every(isPlain));
  }
}

/** True for a part that hangs on no chance, and was left by a step that is known in full. */
function isPlain({ chances, step }: Part): boolean {
  return chances.length === 0 && step.taint === null;
}

/** A copy without the item at `at`. */
function withoutItem<Item>(
  items: readonly Item[],
  at: number
): readonly Item[] {
  const copy = items.slice(0, -1);
  for (let next = at; next < copy.length; next += 1) {
    copy[next] = items[next + 1] as Item;
  }
  return copy;
}

/** The items at some places. */
function at<Item>(
  items: readonly Item[],
  places: readonly number[]
): readonly Item[] {
  return places.map(place => items[place] as Item);
}

/** A copy without the item at `at`, if there is one, and with another at its end. */
function withLast<Item>(
  items: readonly Item[],
  at: number,
  last: Item
): readonly Item[] {
  if (at < 0) {
    return [...items, last];
  }
  const copy = items.slice();
  copy.copyWithin(at, at + 1);
  copy[copy.length - 1] = last;
  return copy;
}
