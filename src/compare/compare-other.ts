// What nothing else reads.
import type { OutputComparator } from './comparator';
import { compareValues } from './compare-json';
import { compareTexts } from './compare-text';

/** Scripts and forms of libraries that are not known: texts by the rules for texts, the rest field by field. */
export const other: OutputComparator = {
  id: 'other',
  matches: () => true,
  compare: (a, b, context) =>
    typeof a === 'string' && typeof b === 'string'
      ? compareTexts(a, b, context)
      : compareValues(a, b, context, { madeUp: [] })
};
