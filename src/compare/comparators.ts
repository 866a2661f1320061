import type { OutputComparator } from './comparator';
import { html } from './compare-html';
import { image } from './compare-image';
import { json } from './compare-json';
import { other } from './compare-other';
import { plotly } from './compare-plotly';
import { svg } from './compare-svg';
import { text } from './compare-text';
import { vega } from './compare-vega';
import { widget } from './compare-widget';

/** One comparator an output kind; a media type goes to the first that reads it. */
export const comparators: readonly OutputComparator[] = [
  plotly,
  vega,
  widget,
  json,
  html,
  svg,
  image,
  text,
  other
];
