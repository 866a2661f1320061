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

  it('are those that the kernel saw a magic bring, which runs again as it did', () => {
    const notebook = aNotebook()
      .cell('a', '%pylab inline')
      .cell('b', 'print(ones(2))')
      .run('a', null, { output: 'ready', report: { bound: ['ones', 'plot'] } })
      .run('b', null, { output: '[1. 1.]' });
    expect(told(notebook)).toEqual(['same', 'same']);
    expect(told(notebook.move('b', 0))[0]).toBe('fails');
  });

  it('are those that it binds first, where another one bound the rest before', () => {
    const notebook = aNotebook()
      .cell('n', 'from numpy import *')
      .cell('a', 'from pylab import *\nplot(sin(0))')
      .cell('b', 'print(hold)')
      .run('n', null, { report: { bound: ['sin'] } })
      .run('a', null, { report: { bound: ['plot', 'hold'] } })
      .run('b', null, { output: '1' })
      .edit('a', 'from pylab import *\nplot(sin(1))')
      .run('a', null, { report: { bound: [] } });
    expect(told(notebook)[2]).toBe('same');
  });

  it('are known of modules that many import, where no kernel told', () => {
    const notebook = (module: string): RunBuilder =>
      aNotebook()
        .cell('a', 'k = 1')
        .cell('b', `from ${module} import *`)
        .cell('c', 'print(k)')
        .cell('d', 'print(sqrt(k))')
        .runs('a')
        .run('c', null, { output: '1' })
        .runs('b')
        .run('d', null, { output: '1' });
    expect(told(notebook('math'))).toEqual(['same', 'same', 'same', 'same']);
    expect(told(notebook('mine'))[2]).toBe('differs');
    expect(told(notebook('math').delete('b'))[2]).toBe('fails');
    expect(told(notebook('math').move('d', 0))[0]).toBe('fails');
  });

  it('are the same however often a cell ran, where no kernel told, and others in another order', () => {
    const notebook = (): RunBuilder =>
      aNotebook()
        .cell('a', 'from mine import *\nfrom ours import *')
        .cell('b', 'x = die(6)')
        .cell('c', 'print(chance(x))')
        .runs('a')
        .runs('b');
    const again = notebook()
      .edit('a', 'from ours import *')
      .runs('a')
      .run('c', null, { output: '1' })
      .edit('a', 'from mine import *\nfrom ours import *')
      .runs('a');
    expect(told(again)).toEqual(['same', 'same', 'same']);
    const turned = notebook()
      .run('c', null, { output: '1' })
      .edit('a', 'from ours import *\nfrom mine import *')
      .runs('a');
    expect(told(turned)[2]).toBe('differs');
  });

  it('take the place of what was there under them', () => {
    const notebook = aNotebook()
      .cell('a', 'e = 1')
      .cell('b', 'from math import *')
      .cell('c', 'print(e)')
      .runs('a')
      .run('c', null, { output: '1' })
      .runs('b');
    expect(told(notebook)[2]).toBe('differs');
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

  it.each([
    ['x = 1', 'from math import *\nsetup()'],
    ['from math import *', 'from math import *\nsetup()'],
    ['from math import *\nsetup()', 'from math import *'],
    ['def setup():\n    globals()["g"] = k', 'from math import *\nsetup()']
  ])('are not those that a function binds: %j, %j', (before, source) => {
    const bound = (code: string): string[] => [
      ...(code.includes('math') ? ['sin', 'pi'] : []),
      ...(code.includes('setup') ? ['pi', 'g'] : [])
    ];
    const notebook = aNotebook()
      .cell('k', 'k = 1')
      .cell('d', 'def setup():\n    global g, pi\n    g = pi = k')
      .cell('a', before)
      .cell('b', source)
      .cell('c', 'print(g, pi)')
      .run('k')
      .run('d')
      .run('a', null, { report: { bound: bound(before) } })
      .run('b', null, { report: { bound: bound(source) } })
      .run('c')
      .edit('k', 'k = 2');
    expect(told(notebook)[4]).toBe('differs');
  });

  it('hang on the file that the module is read from', () => {
    const files = (mode: 'read' | 'write', hash: string) => ({
      files: [{ path: 'own.py', mode, size: 5, modified: 1, hash }]
    });
    const notebook = aNotebook()
      .cell('w', "open('own.py', 'w').write('v = 1');")
      .cell('b', 'from own import *')
      .cell('c', 'print(v)')
      .run('w', null, { report: files('write', 'one') })
      .run('b', null, { report: { bound: ['v'], ...files('read', 'one') } })
      .run('c')
      .edit('w', "open('own.py', 'w').write('v = 2');");
    expect(told(notebook)[2]).toBe('differs');
  });

  it('are none where the module is not there', () => {
    const notebook = (output: string): RunBuilder =>
      aNotebook()
        .cell('a', 'k = [1]')
        .cell('b', 'print(k)')
        .cell('s', 'from gone import *\nwork(k)')
        .cell('c', 'print(k, k)')
        .run('a')
        .run('s', null, { status: 'error', output })
        .run('b', null, { output: '[1]' })
        .run('c', null, { output: '[1] [1]' });
    const missing = "ModuleNotFoundError: No module named 'gone'";
    expect(told(notebook(missing))).toEqual(['same', 'same', 'same', 'same']);
    expect(
      told(notebook("ModuleNotFoundError: No module named 'other'"))[1]
    ).not.toBe('same');
    expect(told(notebook('ValueError: bad'))[1]).not.toBe('same');
  });
});
