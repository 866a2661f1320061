// NumPy and SciPy.

import type { Library } from './library';

const draw = { state: 'random', action: 'draw' } as const;

export const numpy: Library = {
  module: 'numpy',
  aliases: 'np numpy',
  isPure: true,
  functions: [
    {
      names: `add.at copyto divide.at fill_diagonal maximum.at minimum.at multiply.at place put put_along_axis putmask
        subtract.at`,
      changes: [0]
    },
    {
      names: 'random.seed random.set_state',
      effect: { state: 'random', action: 'set' }
    },
    {
      names: 'random.default_rng random.RandomState',
      effect: draw,
      unlessArguments: true
    },
    {
      names: `random.BitGenerator random.Generator random.MT19937 random.PCG64 random.Philox random.SFC64
        random.SeedSequence random.get_state`
    },
    { names: 'random.shuffle', changes: [0], effect: draw },
    { names: 'random.*', effect: draw },
    {
      names: 'set_printoptions set_string_function',
      effect: { state: 'display', action: 'update' }
    },
    {
      names: 'fromfile genfromtxt load loadtxt',
      effect: { state: 'directory', action: 'read' }
    }
  ],
  silentMethods: 'fill itemset partition resize setflags setfield',
  changingMethods: `binomial choice exponential gamma integers laplace lognormal multinomial multivariate_normal normal
    permutation permuted poisson randint randn shuffle standard_normal uniform`,
  pureMethods: `all any argmax argmin argpartition argsort astype byteswap clip compress conj cumprod cumsum diagonal
    dot flatten item max mean min nonzero prod ptp ravel repeat reshape round searchsorted squeeze std sum swapaxes
    take tobytes tolist trace transpose var view`
};

export const scipy: Library = {
  module: 'scipy',
  aliases: 'scipy',
  isPure: true,
  pureMethods:
    'cdf isf logpdf logpmf pdf pmf ppf sf toarray todense tocsr tocsc tocoo',
  methodEffects: [{ names: 'rvs', effect: draw, unless: 'random_state' }]
};
