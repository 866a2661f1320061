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
  ['a', 'b', 'a', 'c', 'a'].forEach(source => remembering(source));
  expect(analyse.mock.calls.map(([source]) => source)).toEqual(['a', 'b', 'c']);
  remembering('b');
  expect(analyse).toHaveBeenCalledTimes(4);
});

test('tells apart what names mean', () => {
  const analyse = jest.fn(analysisOf);
  const remembering = memoised(analyse);
  const meaning = (dotted: string): ReadonlyMap<string, string> =>
    new Map([['rnd', dotted]]);
  [
    undefined,
    meaning('random'),
    meaning('numpy.random'),
    meaning('random')
  ].map(meanings => remembering('rnd.seed(1)', meanings));
  expect(analyse).toHaveBeenCalledTimes(3);
});
