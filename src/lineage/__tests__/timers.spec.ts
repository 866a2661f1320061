// What timers and profiles tell: each run takes its own time.
import { cells, told } from './told';

const last = (...sources: readonly string[]): string | undefined =>
  told(cells(...sources))
    .at(-1)
    ?.split(' ')[1];

it.each([
  ['from timeit import Timer\nt = Timer("x", "x = 1")', 't.timeit(100)'],
  ['import timeit\nt = timeit.Timer("1")', 'print(t.autorange())'],
  ['from pstats import Stats\ns = Stats("a.prof")', 's.print_callers()'],
  ['from pstats import Stats', 'Stats("a.prof").print_stats()']
])('after %j, %j shows times', (maker, reader) => {
  expect(last(maker, reader)).toBe('random');
});

it('does not take a statistic of the notebook for a profile', () => {
  const maker = 'class Hero:\n    def print_stats(self):\n        print(3)';
  expect(last(`${maker}\nh = Hero()`, 'h.print_stats()')).toBe('same');
});
