// Changes that calls make to the values that they are handed.

import type { Update } from '../name-uses';

import { partOf } from './access';
import { carriersOf, type Arguments } from './arguments';
import type { Syntax } from './syntax';
import { rangeOf, textOf, type Walk } from './walk';

/** Whoever gets a value may change it. */
export function possibleChanges(
  walk: Walk,
  given: Arguments
): readonly Update[] {
  return given.all.flatMap(argument =>
    changesTo(walk, argument, { certainty: 'possible', isReplacement: false })
  );
}

/** The named values that an argument hands over, changed in a given way. */
export function changesTo(
  walk: Walk,
  argument: Syntax | undefined,
  how: Pick<Update, 'certainty' | 'isReplacement'>
): readonly Update[] {
  const carriers = argument ? carriersOf(walk, argument) : [];
  return carriers.map(({ root, steps }) => ({
    name: textOf(walk, root),
    range: rangeOf(root),
    path: partOf(walk, steps),
    ...how
  }));
}
