// Which streams a run drew from, and which of them no seed determined.
import type { Outcome, RunBuilder } from '../../testing/run-builder';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const moved = (stream: string): Outcome => ({
  report: { streams: { [stream]: { before: 'a', after: 'b' } } }
});
const still: Outcome = { report: { streams: {} } };

/** `stream draws/unseeded seeds`. */
function summary(builder: RunBuilder): readonly string[] {
  return builtFacts(builder).randomness.streams.map(
    ({ draws, seeds, stream, unseeded }) =>
      `${stream} ${draws.length}/${unseeded.length} ${seeds.map(({ seed }) => seed || '?').join(',')}`
  );
}

describe('randomness', () => {
  it.each<[string, RunBuilder, readonly string[]]>([
    [
      'drawn without a seed',
      aNotebook().cell('a', 'x = f()').run('a', null, moved('numpy')),
      ['numpy 1/1 ']
    ],
    [
      'drawn after a seed',
      aNotebook()
        .cell('a', 'np.random.seed(7)')
        .cell('b', 'x = f()')
        .run('a', null, {
          report: {
            ...moved('numpy').report,
            seedings: [{ stream: 'numpy', seed: '7' }]
          }
        })
        .run('b', null, moved('numpy')),
      ['numpy 1/0 7']
    ],
    [
      'seeded and drawn in one cell',
      aNotebook()
        .cell('a', 'import random\nrandom.seed(7)\nx = random.random()')
        .run('a', null, {
          report: {
            ...moved('random').report,
            seedings: [{ stream: 'random', seed: '7' }]
          }
        }),
      ['random 1/0 7']
    ],
    [
      'drawn before the seed',
      aNotebook()
        .cell('a', 'x = f()')
        .cell('b', 'import random\nrandom.seed(7)')
        .run('a', null, moved('random'))
        .run('b', null, moved('random'))
        .run('a', null, moved('random')),
      ['random 2/1 ?']
    ],
    [
      'a generator with a name of its own',
      aNotebook().cell('a', 'x = rng.random()').run('a', null, moved('rng')),
      ['rng 1/0 ']
    ],
    [
      'a generator that was made without a seed',
      aNotebook()
        .cell('a', 'import numpy as np\nrng = np.random.default_rng()')
        .run('a', null, still),
      ['entropy 1/1 ']
    ],
    [
      'by the source, where the kernel did not look',
      aNotebook()
        .cell('a', 'import random\nrandom.seed(7)')
        .cell('b', 'import random\nrandom.random()')
        .runs('a', 'b'),
      ['random 1/0 ?']
    ],
    [
      'a generator that tells its seed with each draw',
      aNotebook()
        .cell('a', 'import numpy as np\nrng = np.random.default_rng(7)')
        .cell('b', 'x = rng.random()')
        .run('a', null, {
          report: { streams: {}, seedings: [{ stream: 'rng', seed: '7' }] }
        })
        .run('b', null, {
          report: {
            ...moved('rng').report,
            seedings: [{ stream: 'rng', seed: '7' }]
          }
        }),
      ['rng 1/0 7']
    ],
    [
      'by a library while it was imported',
      aNotebook()
        .cell('a', 'import jax')
        .cell('b', 'x = f()')
        .run('a', null, {
          report: { ...moved('numpy').report, imported: { jax: '1' } }
        })
        .run('b', null, still),
      []
    ],
    [
      'beside an import',
      aNotebook()
        .cell('a', 'import jax\nx = f()')
        .run('a', null, {
          report: { ...moved('numpy').report, imported: { jax: '1' } }
        }),
      ['numpy 1/1 ']
    ],
    [
      'by TensorFlow, which keeps no state without a seed',
      aNotebook()
        .cell('a', 'import tensorflow as tf\nx = tf.random.normal((2,))')
        .run('a', null, still),
      ['tensorflow 1/1 ']
    ],
    ['nothing drawn', aNotebook().cell('a', 'x = 1').run('a', null, still), []]
  ])('%s', (_, builder, expected) => {
    expect(summary(builder)).toEqual(expected);
  });

  it('lists seeds that the code gives to calls, each once', () => {
    const { randomness } = builtFacts(
      aNotebook()
        .cell('a', 'm = RF(n=3, random_state = 42)\nsplit(x, seed=SEED)')
        .cell('b', 'm = RF(random_state=42)  # random_state=1')
        .runs('a', 'b')
    );
    expect(
      randomness.seedArguments.map(each => `${each.argument}=${each.value}`)
    ).toEqual(['random_state=42', 'seed=SEED']);
  });

  it('takes a reported argument for no seed of a stream', () => {
    const seedings = [
      { stream: 'sklearn.SVC', seed: '42', argument: 'random_state' }
    ];
    const { randomness } = builtFacts(
      aNotebook()
        .cell('a', 'SVC(random_state=S)')
        .run('a', null, { report: { streams: {}, seedings } })
    );
    expect(randomness.streams).toEqual([]);
    expect(randomness.seedArguments).toMatchObject([
      { argument: 'random_state', value: '42' }
    ]);
  });

  it('says how much nobody could see', () => {
    const builder = aNotebook().cell('a', 'x <- runif(1)').run('a');
    expect(builtFacts(builder, { analyse: undefined }).randomness.unseen).toBe(
      1
    );
    expect(builtFacts(builder).randomness.unseen).toBe(0);
  });
});
