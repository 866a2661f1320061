// How file accesses and effects of a function name what its callers give it.
import type { Given } from './given-texts';

const GIVEN = /^\{(\d+) (.*)\}$/;

/** What is given at a position from 0, or under a keyword. */
export function givenName(place: number, name: string): string {
  return `{${place} ${name}}`;
}

/** Position and keyword of such a name; null for any other text. */
export function givenPlace(path: string): {
  readonly place: number;
  readonly word: string;
} | null {
  const [, place, word = ''] = GIVEN.exec(path) ?? [];
  return place === undefined ? null : { place: Number(place), word };
}

/** True where a call gives something for one of these names. */
export function isGivenIn(names: readonly string[], given: Given): boolean {
  return names.some(name => {
    const at = givenPlace(name);
    return (
      given === null || (at && (given.has(at.place) || given.has(at.word)))
    );
  });
}
