// Estimators that are fitted anew: what was learnt before does not count, what they were set to does.
import { verdictsBehind } from './told';

const START =
  'from sklearn.linear_model import Ridge\nX = y = [1]\nm = Ridge()';
const SET = 'm.set_params(alpha=9)';

const afterwards = (cells: readonly string[], order: string): string[] =>
  verdictsBehind(START, cells, order);

it.each(['print(m.fit(X, y).score(X, y))', 'm.fit(X, y)\nprint(m.coef_)'])(
  'what they learn hangs on what they were set to alone: %j',
  fit => {
    const cells = ['m.fit(X, y)\nprint(1)', `${SET}\nprint(2)`, fit];
    expect(afterwards(cells, '120')[2]).toBe('same');
    expect(afterwards(cells, '021')[2]).toBe('differs');
    expect(afterwards(cells, '1202')[2]).toBe('same');
  }
);

it('settings are those of the last time', () => {
  const cells = [`${SET}\nprint(1)`, 'm.fit(X, y)\nprint(m.coef_)'];
  expect(afterwards(cells, '001')[1]).toBe('same');
  const others = ['m.set_params(alpha=1)\nprint(1)', ...cells];
  expect(afterwards(others, '012')[2]).toBe('same');
  expect(afterwards(others, '102')[2]).toBe('differs');
});

it('several settings count each by itself', () => {
  const cells = [
    'm.set_params(alpha=1, tol=2)\nprint(1)',
    'm.set_params(alpha=3)\nprint(2)',
    'm.fit(X, y)\nprint(m.coef_)'
  ];
  expect(afterwards(cells, '0112')[2]).toBe('same');
  expect(afterwards(cells, '102')[2]).toBe('differs');
});
