// PyTorch: random numbers, modules, optimisers.

import type { Library } from './library';

const draw = { state: 'random', action: 'draw', stream: 'torch' } as const;
const seed = { state: 'random', action: 'set', stream: 'torch' } as const;
const near = { state: 'directory', action: 'read' } as const;

const layers = `nn.Bilinear nn.Conv1d nn.Conv2d nn.Conv3d nn.ConvTranspose1d nn.ConvTranspose2d nn.ConvTranspose3d
  nn.Embedding nn.EmbeddingBag nn.GRU nn.GRUCell nn.LSTM nn.LSTMCell nn.Linear nn.MultiheadAttention nn.RNN nn.RNNCell
  nn.Transformer nn.TransformerDecoderLayer nn.TransformerEncoderLayer`;

const initialisers = `nn.init.kaiming_normal_ nn.init.kaiming_uniform_ nn.init.normal_ nn.init.orthogonal_
  nn.init.sparse_ nn.init.trunc_normal_ nn.init.uniform_ nn.init.xavier_normal_ nn.init.xavier_uniform_`;

export const torch: Library = {
  module: 'torch',
  aliases: 'torch',
  imported: 'nn',
  isPure: false,
  functions: [
    {
      names: `manual_seed random.manual_seed cuda.manual_seed cuda.manual_seed_all set_rng_state`,
      effect: seed
    },
    {
      names: 'seed random.seed',
      effect: { state: 'entropy', action: 'read' }
    },
    {
      names: `bernoulli multinomial normal poisson rand rand_like randint randint_like randn randn_like randperm`,
      effect: draw,
      unless: 'generator'
    },
    { names: layers, effect: draw },
    { names: initialisers, changes: [0], effect: draw },
    {
      names: 'nn.init.constant_ nn.init.eye_ nn.init.ones_ nn.init.zeros_',
      changes: [0]
    },
    { names: 'utils.data.random_split', effect: draw, unless: 'generator' },
    {
      names: 'utils.data.DataLoader',
      effect: draw,
      unless: 'generator',
      onlyWith: 'shuffle'
    },
    {
      names: 'nn.utils.clip_grad_norm_ nn.utils.clip_grad_value_',
      changes: [0]
    },
    {
      names: `abs argmax argmin as_tensor cat device empty exp eye from_numpy full is_tensor linspace log logspace
        matmul max mean min mm no_grad ones ones_like arange relu sigmoid sin softmax sqrt squeeze stack std sum tanh
        tensor transpose unsqueeze where zeros zeros_like nn.functional.cross_entropy nn.functional.log_softmax
        nn.functional.mse_loss nn.functional.one_hot nn.functional.relu nn.functional.softmax cuda.is_available`
    },
    { names: 'load', effect: near, files: [{ at: 0, action: 'read' }] },
    { names: 'save', effect: near, files: [{ at: 1, action: 'write' }] }
  ],
  changingMethods: `add_ backward clamp_ copy_ div_ eval exponential_ fill_ float_ half_ load_state_dict masked_fill_
    mul_ normal_ random_ register_buffer register_forward_hook register_module register_parameter requires_grad_
    scatter_ step sub_ train uniform_ zero_ zero_grad`,
  pureMethods: `cpu detach numpy parameters named_parameters permute size state_dict unsqueeze`
};
