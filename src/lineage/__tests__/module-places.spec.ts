// Where Python looks for modules, as cells leave it with constants: whoever adds the same place comes to the same.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const INTO = 'import sys\nsys.path.insert(0, "libs")';
const USE = 'import tools\nprint(tools.one())';

/** The verdict of a cell that uses a module which a cell above did not find, after a change of the document. */
const afterwards = (
  setters: readonly string[],
  change: (notebook: ReturnType<typeof aNotebook>) => void
): string | undefined => {
  const notebook = aNotebook().cell('m', 'import tools');
  setters.forEach((source, index) => notebook.cell(`s${index}`, source));
  notebook.cell('u', USE).run('m', null, {
    status: 'error',
    output: "ModuleNotFoundError: No module named 'tools'"
  });
  setters.forEach((_, index) => notebook.run(`s${index}`));
  notebook.run('u', null, { output: '1' });
  change(notebook);
  return told(notebook).at(-1)?.split(' ')[1];
};

it('are the same without one of two cells that add one place', () => {
  const setters = [INTO, `${INTO}\nx = 1`];
  expect(afterwards(setters, one => one.delete('s0'))).toBe('same');
  expect(afterwards(setters, one => one.delete('s1'))).toBe('same');
});

it('are others without the cell that added the place', () => {
  expect(afterwards([INTO], one => one.delete('s0'))).toBe('differs');
});

it('are others where a cell adds another place now', () => {
  const other = INTO.replace('libs', 'old');
  expect(afterwards([INTO], one => one.edit('s0', other))).toBe('differs');
  expect(afterwards([INTO, other], one => one.delete('s1'))).toBe('differs');
});

it('are the same where a cell that adds one does something else as well now', () => {
  expect(afterwards([INTO], one => one.edit('s0', `${INTO}\nx = 1`))).toBe(
    'same'
  );
});

it('count by the code where a place is no constant', () => {
  const setters = [
    'import sys\nhere = "libs"\nsys.path.append(here)',
    'import sys\nsys.path.append(here)\nx = 1'
  ];
  expect(afterwards(setters, one => one.delete('s1'))).toBe('differs');
});
