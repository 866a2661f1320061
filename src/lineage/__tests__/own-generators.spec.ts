// Generators of random numbers that stand under a name: drawing from one changes it, and no stream of the process.
import { aNotebook } from '../../testing/run-builder';
import { toldInOrder } from '../../testing/told-in-order';
import { told } from './told';

const made = 'import random\nr = random.Random(5)';

describe('a generator with a seed', () => {
  it.each([
    'r.random()',
    'r.gauss(0, 1)',
    'r.choices([1, 2, 3], k=2)',
    'r.randrange(10)',
    'r.betavariate(1, 2)',
    'r.sample(range(100), 3)',
    'r.sample(population, k=3)'
  ])('has gone on where %s ran twice', draw => {
    const notebook = aNotebook()
      .cell('a', made)
      .cell('b', 'population = [1, 2, 3, 4]')
      .cell('c', draw)
      .cell('d', 'print(r.uniform(0, 1))')
      .run('a')
      .run('b')
      .run('c', null, { output: '0.62' })
      .run('c', null, { output: '0.74' })
      .run('d', null, { output: '0.79' });
    const [, , c, d] = told(notebook);
    expect(c).toMatch(/^c differs/);
    expect(d).toMatch(/^d differs/);
  });

  it.each(['r.sample(range(100), 3)', 'r.random()', 'r.sample(xs, k=2)'])(
    'gives the same again: %s',
    draw => {
      const verdicts = toldInOrder(made, 'xs = [1, 2, 3]', draw, 'r.random()');
      expect(verdicts.slice(2)).toEqual(['same', 'same']);
    }
  );

  it('is none where a table gives a sample', () => {
    const verdicts = toldInOrder(
      'import pandas as pd',
      'df = pd.DataFrame({"a": [1, 2, 3]})',
      'df.sample(2)',
      'df.sample(frac=0.5)'
    );
    expect(verdicts.slice(2)).toEqual(['random', 'random']);
  });
});
