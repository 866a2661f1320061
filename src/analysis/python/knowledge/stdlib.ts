// Python's standard library.

import { BY_CHANCE } from '../../effect';

import type { Library } from './library';

const draw = { state: 'random', action: 'draw', stream: 'random' } as const;
const seed = { state: 'random', action: 'set', stream: 'random' } as const;
const unseed = { ...seed, value: BY_CHANCE } as const;
const entropy = { state: 'entropy', action: 'read' } as const;
const clock = { state: 'clock', action: 'read' } as const;
const near = { state: 'directory', action: 'read' } as const;

const randomNumbers: Library = {
  module: 'random',
  aliases: 'random',
  imported: 'randint randrange',
  isPure: true,
  functions: [
    {
      names: 'seed',
      effect: seed,
      fewer: { than: 1, effects: [unseed] }
    },
    { names: 'setstate', effect: seed },
    { names: 'shuffle', changes: [0], effect: draw },
    { names: 'Random', fewer: { than: 1, effects: [entropy] } },
    { names: 'SystemRandom', effect: entropy },
    {
      names: 'getstate',
      effect: { state: 'random', action: 'read', stream: 'random' }
    },
    { names: '*', effect: draw }
  ],
  changingMethods: `betavariate choices expovariate gammavariate gauss getrandbits lognormvariate normalvariate paretovariate
    randbytes random randrange setstate triangular vonmisesvariate weibullvariate`
};

/** A folder that is the same wherever one stands. */
const ROOTED = /^(?:\/|[A-Za-z]:[\\/])/;

const operatingSystem: Library = {
  module: 'os',
  aliases: 'os',
  imported: 'environ',
  isPure: true,
  states: { environ: 'environment' },
  functions: [
    {
      names: 'chdir fchdir',
      effect: { state: 'directory', action: 'update' },
      setBy: ROOTED
    },
    {
      names: 'putenv unsetenv',
      effect: { state: 'environment', action: 'update' }
    },
    {
      names: 'getenv path.expandvars path.expanduser',
      effect: { state: 'environment', action: 'read' }
    },
    {
      names: 'remove unlink rmdir removedirs',
      effect: near,
      files: [{ at: 0, keywords: 'path', action: 'write', removes: true }]
    },
    {
      names: 'truncate',
      effect: near,
      files: [{ at: 0, keywords: 'path', action: 'write' }]
    },
    {
      names: 'rename replace renames',
      effect: near,
      files: [
        { at: 0, keywords: 'src', action: 'write', removes: true },
        { at: 1, keywords: 'dst', action: 'write' }
      ]
    },
    {
      names: 'mkdir',
      effect: near,
      files: [
        { at: 0, keywords: 'path', action: 'update', isFolder: true, once: '' }
      ]
    },
    {
      names: 'makedirs',
      effect: near,
      files: [
        {
          at: 0,
          keywords: 'name',
          action: 'update',
          isFolder: true,
          once: 'exist_ok'
        }
      ]
    },
    {
      names: `getcwd path.abspath path.exists path.isdir path.isfile`,
      effect: near
    },
    {
      names: 'path.getsize',
      effect: near,
      files: [{ at: 0, keywords: 'filename', action: 'read' }]
    },
    {
      names: 'listdir scandir walk',
      effect: near,
      files: [{ at: 0, keywords: 'path top', action: 'list' }]
    },
    { names: 'urandom getrandom', effect: entropy },
    {
      names: 'getpid getppid',
      effect: { state: 'address', action: 'read' }
    },
    {
      names: 'stat lstat path.getmtime path.getctime path.getatime',
      effect: near,
      files: [{ at: 0, keywords: 'path filename', action: 'stamp' }]
    },
    { names: 'times', effect: clock }
  ]
};

const system: Library = {
  module: 'sys',
  aliases: 'sys',
  isPure: true,
  states: { path: 'path' }
};

const warningFilters: Library = {
  module: 'warnings',
  aliases: 'warnings',
  imported: 'filterwarnings simplefilter',
  isPure: true,
  functions: [
    {
      names: 'filterwarnings simplefilter',
      effect: { state: 'warnings', action: 'update' },
      sets: 'filter'
    },
    { names: 'resetwarnings', effect: { state: 'warnings', action: 'set' } }
  ]
};

const threads: Library = {
  module: 'threading',
  aliases: 'threading',
  imported: 'get_ident get_native_id',
  isPure: false,
  functions: [
    {
      names: 'get_ident get_native_id',
      effect: { state: 'address', action: 'read' }
    }
  ]
};

const heaps: Library = {
  module: 'heapq',
  aliases: 'heapq',
  imported: 'heapify heappop heappush heappushpop heapreplace',
  isPure: true,
  functions: [
    {
      names: 'heapify heappop heappush heappushpop heapreplace',
      changes: [0]
    }
  ]
};

const bisection: Library = {
  module: 'bisect',
  aliases: 'bisect',
  imported: 'insort insort_left insort_right',
  isPure: true,
  functions: [{ names: 'insort insort_left insort_right', changes: [0] }]
};

const files = (module: string): Library => ({
  module,
  aliases: module,
  isPure: true,
  isCommonWord: true,
  functions: [
    { names: 'load', changes: [0] },
    { names: 'dump', changes: [1] }
  ]
});

const pure = (module: string, imported = ''): Library => ({
  module,
  aliases: module,
  imported,
  isPure: true,
  isCommonWord: true
});

export const stdlib: readonly Library[] = [
  randomNumbers,
  operatingSystem,
  system,
  warningFilters,
  threads,
  heaps,
  bisection,
  files('json'),
  files('pickle'),
  pure('collections', 'Counter defaultdict deque namedtuple OrderedDict'),
  pure('copy', 'deepcopy'),
  pure('decimal', 'Decimal'),
  pure('fractions', 'Fraction'),
  pure('functools', 'partial reduce lru_cache'),
  pure('hashlib'),
  pure('inspect'),
  pure('io', 'StringIO BytesIO'),
  pure('itertools', 'combinations islice permutations'),
  pure('math', 'ceil cos exp floor log2 log10 sin sqrt'),
  pure('operator', 'itemgetter attrgetter'),
  pure('platform'),
  pure('pprint', 'pprint'),
  pure('re'),
  pure('statistics', 'stdev'),
  pure('string'),
  pure('textwrap', 'dedent'),
  pure('typing'),
  pure('zlib')
];
