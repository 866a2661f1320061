// Code that went well and then failed over the same values: it changed something that nobody saw, and a fresh run has it go well.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** The verdict of a cell that went well, and ended in an error when it ran once more. */
const verdictOf = (source: string, output: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', 'import bs4\nx = bs4.BeautifulSoup("<p><table>")')
      .cell('b', source)
      .run('a', null, { report: {} })
      .run('b', null, { output: '<p>', report: {} })
      .run('b', null, {
        status: 'error',
        output,
        report: {},
        tells: { failedLine: 1 }
      })
  )[1]?.split(' ')[1];

const LACKS = "AttributeError: 'NoneType' object has no attribute 'decompose'";

it.each([
  ['x.table.decompose()', LACKS],
  ['x.table.decompose()\nstr(x)', LACKS],
  ['x.pop_one()', 'IndexError: nothing is left']
])('goes well in a fresh run: %j', (source, output) => {
  expect(verdictOf(source, output)).toBe('differs');
});

it.each([
  ['x.load()', 'ConnectionError: no route to host'],
  ['x.load()', 'TimeoutError: too slow']
])('proves nothing where the world stopped it: %j, %s', (source, output) => {
  expect(verdictOf(source, output)).toBe('same');
});
