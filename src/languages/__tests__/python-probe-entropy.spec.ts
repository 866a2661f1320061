// What code beside the notebook takes from the system's chance, as a real kernel tells it. Needs the project's venv.
import { hasKernel, reports } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const library = `
import numpy as np, random, secrets
def generator(seed=None): return np.random.default_rng(seed).random()
def system(): return random.SystemRandom().random()
def token(): return secrets.token_hex(4)
def old(seed): return np.random.RandomState(seed).rand()
`;

const cells = {
  loading: 'import numpy as np, secrets, random, threading, types',
  library: `library = types.ModuleType('library'); exec(${JSON.stringify(library)}, library.__dict__)`,
  still: 'x = 1',
  own: 'def own():\n    return np.random.default_rng().random()\ny = own()',
  generator: 'y = library.generator()',
  system: 'y = library.system()',
  token: 'y = library.token()',
  seeded: 'z = library.generator(1)',
  old: 'z = library.old(1)',
  thread:
    'other = threading.Thread(target=library.generator); other.start(); other.join()',
  seeds:
    'import copy, pickle; first = np.random.default_rng(1); second = np.random.RandomState(1)',
  copied: 'copies = copy.deepcopy([first, second])',
  kept: 'pickle.loads(pickle.dumps({"first": first, "second": second}))'
};

inKernel('a cell', () => {
  const told = hasKernel ? reports(...Object.values(cells)) : [];
  const names = Object.keys(cells);
  const streamsOf = (cell: string): object | undefined =>
    told[names.indexOf(cell)]?.report.streams;

  it.each(['generator', 'system', 'token'])(
    'is told to take chance that no seed sets, where a library asks for it: %s',
    cell => {
      expect(streamsOf(cell)).toHaveProperty('entropy');
    }
  );

  it.each([
    ...['still', 'loading', 'own', 'seeded', 'old', 'thread'],
    ...['copied', 'kept']
  ])(
    'is not where none is taken, generators are copied, its own source tells, or another thread or a module that loads does: %s',
    cell => {
      expect(streamsOf(cell)).toEqual({});
    }
  );
});
