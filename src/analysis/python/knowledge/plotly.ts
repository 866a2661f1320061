// Plotly. Its figures take copies of what they are handed.

import type { Library } from './library';

export const plotly: readonly Library[] = [
  { module: 'plotly.express', aliases: 'px', isPure: true },
  {
    module: 'plotly.graph_objects',
    aliases: 'go',
    isCommonWord: true,
    isPure: true,
    changingMethods: `add_annotation add_hline add_hrect add_layout_image add_shape add_trace add_traces add_vline add_vrect
      append_trace for_each_annotation for_each_trace for_each_xaxis for_each_yaxis`,
    settingMethods: `update_annotations update_coloraxes update_layout update_shapes update_traces update_xaxes update_yaxes`,
    pureMethods:
      'full_figure_for_development to_image to_html write_html write_image'
  },
  {
    module: 'plotly.figure_factory',
    aliases: 'ff',
    isCommonWord: true,
    isPure: true
  },
  {
    module: 'plotly.subplots',
    aliases: '',
    imported: 'make_subplots',
    isPure: true
  }
];
