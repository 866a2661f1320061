// TensorFlow and Keras, as far as their random numbers and files go.

import type { Library } from './library';

const draw = { state: 'random', action: 'draw', stream: 'tensorflow' } as const;
const seed = { state: 'random', action: 'set', stream: 'tensorflow' } as const;

const layers = `keras.layers.Conv1D keras.layers.Conv2D keras.layers.Conv3D keras.layers.Dense keras.layers.Embedding
  keras.layers.GRU keras.layers.LSTM keras.layers.MultiHeadAttention keras.layers.SimpleRNN`;

export const tensorflow: Library = {
  module: 'tensorflow',
  aliases: 'tf',
  isPure: false,
  functions: [
    { names: 'random.set_seed', effect: seed },
    {
      names: 'keras.utils.set_random_seed',
      effect: { state: 'random', action: 'set' }
    },
    { names: 'random.stateless_normal random.stateless_uniform' },
    { names: 'random.Generator.from_seed' },
    { names: 'random.*', effect: draw },
    { names: layers, effect: draw },
    {
      names: 'keras.models.load_model',
      effect: { state: 'directory', action: 'read' },
      files: [{ at: 0, action: 'read' }]
    }
  ],
  changingMethods: 'compile load_weights'
};

/** Keywords of `fit` where it goes on from where it was, as in Keras. */
export const trainingKeywords: ReadonlySet<string> = new Set(
  'batch_size callbacks epochs steps_per_epoch validation_data validation_split'.split(
    ' '
  )
);
