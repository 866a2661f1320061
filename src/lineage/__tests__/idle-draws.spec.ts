// Solvers that take a number from NumPy's stream whatever they do: what they learn hangs on it only as they are told.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

const MOVED = { numpy: { before: 'p', after: 'q' } };
const SVC = 'sklearn.svm._classes.SVC';
const PIPELINE = 'sklearn.pipeline.Pipeline';
const IMPORTS =
  'import numpy as np\nX = np.ones((9, 2))\ny = X[:, 0]\nfrom sklearn.svm import SVC, LinearSVC\nfrom sklearn.pipeline import make_pipeline\nfrom sklearn.decomposition import PCA\nfrom sklearn.manifold import TSNE\nfrom sklearn.linear_model import LogisticRegression, Ridge\nfrom sklearn.model_selection import cross_val_score';

function verdicts(notebook: RunBuilder): readonly string[] {
  return forecast({ ...notebook.build(), analyse: analysePython }).cells.map(
    ({ verdict }) => verdict
  );
}

/** The verdict on a cell that fits what the cell above made, and moved the stream. */
function fitted(made: string, type: string, use = 'm.fit(X, y)'): string {
  const notebook = aNotebook()
    .cell('i', IMPORTS)
    .cell('m', made)
    .cell('f', use)
    .run('i')
    .run('m', null, {
      report: { bound: ['m'], types: { m: type }, values: { m: 'v' } }
    })
    .run('f', null, {
      output: '0.5',
      report: { types: { m: type, X: 'numpy.ndarray' }, streams: MOVED }
    });
  return verdicts(notebook)[2] ?? '';
}

test.each([
  ['m = SVC()', SVC],
  [
    'm = LogisticRegression(solver="liblinear")',
    'sklearn.linear_model._logistic.LogisticRegression'
  ],
  ['m = LinearSVC()', 'sklearn.svm._classes.LinearSVC'],
  ['m = make_pipeline(SVC())', PIPELINE],
  ['s = SVC(random_state=0)\nm = make_pipeline(s)', PIPELINE],
  ['m = {"a": SVC()}', 'builtins.dict']
])('what is fitted does not hang on the number: %s', (made, type) => {
  expect(fitted(made, type)).toBe('same');
  expect(fitted(made, type, 'cross_val_score(m, X, y)')).toBe('same');
});

test.each([
  ['m = make_pipeline(PCA(2), SVC())', PIPELINE],
  ['m = PCA(2)', 'sklearn.decomposition._pca.PCA'],
  ['m = make_pipeline(tool())', PIPELINE],
  ['m = LinearSVC(loss="hinge")', 'sklearn.svm._classes.LinearSVC'],
  ['m = LinearSVC(dual=True)', 'sklearn.svm._classes.LinearSVC'],
  ['m = SVC(probability=True)', SVC],
  [
    'm = LogisticRegression(solver="saga")',
    'sklearn.linear_model._logistic.LogisticRegression'
  ],
  ['m = Ridge(solver="sag")', 'sklearn.linear_model._ridge.Ridge'],
  ['m = tool()', 'tools.Tool']
])('what is fitted may hang on the number: %s', (made, type) => {
  expect(fitted(made, type)).toBe('random');
});

test('a seeded stream goes on, and what is fitted does not hang on where it was', () => {
  const moves = (before: string, after: string): object => ({
    output: '1',
    report: {
      types: { m: SVC },
      streams: { numpy: { before, after } }
    }
  });
  const notebook = aNotebook()
    .cell('i', IMPORTS)
    .cell('s', 'np.random.seed(0)')
    .cell('m', 'm = SVC()\nm.fit(X, y)')
    .cell('d', 'np.random.rand()')
    .run('i')
    .run('s', null, moves('a', 'b'))
    .run('m', null, moves('b', 'c'))
    .run('m', null, moves('c', 'd'))
    .run('d', null, moves('d', 'e'));
  expect(verdicts(notebook)).toEqual(['same', 'same', 'same', 'differs']);
});

test.each([
  ['print(TSNE().fit_transform(X))', 'same'],
  ['print(TSNE(init="random").fit_transform(X))', 'random'],
  ['print(TSNE(init="random", random_state=1).fit_transform(X))', 'same'],
  ['print(Ridge(solver="saga").fit(X, y).coef_)', 'random'],
  ['print(Ridge().fit(X, y).coef_)', 'same']
])('without a word from the kernel, %s: %s', (use, verdict) => {
  const notebook = aNotebook()
    .cell('i', IMPORTS)
    .cell('f', use)
    .run('i')
    .run('f', null, { output: '0.5' });
  expect(verdicts(notebook)[1]).toBe(verdict);
});
