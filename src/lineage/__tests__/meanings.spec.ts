// Names that one cell imports mean to others what they mean to that cell.
import { analysePython } from '../../analysis';
import { createForecaster, planScript } from '..';
import { cells, told } from './told';

describe('what a name stands for', () => {
  it('is what another cell imports it as', () => {
    expect(
      told(
        cells(
          'import numpy.random as rnd',
          'print(rnd.rand())',
          'rnd.seed(1)\nprint(rnd.rand())'
        )
      )
    ).toEqual(['a same', 'b random unseeded', 'c same']);
  });

  it.each([
    ['a function', 'from random import random as draw', 'print(draw())'],
    [
      'a name that notebooks give another module',
      'import random as np',
      'print(np.gauss(0, 1))'
    ],
    [
      'a name that a function of the notebook uses',
      'import random as rnd',
      'def one():\n    return rnd.random()\nprint(one())'
    ],
    ['a builtin’s name', 'from random import random as max', 'print(max())'],
    ['what a star brings in', 'from random import *', 'print(gauss(0, 1))'],
    [
      'what the star of an inner module brings in',
      'from numpy.random import *',
      'print(normal(0, 1))'
    ],
    [
      'an object of a module',
      'from scipy.stats import norm',
      'print(norm.rvs())'
    ]
  ])('is told of %s', (_, ...sources) => {
    expect(told(cells(...sources))[1]).toBe('b random unseeded');
  });

  it('is not what notebooks commonly call so where a module of the user’s has it', () => {
    const sources = ['from own import sample', 'print(sample([1, 2]))'];
    expect(told(cells(...sources))[1]).toBe('b same');
  });

  it('is nothing where two stars bring in the name', () => {
    const sources = [
      'from random import *',
      'from statistics import *',
      'from operator import *',
      'print(index([1], 0), mean([1]))'
    ];
    expect(told(cells(...sources))[3]).toBe('d same');
  });

  it('is nothing where the notebook binds the name otherwise as well', () => {
    const notebook = cells('import random as r', 'print(r.random())', 'r = 3');
    expect(told(notebook)[1]).toBe('b same');
  });

  it('is asked anew when imports change', () => {
    const forecaster = createForecaster();
    const notebook = cells('import random as rnd', 'print(rnd.random())');
    const draws = (source: string): boolean | undefined =>
      forecaster
        .forecast({
          ...notebook.edit('a', source).build(),
          analyse: analysePython
        })
        .cells[1]?.causes.some(({ kind }) => kind === 'unseeded');
    expect(
      ['random', 'os', 'random'].map(name => draws(`import ${name} as rnd`))
    ).toEqual([true, false, true]);
  });

  it('tells a plan what draws without a seed', () => {
    const [history] = cells(
      'import random as rnd',
      'print(rnd.random())'
    ).build().runs;
    const { warnings } = planScript({
      history: history as NonNullable<typeof history>,
      criterion: { kind: 'run' },
      analyse: analysePython
    });
    expect(warnings.map(({ kind }) => kind)).toContain('unseeded');
  });
});
