// Models that another cell made, fitted in a cell that seeds.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const START =
  'import numpy as np\nfrom sklearn.cluster import KMeans\nX = [[1], [2], [9]]\nm = KMeans(2)';
const TRAINED = `${START}\nm.fit(X)`;

const verdict = (start: string, source: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', start)
      .cell('b', source)
      .run('a')
      .run('b', null, { output: '1' })
  )[1]?.split(' ')[1];

it.each([
  'np.random.seed(1)\nm.fit(X)\nprint(m.labels_)',
  'np.random.seed(1)\nlabels = m.fit_predict(X)\nprint(labels)',
  'def show(X):\n    _ = m.fit(X)\n    print(m.labels_)\nnp.random.seed(1)\nshow(X)'
])('give what the seed says: %j', source => {
  expect(verdict(START, source)).toBe('same');
  expect(verdict(TRAINED, source)).toBe('same');
});

it.each([
  [START, 'm.fit(X)\nprint(m.labels_)'],
  [START, 'm.fit(X)\nnp.random.seed(1)\nprint(m.labels_)'],
  [START, 'np.random.seed()\nm.fit(X)\nprint(m.labels_)'],
  [
    START,
    'def show(X):\n    _ = m.fit(X)\n    print(m.labels_)\nshow(X)\nnp.random.seed(1)\nshow(X)'
  ],
  [TRAINED, 'np.random.seed(1)\nprint(m.predict(X))'],
  [
    `${TRAINED}\nother = KMeans(3)`,
    'np.random.seed(1)\nother.fit(X)\nprint(m.predict(X))'
  ]
])('%j, then %j is random', (start, source) => {
  expect(verdict(start, source)).toBe('random');
});
