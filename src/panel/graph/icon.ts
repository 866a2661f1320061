// The icon of the dependence graph: three boxes, two of them hanging on the first.
import { LabIcon } from '@jupyterlab/ui-components';

/** Dependence graph. */
export const graphIcon = new LabIcon({
  name: 'jupyterlab-retrace:graph',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<path class="jp-icon3" fill="#616161" fill-rule="evenodd" d="',
    'M8 2h8v6h-3v3h6v5h2v6h-8v-6h4v-3H7v3h4v6H3v-6h2v-5h6V8H8zM10 4v2h4V4zM5 18v2h4v-2zM15 18v2h4v-2z',
    '"/></svg>'
  ].join('')
});
