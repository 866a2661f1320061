// seaborn. Intervals are drawn by resampling with chance of the system, points are spread with NumPy's stream.

import type { Library } from './library';

const read = { state: 'plotting', action: 'read' } as const;
const update = { state: 'plotting', action: 'update' } as const;
const reset = { state: 'plotting', action: 'set' } as const;
const entropy = { state: 'entropy', action: 'read' } as const;
const spread = { state: 'random', action: 'draw', stream: 'numpy' } as const;

export const seaborn: Library = {
  module: 'seaborn',
  aliases: 'sns seaborn',
  isPure: true,
  functions: [
    {
      names: `set set_context set_palette set_style set_theme set_color_codes despine`,
      effect: update
    },
    { names: 'reset_defaults reset_orig', effect: reset },
    {
      names: `blend_palette crayon_palette cubehelix_palette dark_palette diverging_palette hls_palette husl_palette
        light_palette mpl_palette xkcd_palette`
    },
    {
      names: 'regplot lmplot',
      effect: read,
      chance: { effect: entropy, seeds: 'seed', switches: 'ci fit_reg' }
    },
    {
      names: 'pairplot jointplot',
      effect: read,
      chance: { effect: entropy, seeds: 'seed', asked: [['kind', /^reg$/]] }
    },
    {
      names: 'stripplot',
      effect: read,
      chance: { effect: spread, switches: 'jitter' }
    },
    {
      names: 'catplot',
      effect: read,
      chance: {
        effect: spread,
        switches: 'jitter',
        asked: [['kind', /^(?:strip)?$/]]
      }
    },
    { names: '*', effect: read }
  ]
};
