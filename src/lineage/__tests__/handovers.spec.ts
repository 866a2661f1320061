// Values that functions and methods of other cells change: told from the source alone, where no kernel reports.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function verdicts(notebook: RunBuilder): string {
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  return cells.map(({ cellId, verdict }) => `${cellId} ${verdict}`).join(', ');
}

test('a stale argument of a function reaches what the function changed', () => {
  const notebook = aNotebook()
    .cell('f', 'def add(d, v):\n    d["x"] = v')
    .cell('d', 'd = {}')
    .cell('v', 'v = 1')
    .cell('call', 'add(d, v)')
    .cell('show', 'print(d["x"])')
    .cell('other', 'print(d["y"])')
    .runAll()
    .run('v', 'v = 2');
  expect(verdicts(notebook)).toBe(
    'f same, d same, v same, call differs, show differs, other same'
  );
});

test('a function that rebinds its parameter first changes nothing', () => {
  const notebook = aNotebook()
    .cell('f', 'def add(d, v):\n    d = dict(d)\n    d["x"] = v\n    return d')
    .cell('d', 'd = {}')
    .cell('call', 'e = add(d, 1)')
    .cell('show', 'print(d)')
    .runAll()
    .runs('call', 'call');
  expect(verdicts(notebook)).toBe('f same, d same, call same, show same');
});

test.each([
  ['through a method', 'c.up()'],
  ['through a method that calls another', 'c.twice()'],
  ['through a function that hands it on', 'bump(c)'],
  ['by keyword', 'bump(counter=c)'],
  ['through a function that reaches it by its name', 'step()']
])('an instance changed twice %s', (_, call) => {
  const notebook = aNotebook()
    .cell(
      'k',
      'class C:\n    def __init__(self):\n        self.n = 0\n    def up(self):\n        self.n += 1\n' +
        '    def twice(self):\n        self.up()\n        self.up()'
    )
    .cell('b', 'def bump(counter):\n    counter.up()')
    .cell('s', 'def step():\n    bump(c)')
    .cell('c', 'c = C()')
    .cell('call', call)
    .cell('show', 'print(c.n)')
    .runs('k', 'b', 's', 'c', 'call')
    .run('show', null, { output: 'once' })
    .run('call')
    .run('show', null, { output: 'twice' });
  expect(verdicts(notebook)).toBe(
    'k same, b same, s same, c same, call differs, show differs'
  );
});

test('functions that hand a value to each other without end are left', () => {
  const notebook = aNotebook()
    .cell('f', 'def f(d):\n    g(d)')
    .cell('g', 'def g(d):\n    f(d)\n    d.append(1)')
    .cell('d', 'd = []')
    .cell('call', 'f(d)')
    .cell('show', 'print(d)')
    .runs('f', 'g', 'd', 'call')
    .run('show', null, { output: 'once' })
    .run('call')
    .run('show', null, { output: 'twice' });
  expect(verdicts(notebook)).toBe(
    'f same, g same, d same, call differs, show differs'
  );
});
