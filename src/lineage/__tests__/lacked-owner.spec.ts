// What a cell would bind that stops before is as good as not bound: who misses it stops as it did where that cell never ran.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const MISSING = "NameError: name 'o' is not defined";
const LOOP = 'a = 1\nfor k in [1, 2]:\n    o.n = k\n    o.m = 2\n    a += o.n';

it.each([
  [LOOP, 'print(a)'],
  [LOOP, 'print(k)'],
  ['v = [0, 0]\nfor k in [1]:\n    v[k] = o.n()', 'print(v)'],
  ['v = [0, 0]\nv[0] = o.n', 'print(v)'],
  ['v = 1\no.n = v\no.append(v)\nv = 2', 'print(v)']
])('%s; %s', (source, show) => {
  const notebook = aNotebook()
    .cell('s', 'o = gone(1)')
    .cell('l', source)
    .cell('p', show)
    .run('l', null, { status: 'error', output: MISSING })
    .run('p', null, { output: '1' });
  expect(told(notebook)).toEqual(['s unrun', 'l same', 'p same']);
});

it('counts where that cell ran by the time', () => {
  const notebook = aNotebook()
    .cell('g', 'gone = int')
    .cell('s', 'o = gone(1)')
    .cell('l', 'a = 1\na += o')
    .runs('g', 's')
    .run('l', null, { output: '2' })
    .delete('g');
  expect(told(notebook)[1]).toMatch(/^l fails/);
});
