// NumPy and SciPy.

import { BY_CHANCE } from '../../effect';

import type { Library } from './library';

const draw = { state: 'random', action: 'draw', stream: 'numpy' } as const;
const set = { state: 'random', action: 'set', stream: 'numpy' } as const;
const unseed = { ...set, value: BY_CHANCE } as const;
const entropy = { state: 'entropy', action: 'read' } as const;
const clock = { state: 'clock', action: 'read' } as const;
const near = { state: 'directory', action: 'read' } as const;

export const numpy: Library = {
  module: 'numpy',
  aliases: 'np numpy',
  imported: 'random.rand random.randn',
  isPure: true,
  functions: [
    {
      names: `add.at copyto divide.at fill_diagonal maximum.at minimum.at multiply.at place put put_along_axis putmask
        subtract.at`,
      changes: [0]
    },
    {
      names: 'random.seed',
      effect: set,
      fewer: { than: 1, effects: [unseed] }
    },
    { names: 'random.set_state', effect: set },
    {
      names: `random.default_rng random.RandomState random.MT19937 random.PCG64 random.PCG64DXSM random.Philox
        random.SFC64 random.SeedSequence`,
      fewer: { than: 1, effects: [entropy] }
    },
    { names: 'random.BitGenerator random.Generator' },
    {
      names: 'random.get_state',
      effect: { state: 'random', action: 'read', stream: 'numpy' }
    },
    { names: 'random.shuffle', changes: [0], effect: draw },
    { names: 'random.*', effect: draw },
    {
      names: 'set_printoptions',
      effect: { state: 'display', action: 'update' },
      sets: 'keywords'
    },
    {
      names: 'set_string_function',
      effect: { state: 'display', action: 'update' }
    },
    {
      names: 'fromfile genfromtxt load loadtxt',
      effect: near,
      files: [{ at: 0, keywords: 'file fname', action: 'read' }]
    },
    {
      names: 'save savetxt savez savez_compressed',
      effect: near,
      files: [{ at: 0, keywords: 'file fname', action: 'write' }]
    },
    {
      names: 'memmap',
      effect: near,
      files: [{ at: 0, keywords: 'filename', action: 'update', mode: 2 }]
    },
    { names: 'datetime64', effect: clock, onlyText: /^(?:now|today)$/ }
  ],
  silentMethods: 'fill itemset partition put resize setflags setfield',
  changingMethods: `binomial chisquare choice dirichlet exponential gamma geometric gumbel hypergeometric integers laplace
    logistic lognormal multinomial multivariate_normal negative_binomial normal permutation permuted poisson rand randint
    randn random_integers random_sample rayleigh shuffle standard_cauchy standard_exponential standard_gamma
    standard_normal standard_t uniform wald weibull`,
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
  functions: [
    {
      names: 'io.loadmat io.wavfile.read io.mmread',
      effect: near,
      files: [{ at: 0, action: 'read' }]
    },
    {
      names: 'io.savemat io.wavfile.write io.mmwrite',
      effect: near,
      files: [{ at: 0, action: 'write' }]
    },
    {
      names:
        'optimize.differential_evolution optimize.dual_annealing optimize.basinhopping',
      effect: draw,
      unless: 'seed'
    },
    { names: 'sparse.random sparse.rand', effect: draw, unless: 'random_state' }
  ],
  methodEffects: [{ names: 'rvs', effect: draw, unless: 'random_state' }]
};
