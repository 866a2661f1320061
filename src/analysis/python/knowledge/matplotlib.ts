// Matplotlib. What is drawn depends on the settings; figures end with their cell.

import type { Library } from './library';

const read = { state: 'plotting', action: 'read' } as const;
const update = { state: 'plotting', action: 'update' } as const;
const near = { state: 'directory', action: 'read' } as const;
const reset = { state: 'plotting', action: 'set' } as const;

export const pyplot: Library = {
  module: 'matplotlib.pyplot',
  aliases: 'plt pyplot',
  isPure: true,
  states: { rcParams: 'plotting' },
  functions: [
    {
      names: 'rc set_cmap style.use switch_backend xkcd set_loglevel',
      effect: update
    },
    { names: 'rcdefaults', effect: reset },
    { names: 'close fignum_exists get_figlabels get_fignums' },
    {
      names: 'savefig imsave',
      effect: read,
      files: [{ at: 0, keywords: 'fname', action: 'write' }]
    },
    {
      names: 'imread',
      effect: near,
      files: [{ at: 0, keywords: 'fname', action: 'read' }]
    },
    { names: '*', effect: read }
  ],
  methodEffects: [
    {
      names: 'savefig',
      effect: near,
      files: [{ at: 0, keywords: 'fname', action: 'write' }]
    }
  ]
};

export const matplotlib: Library = {
  module: 'matplotlib',
  aliases: 'mpl matplotlib',
  isPure: true,
  states: { rcParams: 'plotting' },
  functions: [
    { names: 'rc rc_file style.use use', effect: update },
    { names: 'rcdefaults', effect: reset }
  ],
  changingMethods: `add_artist add_axes add_child add_collection add_gridspec add_line add_patch add_subplot add_table
    annotate arrow autoscale axhline axhspan axline axvline axvspan bar_label barbs broken_barh cla clabel clf colorbar
    contour contourf errorbar eventplot fill_between fill_betweenx hexbin hist2d hlines imshow inset_axes invert_xaxis
    invert_yaxis legend locator_params loglog margins matshow minorticks_off minorticks_on pcolor pcolormesh
    plot_surface plot_wireframe quiver quiverkey relim secondary_xaxis secondary_yaxis semilogx semilogy spy stackplot
    stairs stem step streamplot subplots subplots_adjust suptitle supxlabel supylabel text tick_params
    ticklabel_format tight_layout tricontour tricontourf tripcolor triplot twinx twiny view_init violinplot vlines`,
  settingMethods: 'set',
  pureMethods: `get_figure get_lines get_legend_handles_labels get_xlim get_xticklabels get_xticks get_ylim
    get_yticklabels get_yticks savefig show`
};

/** Methods that draw on axes, and that frames have too: there they change nothing. */
export const drawingMethods: ReadonlySet<string> = new Set(
  'bar barh boxplot fill grid hist pie plot scatter'.split(' ')
);

/** Names that notebooks give to figures and axes. */
export const axesName =
  /^(?:ax|axs|axes|axis|fig|figure|canvas)(?:_?\w{0,2})$|(?:^|_)(?:ax|axs|axes|fig)\d*$/;
