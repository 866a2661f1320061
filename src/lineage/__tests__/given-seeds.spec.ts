// Generators that functions make of what they are given, or where they are given none.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

const IMPORTS = 'import random\nimport numpy as np';

/** The verdict of the last of cells that ran in order, which showed something. */
function last(...sources: readonly string[]): string | undefined {
  const notebook = aNotebook();
  [IMPORTS, ...sources].forEach((source, index, all) => {
    const id = 'abcdefgh'[index] ?? '';
    const output = index === all.length - 1 ? source : undefined;
    notebook.cell(id, source).run(id, null, { output });
  });
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.slice(-1)[0]?.verdict;
}

/** The same for one cell, and for two. */
function both(source: string, call: string): readonly (string | undefined)[] {
  return [last(source, call), last(`${source}\n${call}`)];
}

const RANDOM = ['random', 'random'];
const SAME = ['same', 'same'];

describe('a function that is given a seed', () => {
  const walk =
    'def walk(n, seed=None):\n    return np.random.default_rng(seed).normal(size=n)';

  it('draws by chance where it is given none', () => {
    expect(both(walk, 'walk(3)')).toEqual(RANDOM);
    expect(both(walk, 'walk(3, seed=None)')).toEqual(RANDOM);
    expect(both(walk, 'walk(3), walk(3, 1)')).toEqual(RANDOM);
  });

  it.each(['walk(3, 1)', 'walk(3, seed=1)', 'walk(*[3, 1])'])(
    'does not where it is given one: %s',
    call => {
      expect(both(walk, call)).toEqual(SAME);
    }
  );

  it('does not where another stands there by default', () => {
    const fixed = walk.replace('None', '42');
    expect(both(fixed, 'walk(3)')).toEqual(SAME);
    const needed = walk.replace('=None', '');
    expect(both(needed, 'walk(3, 1)')).toEqual(SAME);
  });

  it('makes instances that hang on it', () => {
    const die =
      'class Die:\n    def __init__(self, sides, seed=None):\n        self.rng = random.Random(seed)\n    def roll(self):\n        return self.rng.random()';
    expect(both(die, 'Die(6).roll()')).toEqual(RANDOM);
    expect(both(die, 'Die(6, 1).roll()')).toEqual(SAME);
    expect(last(die, 'd = Die(6)', 'd.roll()')).toBe('random');
    expect(last(die, 'd = Die(6, seed=3)', 'd.roll()')).toBe('same');
  });
});

describe('a function that makes a generator where it is given none', () => {
  it.each([
    'rng = rng or np.random.default_rng()',
    'if rng is None:\n        rng = np.random.default_rng()',
    'if not rng:\n        rng = np.random.default_rng()',
    'rng = rng if rng is not None else np.random.default_rng()',
    'rng = np.random.default_rng() if rng is None else rng'
  ])('draws by chance there alone: %s', line => {
    const source = `def noise(n, rng=None):\n    ${line}\n    return rng.normal(size=n)`;
    expect(both(source, 'noise(3)')).toEqual(RANDOM);
    expect(both(source, 'noise(3, np.random.default_rng(1))')).toEqual(SAME);
    expect(both(source, 'noise(3, rng=np.random.default_rng(1))')).toEqual(
      SAME
    );
  });

  it.each([
    'if rng is not None:\n        rng = np.random.default_rng()',
    'if n:\n        rng = np.random.default_rng()',
    'rng = np.random.default_rng()'
  ])('draws by chance in any case else: %s', line => {
    const source = `def noise(n, rng=None):\n    ${line}\n    return rng.normal(size=n)`;
    expect(both(source, 'noise(3, np.random.default_rng(1))')).toEqual(RANDOM);
  });

  it('draws by chance where others call it', () => {
    const source =
      'def noise(n, rng=None):\n    rng = rng or np.random.default_rng()\n    return rng.normal(size=n)';
    const twice = 'def twice(n):\n    return noise(n) + noise(n)';
    expect(last(source, twice, 'twice(3)')).toBe('random');
  });
});
