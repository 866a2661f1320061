// How file accesses of a function name a path that its callers give it.

const GIVEN = /^\{(\d+) (.*)\}$/;

/** The path that is given at a position from 0, or under a keyword. */
export function givenName(place: number, name: string): string {
  return `{${place} ${name}}`;
}

/** Position and keyword of such a path; null for any other. */
export function givenPlace(path: string): {
  readonly place: number;
  readonly word: string;
} | null {
  const [, place, word = ''] = GIVEN.exec(path) ?? [];
  return place === undefined ? null : { place: Number(place), word };
}
