/** What of an object is worked out when it is read. */
type Works = { readonly [key: string]: () => unknown };

/** An object of plain data together with what the works give. */
type Whole<Early, Late extends Works> = Omit<Early, keyof Late> & {
  readonly [Key in keyof Late]: ReturnType<Late[Key]>;
};

/** Under this an object keeps its works, where neither copies nor comparisons look. */
const WORKS = Symbol('works');

/**
 * Adds properties to objects that are worked out when they are read. They stand in JSON like plain data; a copy by spreading is
 * without them. The getters stand on a prototype that all objects share: an object with getters of its own takes as long to make
 * as parsing a line of its cell.
 */
export function withLate<Early extends object, Late extends Works>(
  keys: readonly (keyof Late & string)[]
): (early: Early, late: Late) => Whole<Early, Late> {
  type Kept = { readonly [WORKS]: Late };
  class Lately {
    constructor(early: Early, late: Late) {
      Object.assign(this, early);
      Object.defineProperty(this, WORKS, { value: late });
    }

    toJSON(): object {
      const late = (this as unknown as Kept)[WORKS];
      const told = keys.map(key => [key, late[key]?.()] as const);
      return { ...this, ...Object.fromEntries(told) };
    }
  }
  for (const key of keys) {
    Object.defineProperty(Lately.prototype, key, {
      get(this: Kept) {
        return this[WORKS][key]?.();
      }
    });
  }
  return (early, late) =>
    new Lately(early, late) as unknown as Whole<Early, Late>;
}
