// Cells whose code was taken out after they ran: a fresh run shows nothing there and binds nothing.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

it('what an emptied cell still shows is gone in a fresh run', () => {
  const notebook = aNotebook()
    .cell('a', 'x = 1')
    .cell('b', 'print(x)')
    .run('a')
    .run('b', null, { output: '1' })
    .edit('b', '');
  expect(told(notebook)).toEqual(['a same', 'b differs edited']);
});

it('so is what an emptied cell bound', () => {
  const notebook = aNotebook()
    .cell('a', 'x = 1')
    .cell('b', 'print(x)')
    .run('a')
    .run('b', null, { output: '1' })
    .edit('a', ' \n');
  expect(told(notebook)).toEqual([
    'a differs edited',
    'b fails definition-gone'
  ]);
});

it('a cell that did nothing, or ran empty, comes out again', () => {
  const notebook = aNotebook()
    .cell('a', '# nothing')
    .cell('b', '')
    .runs('a', 'b')
    .edit('a', '');
  expect(told(notebook)).toEqual(['a same', 'b same']);
});

it('nothing is said of an empty cell that shows nothing', () => {
  const notebook = aNotebook().cell('a', '').cell('b', '1').run('b');
  expect(told(notebook)).toEqual(['b same']);
});
