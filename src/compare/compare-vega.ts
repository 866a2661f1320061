// Charts of Vega and Vega-Lite: JSON in which data are named by their content.
import type { OutputComparator } from './comparator';
import { compareValues } from './compare-json';

/** `application/vnd.vegalite.v5+json` and its relatives. */
export const vega: OutputComparator = {
  id: 'vega',
  matches: mediaType =>
    /^application\/vnd\.vega(?:lite)?\.v\d+(?:\.\d+)*\+json$/.test(mediaType),
  compare: (a, b, context) =>
    compareValues(a, b, context, {
      madeUp: [],
      namedByContent: /^data-[0-9a-f]{32}$/
    })
};
