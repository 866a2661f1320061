// Names that a star import brings in.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

const first = { output: '1', report: { bound: ['sin', 'cos'] } };
/** The names are there already, and stand for the same. */
const again = { output: '2', report: { bound: [] } };

describe('names of a star import', () => {
  it('are those of the cell itself, and of every cell that holds it, when it runs again', () => {
    const notebook = aNotebook()
      .cell('a', 'from math import *\nprint(sin(0))')
      .cell('b', 'print(cos(0))')
      .run('a', null, first)
      .run('b')
      .edit('a', 'from math import *\nprint(sin(1))')
      .run('a', null, again);
    expect(told(notebook)).toEqual(['same', 'same']);
  });

  it('are gone with it', () => {
    const notebook = aNotebook()
      .cell('a', 'from math import *\nprint(sin(0))')
      .cell('b', 'print(cos(0))')
      .run('a', null, first)
      .run('b')
      .edit('a', 'import math\nprint(math.sin(1))')
      .run('a', null, { output: '2', report: { bound: ['math'] } });
    expect(told(notebook)).toEqual(['same', 'fails']);
  });

  it('are not those that the cell binds itself', () => {
    const notebook = aNotebook()
      .cell('a', 'from math import *\nx = sin(0)')
      .cell('b', 'print(x)')
      .run('a', null, { report: { bound: ['sin', 'cos', 'x'] } })
      .run('b')
      .edit('a', 'from math import *\nx = sin(1)')
      .run('a', null, { report: { bound: ['x'] } });
    expect(told(notebook)).toEqual(['same', 'differs']);
  });
});
