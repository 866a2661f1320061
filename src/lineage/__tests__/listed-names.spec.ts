// What shows which names there are hangs on all cells that bound some.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { cells, told } from './told';

const last = (notebook: RunBuilder): string | undefined =>
  told(notebook).find(line => line.startsWith('w '));

const notebook = (list = '%whos'): RunBuilder =>
  aNotebook()
    .cell('a', 'first = 1')
    .cell('w', list)
    .cell('b', 'second = 2')
    .run('a');

it.each(['%who', '%whos', '%who_ls', 'whos', 'first\n%whos'])(
  '%j lists names of cells below it, where those ran before',
  list => {
    const found = notebook(list).run('b').run('w', null, { output: 'x' });
    expect(last(found)).toBe('w differs bound-below');
  }
);

it('lists the same names where the cells above ran before it, however often', () => {
  const again = notebook().run('w', null, { output: 'x' }).run('b').run('a');
  expect(last(again)).toBe('w same');
  expect(last(again.run('b', 'other = 3'))).toBe('w same');
});

it('lists what a cell that is gone, edited or of another client bound', () => {
  const edited = notebook()
    .run('a', 'former = 1')
    .run('w', null, { output: 'x' })
    .run('a', 'first = 1');
  expect(last(edited)).toBe('w differs renamed');
  const gone = notebook()
    .cell('c', 'third = 3')
    .run('c')
    .run('w', null, { output: 'x' })
    .delete('c');
  expect(last(gone)).toBe('w differs deleted-cell');
});

it('lacks the names of a cell above that had not run', () => {
  const found = aNotebook()
    .cell('a', 'first = 1')
    .cell('b', 'second = 2')
    .cell('w', '%whos')
    .run('a')
    .run('w', null, { output: 'first' });
  expect(last(found)).toBe('w differs unrun');
  expect(last(found.run('b'))).toMatch(/^w differs (?:older-version|unrun)$/);
});

it('forgets names that were deleted, and those of an earlier kernel', () => {
  const deleted = notebook()
    .run('b')
    .cell('d', 'del second')
    .run('d')
    .run('w', null, { output: 'first' });
  expect(last(deleted)).toBe('w same');
  const restarted = notebook()
    .run('b')
    .restart()
    .run('a')
    .run('w', null, { output: 'first' });
  expect(last(restarted)).toBe('w same');
});

it('says nothing where a cell may have bound more than its code tells, or where not all names are listed', () => {
  const unseen = notebook()
    .cell('r', '%run other.py')
    .run('r')
    .run('b')
    .run('w', null, { output: 'x' });
  expect(last(unseen)).not.toMatch(/^w differs/);
  const some = notebook('%who int').run('b').run('w', null, { output: 'x' });
  expect(last(some)).toBe('w same');
});

it('is no risk in order', () => {
  expect(told(cells('first = 1', '%whos', 'second = 2', '%who'))).toEqual([
    'a same',
    'b same',
    'c same',
    'd same'
  ]);
});
