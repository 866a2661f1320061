// Attributes that a class works out of others: whoever reads one reads those as well.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

const CLASS = [
  'class Box:',
  '    def __init__(self, side):',
  '        self._side = side',
  '    @property',
  '    def side(self):',
  '        return self._side',
  '    @side.setter',
  '    def side(self, value):',
  '        self._side = value',
  '    @property',
  '    def area(self):',
  '        return self._side ** 2'
].join('\n');

const aBox = (): RunBuilder =>
  aNotebook().cell('a', CLASS).cell('b', 'box = Box(2)');

/** What the kernel told of a run. */
const left = (
  unchanged: readonly string[],
  changed: readonly string[],
  output = ''
) => ({ output, report: { unchanged, changed } });

const verdictsOf = (notebook: RunBuilder): readonly (string | undefined)[] =>
  told(notebook).map(line => line.split(' ')[1]);

it('hangs on attributes that were set since, though it gave something else before', () => {
  const notebook = aBox()
    .cell('c', 'box.area')
    .cell('d', 'box._side = 3')
    .cell('e', 'box.area')
    .run('a')
    .run('b')
    .run('c', null, left(['box'], [], '4'))
    .run('d', null, left([], ['box']))
    .run('e', null, left(['box'], [], '9'));
  expect(verdictsOf(notebook)).toEqual([
    'same',
    'same',
    'same',
    'same',
    'same'
  ]);
});

it.each(['box.area', 'box.side'])(
  'shows otherwise where what %s hangs on changed twice',
  source => {
    const notebook = aBox()
      .cell('c', 'box._side += 1')
      .cell('d', source)
      .run('a')
      .run('b')
      .run('c')
      .run('c')
      .run('d', null, { output: '16' });
    expect(verdictsOf(notebook)[3]).toBe('differs');
  }
);

it('is set by way of a property, whatever the class keeps it under', () => {
  const notebook = aBox()
    .cell('c', 'box.side += 1')
    .cell('d', 'box._side')
    .run('a')
    .run('b')
    .run('c')
    .run('c')
    .run('d', null, { output: '4' });
  expect(verdictsOf(notebook)[3]).toBe('differs');
});

it('leaves attributes alone that no code works out', () => {
  const notebook = aBox()
    .cell('c', 'box.name = "a"')
    .cell('d', 'box.tag += 1')
    .cell('e', 'box.name')
    .run('a')
    .run('b')
    .run('c')
    .run('d')
    .run('d')
    .run('e', null, { output: 'a' });
  expect(verdictsOf(notebook)[4]).toBe('same');
});
