// Edits that may make a statement raise: what stands below it may not be reached.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

function verdicts(
  before: string,
  after: string,
  first = 'import math, lib\nd = lib.d()'
): string {
  const notebook = aNotebook()
    .cell('i', first)
    .cell('a', before)
    .cell('b', 'print(y)')
    .run('i')
    .run('a', null, before.includes('print') ? { output: 'ok' } : {})
    .run('b', null, { output: '2' })
    .edit('a', after);
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input)
    .cells.slice(1)
    .map(({ verdict }) => verdict)
    .join(' ');
}

it.each([
  ["d['a']", "d['zz']"],
  ['math.pi', 'math.pii'],
  ["x = int('1')", "x = int('q')"],
  ['x = 1', 'x = 1 / 0'],
  ['import math', 'import mathhh'],
  ['u, v = d', 'u, v, w = d']
])('counts for the cell and what it leaves: %s', (before, after) => {
  const below = "\ny = 2\nprint('ok')";
  expect(verdicts(before + below, after + below)).toMatch(
    /^(?:differs|fails) (?:differs|fails)$/
  );
});

it.each([
  ["d['a']\ny = 2", "# note\nd['a']\ny = 2  # two"],
  ["d['a']\ny = 2", "d['a']\nd['a']\ny = 2"],
  ["d['a']\nx = 3\ny = 2", "d['a']\nx = 4\ny = 2"],
  ['x = [1, 2]\nx[0]\ny = 2', 'x = [1, 2]\nx[1]\ny = 2']
])('leaves what is below what went well: %s', (before, after) => {
  expect(verdicts(before, after)).toMatch(/ same$/);
});

it('are told for a cell that failed the same before', () => {
  const failed = { status: 'error', output: 'ImportError: no lib' } as const;
  const notebook = aNotebook()
    .cell('a', 'import lib\nx = lib.f()')
    .cell('b', 'with x:\n  pass')
    .cell('c', 'pass')
    .run('a', null, failed)
    .run('c')
    .run('b', null, { status: 'error', output: 'AttributeError: __enter__' });
  const input = { ...notebook.build(), analyse: analysePython };
  expect(forecast(input).cells.map(({ verdict }) => verdict)).toEqual([
    'same',
    'same',
    'same'
  ]);
});
