// JSON values, field by field.
import type {
  CompareContext,
  Comparison,
  OutputComparator
} from './comparator';
import { differenceIn, type Walk } from './json-difference';
import type { JsonHabits } from './json-fields';

/** `application/json` and everything built on it. */
export const json: OutputComparator = {
  id: 'json',
  matches: mediaType =>
    /^application\/(?:[\w.+-]*\+)?json$|^application\/geo\+json$/.test(
      mediaType
    ),
  compare: (a, b, context) => compareValues(a, b, context, { madeUp: [] })
};

/** Compares two values; numbers within the tolerance, texts by the rules for texts. */
export function compareValues(
  a: unknown,
  b: unknown,
  context: CompareContext,
  habits: JsonHabits
): Comparison {
  const walk: Walk = { ...habits, context, rules: new Set(), nodes: 0 };
  const found = differenceIn(a, b, '', 0, walk);
  if (found) {
    const { place, detail } = found;
    return {
      kind: 'different',
      detail: `${place === '' ? '' : `At ${place}: `}${detail}`,
      difference: { kind: 'json', place }
    };
  }
  return walk.rules.size > 0
    ? { kind: 'equivalent', rules: [...walk.rules].sort() }
    : { kind: 'identical' };
}
