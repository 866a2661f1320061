/** What of an object is worked out when it is read. */
type Works = { readonly [key: string]: () => unknown };

/** An object of plain data together with what the works give. */
type Whole<Early, Late extends Works> = Omit<Early, keyof Late> & {
  readonly [Key in keyof Late]: ReturnType<Late[Key]>;
};

/**
 * Adds properties to objects that are worked out when they are read, and are plain data to readers and copies. All objects
 * share their getters: engines would else take each for one of a kind of its own, and readers would become slow.
 */
export function withLate<Early extends object, Late extends Works>(
  keys: readonly (keyof Late & string)[]
): (early: Early, late: Late) => Whole<Early, Late> {
  const works = new WeakMap<object, Late>();
  const getters: PropertyDescriptorMap = {};
  for (const key of keys) {
    getters[key] = {
      enumerable: true,
      get(this: object) {
        return works.get(this)?.[key]?.();
      }
    };
  }
  return (early, late) => {
    const whole = Object.defineProperties({ ...early }, getters);
    works.set(whole, late);
    return whole as unknown as Whole<Early, Late>;
  };
}
