// Charts of Plotly: JSON in which every trace has an id of chance.
import type { OutputComparator } from './comparator';
import { compareValues } from './compare-json';

/** `application/vnd.plotly.v1+json`. */
export const plotly: OutputComparator = {
  id: 'plotly',
  matches: mediaType =>
    /^application\/vnd\.plotly\.v\d+\+json$/.test(mediaType),
  compare: (a, b, context) => compareValues(a, b, context, { madeUp: ['uid'] })
};
