// Widgets: what is saved of them is an id of chance, so what they say in text is compared.
import type { OutputComparator } from './comparator';
import { compareValues } from './compare-json';

/** `application/vnd.jupyter.widget-view+json`, beside which the caller compares the text. */
export const widget: OutputComparator = {
  id: 'widget',
  matches: mediaType => mediaType === WIDGET_VIEW,
  compare: (a, b, context) =>
    compareValues(a, b, context, { madeUp: ['model_id'] })
};

/** The media type under which the id of a widget stands. */
export const WIDGET_VIEW = 'application/vnd.jupyter.widget-view+json';
