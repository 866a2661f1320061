/** What of an object is worked out when it is read: from what stands behind the object, and from the object itself. */
type Works<Early, Behind> = {
  readonly [key: string]: (behind: Behind, early: Early) => unknown;
};

/** An object of plain data together with what the works give. */
type Whole<Early, Late> = Omit<Early, keyof Late> & {
  readonly [Key in keyof Late]: Late[Key] extends (
    ...given: never
  ) => infer Told
    ? Told
    : never;
};

/** What an object keeps of its late facts, by the places of their works; `UNTOLD` where nobody asked yet. */
type Kept<Behind> = { readonly behind: Behind; told: unknown[] | null };

/** Under this an object keeps them, where neither copies nor comparisons look. */
const KEPT = Symbol('kept');
const UNTOLD = Symbol('untold');

/**
 * Adds properties to an object that are worked out when they are read, each once. They stand in JSON like plain data; a copy by
 * spreading is without them. The getters stand on a prototype that all objects share, and the works are theirs in common: with
 * functions of its own an object takes as long to make as parsing a line of its cell, and more room than what it tells. It is
 * the object given that gets them, its prototype last: V8 keeps a copy that is filled in parts as a table, which is slow to read,
 * and gives each object a hidden class of its own that gets a property after its prototype.
 */
export function withLate<
  Early extends object,
  Behind,
  Late extends Works<Early, Behind>
>(works: Late): (early: Early, behind: Behind) => Whole<Early, Late> {
  const keys = Object.keys(works);
  class Lately {
    toJSON(): object {
      const told = keys.map((key, at) => [key, tell(this, at)] as const);
      return { ...this, ...Object.fromEntries(told) };
    }
  }
  const tell = (whole: Lately, at: number): unknown => {
    const kept = (whole as unknown as { [KEPT]: Kept<Behind> })[KEPT];
    kept.told ??= keys.map(() => UNTOLD);
    if (kept.told[at] === UNTOLD) {
      const work = works[keys[at] ?? ''];
      kept.told[at] = work?.(kept.behind, whole as unknown as Early);
    }
    return kept.told[at];
  };
  keys.forEach((key, at) => {
    Object.defineProperty(Lately.prototype, key, {
      get(this: Lately) {
        return tell(this, at);
      }
    });
  });
  return (early, behind) => {
    const kept: Kept<Behind> = { behind, told: null };
    Object.defineProperty(early, KEPT, { value: kept });
    return Object.setPrototypeOf(early, Lately.prototype) as Whole<Early, Late>;
  };
}
