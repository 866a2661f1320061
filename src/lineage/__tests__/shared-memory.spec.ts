// Values that share memory change together.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { toldWithAdvice as told } from './told';

describe('values that share memory', () => {
  it('change together in a fresh run though they did not when the kernel looked', () => {
    const after = (
      changed: string[],
      shared: string[][]
    ): { report: { changed: string[]; shared: string[][] } } => ({
      report: { changed, shared }
    });
    const notebook = aNotebook()
      .cell('a', 'grid = [[1, 2]]')
      .cell('b', 'row = grid[0]')
      .cell('c', 'row[0] = 9')
      .cell('d', 'print(grid)')
      .run('a', null, after([], []))
      .run('b', null, after([], [['grid', 'row']]))
      .run('a', null, after([], []))
      .run('c', null, after(['row'], []))
      .run('d', null, after([], []));
    expect(told(notebook)[3]).toMatch(/^d differs/);
  });

  it.each([
    ['import numpy as np\nx = np.zeros((3, 4))', 'y = x[1:]', 'differs'],
    ['import numpy as np\nx = np.ones(4)', 'y = x[:2]\ny', 'differs'],
    ['import numpy as np\nx = np.zeros(4)', 'y = x[1:].copy()', 'same'],
    ['x = [1, 2, 3, 4]', 'y = x[1:]', 'same']
  ])('and no kernel told, change together after %j: %j', (...given) => {
    const [made, part, verdict] = given;
    const notebook = aNotebook()
      .cell('a', made)
      .cell('b', 'x[0] = 7')
      .cell('c', part)
      .cell('d', 'y[0] = 5')
      .cell('e', 'print(x)')
      .runs('a', 'b', 'c', 'd')
      .run('e', null, { output: '5' })
      .delete('d');
    expect(told(notebook)[3]).toMatch(RegExp(`^e ${verdict}`));
  });

  it('do not come to share it by a cell that only looks at one of them', () => {
    const report = (shared: string[][], changed: string[] = []) => ({
      report: { changed, shared }
    });
    const notebook = aNotebook()
      .cell('a', 'import numpy as np\nx, y = np.zeros(3), np.ones(3)')
      .cell('b', 'x[1]')
      .cell('c', 'y[0] = 5')
      .cell('d', 'x')
      .cell('e', 'x, y = np.split(np.zeros(6), 2)')
      .run('a', null, report([]))
      .run('b', null, report([]))
      .run('c', null, report([], ['y']))
      .run('d', null, { output: '[0 0 0]', ...report([]) })
      .run('e', null, report([['x', 'y']]))
      .run('b', null, report([['x', 'y']]));
    expect(told(notebook)[3]).toBe('d same');
  });

  const grid = (): RunBuilder =>
    aNotebook()
      .cell('a', 'import numpy as np\ngrid = np.zeros((3, 4))')
      .cell('b', 'row = grid[1]')
      .cell('c', 'row += 10')
      .cell('d', 'print(grid)')
      .run('a')
      .run('b', null, { report: { changed: [], shared: [['grid', 'row']] } })
      .run('c', null, { report: { changed: ['grid', 'row'] } })
      .run('d', null, { output: '10' });

  it('change together when one of them is changed again', () => {
    expect(told(grid())).toEqual(['a same', 'b same', 'c same', 'd same']);
    const again = { report: { changed: ['grid', 'row'] } };
    const notebook = grid().run('c', null, again);
    notebook.run('d', null, { output: '20' });
    expect(told(notebook)[3]).toMatch(/^d differs/);
  });

  it('change together under code that has not run yet', () => {
    expect(told(grid().edit('c', 'row += 5'))).toEqual([
      'a same',
      'b same',
      'c differs edited',
      'd differs edited'
    ]);
  });
});
