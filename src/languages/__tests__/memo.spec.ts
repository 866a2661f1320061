// The same source is read once, until more recent ones have displaced it.
import type { CellAnalysis } from '../../analysis';
import { memoised } from '../memo';

const analysisOf = (source: string): CellAnalysis =>
  ({ normalised: source }) as CellAnalysis;

test('reads a source once', () => {
  const analyse = jest.fn(analysisOf);
  const remembering = memoised(analyse);
  expect(remembering('x').normalised).toBe('x');
  expect(remembering('x').normalised).toBe('x');
  expect(analyse).toHaveBeenCalledTimes(1);
});

test('forgets what was not asked for longest', () => {
  const analyse = jest.fn(analysisOf);
  const remembering = memoised(analyse, 2);
  ['a', 'b', 'a', 'c', 'a'].forEach(remembering);
  expect(analyse.mock.calls).toEqual([['a'], ['b'], ['c']]);
  remembering('b');
  expect(analyse).toHaveBeenCalledTimes(4);
});
