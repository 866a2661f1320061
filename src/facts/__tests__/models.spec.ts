// Names that held a model, and code that trains or prepares data.
import { preparationIn, trainingIn } from '../models';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const held = (types: { readonly [name: string]: string }, source = '1') =>
  builtFacts(
    aNotebook().cell('a', source).run('a', null, { report: { types } })
  ).models.map(({ name }) => name);

const found = (
  judge: typeof trainingIn,
  ...sources: readonly string[]
): number => {
  const builder = sources.reduce(
    (notebook, source, index) =>
      notebook.cell(`c${index}`, source).run(`c${index}`),
    aNotebook()
  );
  return judge(builtFacts(builder).executions).length;
};

it.each([
  'sklearn.linear_model._logistic.LogisticRegression',
  'sklearn.pipeline.Pipeline',
  'torch.nn.modules.container.Sequential',
  'keras.src.models.sequential.Sequential',
  'xgboost.sklearn.XGBClassifier',
  'statsmodels.regression.linear_model.RegressionResultsWrapper'
])('%s is a model', type => {
  expect(held({ m: type })).toEqual(['m']);
});

it.each([
  'sklearn.preprocessing._data.StandardScaler',
  'sklearn.utils._bunch.Bunch',
  'torch.nn.modules.loss.CrossEntropyLoss',
  'keras.src.callbacks.history.History',
  'torch.optim.sgd.SGD',
  'torch.Tensor',
  'builtins.dict',
  'pandas.DataFrame'
])('%s is none', type => {
  expect(held({ m: type })).toEqual([]);
});

it('leaves out classes and functions that the cell defines, and keeps the last type of a name', () => {
  expect(
    held(
      { Net: 'sklearn.svm._classes.SVC', net: '__main__.Net' },
      'class Net(nn.Module): pass\nnet = Net()'
    )
  ).toEqual(['net']);
  const twice = aNotebook()
    .cell('a', 'm = fit()')
    .run('a', null, { report: { types: { m: 'sklearn.svm._classes.SVC' } } })
    .run('a', null, { report: { types: { m: 'sklearn.pipeline.Pipeline' } } });
  expect(builtFacts(twice).models).toMatchObject([
    { name: 'm', type: 'sklearn.pipeline.Pipeline' }
  ]);
});

it('sees training in the code, and nothing in what only looks like it', () => {
  expect(
    found(
      trainingIn,
      'model.fit(X, y)',
      'loss.backward()',
      'c = np.polyfit(x, y, 2)',
      'p, _ = curve_fit(f, x, y)',
      'def fit(x): return x',
      'model.predict(X)  # after model.fit(X)',
      'print("model.fit(X)")'
    )
  ).toBe(4);
});

it('sees preparation in the code', () => {
  expect(
    found(
      preparationIn,
      'a, b = train_test_split(X)',
      'df = df.dropna()',
      's = StandardScaler()',
      'df.head()'
    )
  ).toBe(3);
});
