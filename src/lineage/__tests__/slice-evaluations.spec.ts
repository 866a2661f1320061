// Functions that evaluate texts which code makes: a slice keeps what they may read where they run, and not where they stand.
import { aNotebook } from '../../testing/run-builder';
import { sliceOfLast } from './slices';

const DEFINED = 'def value(name):\n    return eval(name + "_2")';

/** Which of the sources are in the slice of the last one, counted from 0. */
function kept(...sources: string[]): number[] {
  const notebook = aNotebook();
  sources.forEach((source, index) => notebook.cell(`c${index}`, source));
  sources.forEach((_, index) => {
    const isLast = index === sources.length - 1;
    notebook.run(`c${index}`, null, isLast ? { output: '1' } : {});
  });
  return sliceOfLast(notebook).steps.map(({ sequence }) => sequence - 1);
}

test('the definition is no part of what does not call it', () => {
  const read = 'print(y)';
  expect(kept('x_2 = 1', DEFINED, 'y = 3', read)).toEqual([2, 3]);
});

test('who calls it may read all', () => {
  const called = 'print(value("x"))';
  expect(kept('x_2 = 1', DEFINED, 'y = 3', called)).toEqual([0, 1, 2, 3]);
});

test('what the cell itself evaluates may be needed', () => {
  const evaluated = 'z = eval(text)';
  expect(kept('text = input()', evaluated, 'y = 3', 'print(z, y)')).toEqual([
    0, 1, 2, 3
  ]);
});
