// PyTorch, TensorFlow and Keras, as far as their random numbers go.

import type { Library } from './library';

const draw = { state: 'random', action: 'draw' } as const;
const seed = { state: 'random', action: 'set' } as const;

const layers = `nn.Bilinear nn.Conv1d nn.Conv2d nn.Conv3d nn.ConvTranspose1d nn.ConvTranspose2d nn.Embedding nn.GRU
  nn.LSTM nn.Linear nn.MultiheadAttention nn.RNN nn.Transformer nn.TransformerEncoderLayer`;

export const torch: Library = {
  module: 'torch',
  aliases: 'torch',
  imported: 'nn',
  isPure: false,
  functions: [
    {
      names:
        'manual_seed random.manual_seed cuda.manual_seed cuda.manual_seed_all seed set_rng_state',
      effect: seed
    },
    {
      names: `bernoulli multinomial normal poisson rand rand_like randint randint_like randn randn_like randperm`,
      effect: draw,
      unless: 'generator'
    },
    { names: layers, effect: draw },
    { names: 'utils.data.random_split', effect: draw, unless: 'generator' }
  ],
  pureMethods: 'cpu cuda detach numpy parameters size state_dict to unsqueeze'
};

export const tensorflow: Library = {
  module: 'tensorflow',
  aliases: 'tf',
  isPure: false,
  functions: [
    { names: 'random.set_seed keras.utils.set_random_seed', effect: seed },
    { names: 'random.*', effect: draw }
  ]
};

/** Keywords of `fit` where it goes on from where it was, as in Keras. */
export const trainingKeywords: ReadonlySet<string> = new Set(
  'batch_size callbacks epochs steps_per_epoch validation_data validation_split'.split(
    ' '
  )
);
