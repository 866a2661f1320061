// Reads of untrusted JSON values that cannot fail.

/** An object of which nothing is known. */
type Fields = { readonly [name: string]: unknown };

const NOTHING: Fields = {};

/** The value as an object with unknown fields; an empty one for anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : NOTHING;
}

/** The value of a JSON text; null for any other text. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
