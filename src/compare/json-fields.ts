// Fields of JSON values, and what libraries do to their names.

/** What a library does to the values that it shows. */
export type JsonHabits = {
  /** Fields whose texts it makes up. */
  readonly madeUp: readonly string[];
  /** Names that it gives to values by their content, which is compared anyway; the form of such a name. */
  readonly namedByContent?: RegExp;
};

/** True for a name that the library made from a value. */
export function isNamed(text: string, { namedByContent }: JsonHabits): boolean {
  return namedByContent?.test(text) === true;
}

/** Fields by name; those that are named by their content are named by their place. */
export function recordOf(
  value: unknown,
  habits: JsonHabits
): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return null;
  }
  let named = 0;
  return new Map(
    Object.entries(value).map(([name, field]) => {
      const isByContent = isNamed(name, habits);
      named += isByContent ? 1 : 0;
      return [isByContent ? `data ${named}` : name, field];
    })
  );
}

/** A value in a sentence. */
export function shown(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Array.isArray(value)
      ? 'A list'
      : 'An object'
    : JSON.stringify(value).slice(0, 60);
}
