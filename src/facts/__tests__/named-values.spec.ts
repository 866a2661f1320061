// Which scalars are parameters, which metrics, which neither.
import type { Scalar } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

type Scalars = { readonly [name: string]: Scalar };

function roles(source: string, scalars: Scalars): { [name: string]: string } {
  const { values } = builtFacts(
    aNotebook().cell('a', source).run('a', null, { report: { scalars } })
  );
  return Object.fromEntries(values.map(({ name, role }) => [name, role]));
}

describe('named values', () => {
  it.each<[string, string, Scalars, { [name: string]: string }]>([
    ['bound from a literal', 'lr = 0.1', { lr: 0.1 }, { lr: 'parameter' }],
    ['computed', 'acc = f()', { acc: 0.9 }, { acc: 'metric' }],
    ['computed to no number', 'f1 = f()', { f1: 'NaN' }, { f1: 'metric' }],
    [
      'a computed text',
      'device = pick()',
      { device: 'cpu' },
      { device: 'other' }
    ],
    ['a computed truth', 'ok = f()', { ok: true }, { ok: 'other' }],
    [
      'an entry of a dictionary of settings',
      'params = {"lr": 0.1}',
      { 'params.lr': 0.1 },
      { 'params.lr': 'parameter' }
    ],
    [
      'a parameter of an estimator',
      'clf = SVC()',
      { 'clf.C': 1, 'clf.kernel': 'rbf' },
      { 'clf.C': 'parameter', 'clf.kernel': 'parameter' }
    ],
    [
      'an entry of results',
      'test_metrics = f()',
      { 'test_metrics.acc': 0.9, 'test_metrics.split': 'test' },
      { 'test_metrics.acc': 'metric', 'test_metrics.split': 'parameter' }
    ],
    ['a loop variable', 'for i in range(3): pass', { i: 2 }, {}],
    ['a name that is hidden', '_n = 5', { _n: 5 }, {}]
  ])('%s', (_, source, scalars, expected) => {
    expect(roles(source, scalars)).toEqual(expected);
  });

  it('keeps what a name held before, each change once', () => {
    const report = (acc: number) => ({ report: { scalars: { acc } } });
    const { values } = builtFacts(
      aNotebook()
        .cell('a', 'acc = f()')
        .run('a', null, report(0.5))
        .run('a', null, report(0.5))
        .run('a', null, report(0.75))
    );
    expect(values).toHaveLength(1);
    expect(values[0]?.value).toBe(0.75);
    expect(values[0]?.values.map(({ value }) => value)).toEqual([0.5, 0.75]);
  });

  it('claims nothing where nothing reads the language', () => {
    const { values } = builtFacts(
      aNotebook()
        .cell('a', 'lr <- 0.1')
        .run('a', null, { report: { scalars: { lr: 0.1 } } }),
      { analyse: undefined }
    );
    expect(values.map(({ role }) => role)).toEqual(['other']);
  });
});
