// What a cell that failed has bound: what its kernel told, and what surely ran.
import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(
    ({ cellId, verdict }) => `${cellId} ${verdict}`
  );
}

const fails = (output: string): { status: 'error'; output: string } => ({
  status: 'error',
  output
});
const MISSED = fails("NameError: name 'gone' is not defined");

describe('a cell that stopped for want of a name', () => {
  it.each([
    ['def f():\n  return gone\nf()\nx = 1\ngone', { bound: ['f'] }],
    ['if k: gone\nx = 1\ngone', {}],
    ['if k: gone\nx = 1\ngone', null],
    ['g()\nx = 1\ngone', {}],
    ['h()\nx = 1\ngone', {}],
    ['y = [gone for _ in [k]]\nx = 1\ngone', {}]
  ])(
    'may have stopped before its last mention: %j with %j',
    (source, report) => {
      const notebook = aNotebook()
        .cell('k', 'k = 1\ndef g(): return gone\ndef h(): return g()')
        .cell('x', 'x = 7')
        .cell('a', source)
        .cell('b', 'print(x)')
        .runs('k', 'x')
        .run('a', null, report ? { ...MISSED, report } : MISSED)
        .run('b', null, { output: '7' })
        .edit('x', 'x = 8');
      expect(told(notebook).slice(-1)).toEqual(['b differs']);
    }
  );

  it('has done what stands above all mentions', () => {
    const notebook = aNotebook()
      .cell('x', 'x = 7')
      .cell('a', 'x = 1\nfor i in [1]:\n  gone')
      .cell('b', 'print(x)')
      .run('x')
      .run('a', null, MISSED)
      .run('b', null, { output: '1' })
      .edit('x', 'x = 8');
    expect(told(notebook).slice(-1)).toEqual(['b same']);
  });
});

describe('a cell that failed and bound nothing, as another proves that missed the name', () => {
  it.each(['xs[0]', 'xs.append(1)', 'xs["a"] = 1'])('%s', source => {
    const missed = fails("NameError: name 'xs' is not defined");
    const notebook = aNotebook()
      .cell('a', 'xs = load()')
      .cell('b', source)
      .run('a', null, fails('ValueError: nothing there'))
      .run('b', null, missed)
      .run('b', null, missed);
    expect(told(notebook)[1]).toBe('b same');
  });
});

describe('a cell that failed below an import', () => {
  const LACKED = "FileNotFoundError: [Errno 2] No such file or directory: 'q'";

  it.each([
    ['from tool import work\nwork(2)', 'same'],
    ['import tool\nfrom tool import work\nwork(2)', 'fails'],
    ['open("q")\nfrom tool import work', 'fails'],
    ['from other import work\nwork(2)', 'fails'],
    ['if k: from tool import work\nwork(2)', 'differs']
  ])('imported what was there by the same import: %j', (source, verdict) => {
    const again = { bound: [], unchanged: ['work'] };
    const notebook = aNotebook()
      .cell('k', 'k = 1')
      .cell('a', 'from tool import work\nwork(1)')
      .cell('b', source)
      .cell('c', 'work(3)')
      .run('k', null, { report: { bound: ['k'] } })
      .run('a', null, { ...fails(LACKED), report: { bound: ['work'] } })
      .run('b', null, { ...fails(LACKED), report: again })
      .run('c', null, { ...fails(LACKED), report: again })
      .delete('a');
    expect(told(notebook).slice(-1)).toEqual([`c ${verdict}`]);
  });
});

describe('a name that a failing cell did not bind', () => {
  it('is bound where somebody found it after another failure', () => {
    const notebook = aNotebook()
      .cell('s', "s = 'q'\nz = 0")
      .cell('a', 'x = int(s)\ny = 1 / z')
      .cell('b', 'print(x)')
      .run('s')
      .run('a', null, fails('ValueError: no'))
      .run('b', null, fails("NameError: name 'x' is not defined"))
      .edit('s', "s = '5'\nz = 0")
      .run('s')
      .run('a', null, fails('ZeroDivisionError: division by zero'))
      .run('b', null, { output: '5' });
    expect(told(notebook)).toEqual(['s same', 'a same', 'b same']);
  });
});

describe('a cell that never ran', () => {
  it('binds what the function binds that it calls, and not what another one does that a cell like it called', () => {
    const notebook = aNotebook()
      .cell('g', 'def g(): globals()["z"] = []')
      .cell('h', 'g()')
      .cell('f', 'def f():\n    global n\n    n = 2')
      .cell('a', 'f()')
      .cell('b', 'n')
      .run('g')
      .run('h', null, { report: { bound: ['z'] } })
      .run('f')
      .run('b', null, fails("name 'n' is not defined"));
    expect(told(notebook).slice(-1)).toEqual(['b differs']);
  });
});

it('a name in another spelling that Python takes for the same is the same', () => {
  const notebook = aNotebook()
    .cell('a', '\u03f5 = 1')
    .cell('b', 'print(\u03b5)')
    .cell('c', '\u03b5 = 2')
    .run('a')
    .run('b', null, { output: '1' })
    .run('c');
  expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
  notebook.run('b', null, { output: '2' });
  expect(told(notebook)[1]).toBe('b differs');
});

describe('a cell whose traceback points to its line', () => {
  const at = (failedLine: number) => ({
    ...fails('AssertionError: invalid'),
    tells: { failedLine },
    report: { bound: [] }
  });
  const notebook = (source: string, line: number): RunBuilder =>
    aNotebook()
      .cell('a', 'import os\nimport sys')
      .cell('b', 'print(os.sep, sys.maxsize)')
      .run('a')
      .run('b', null, { output: '/ 9' })
      .edit('a', source)
      .run('a', null, at(line));

  it('has done what stands above it, also where the kernel saw nothing new', () => {
    expect(told(notebook('import os\nimport sys\ncheck("x")', 3))[1]).toBe(
      'b same'
    );
  });

  it('counts lines from the first that holds something', () => {
    const source = '\n\nimport os\nimport sys\ncheck("x")';
    expect(told(notebook(source, 3))[1]).toBe('b same');
  });

  it('does the same in a fresh run', () => {
    const again = aNotebook()
      .cell('a', 'import os\nk = 3\ncheck("y")')
      .cell('b', 'print(os.sep, k)')
      .run('a', 'import os\nk = 3\ncheck("x")')
      .run('b', null, { output: '/ 3' })
      .run('a', null, at(3));
    expect(told(again)[1]).toBe('b same');
  });

  it('has not done what stands below', () => {
    expect(told(notebook('import os\ncheck("x")\nimport sys', 2))[1]).toBe(
      'b fails'
    );
  });

  it('may not have done what stands above it in a block', () => {
    const source =
      'if f():\n  import os, sys\nelse:\n  check("x")\n  import os, sys';
    expect(told(notebook(source, 4))[1]).toBe('b fails');
  });
});
