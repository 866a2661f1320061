// Values that change by being gone through or under other names, and cells that would stop for want of a name.
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { told } from './told';

const cells = (...sources: string[]): RunBuilder => {
  const notebook = aNotebook();
  sources.forEach((source, index) =>
    notebook.cell('abcdefgh'[index] ?? '', source)
  );
  return notebook;
};
const shown = (output: string): { readonly output: string } => ({ output });

describe('generators', () => {
  it.each([
    ['g = (n for n in [1, 2])', null],
    ['g = make()', 'def make():\n  yield 1'],
    ['g = make()', 'from lib import make']
  ])('are used up by who goes through them: %s', (source, maker) => {
    const isKnown = maker?.startsWith('def') ?? true;
    const report = { types: { g: 'builtins.generator' } };
    const notebook = cells(maker ?? 'pass', source, 'list(g)', 'sum(g)')
      .run('a')
      .run('b', null, isKnown ? {} : { report })
      .run('c', null, shown('[1, 2]'))
      .run('d', null, shown('0'))
      .delete('c');
    expect(told(notebook)[2]).toBe('d differs deleted-cell');
  });

  it('and not lists', () => {
    const notebook = cells('g = [1, 2]', 'list(g)', 'sum(g)')
      .run('a')
      .run('b', null, shown('[1, 2]'))
      .run('c', null, shown('3'))
      .delete('b');
    expect(told(notebook)[1]).toBe('c same');
  });

  it('are the same once they are used up, whoever did it and how often', () => {
    const notebook = cells(
      'g = (n for n in [1])',
      'list(g)',
      'sum(g)',
      'set(g)'
    )
      .runs('a', 'b')
      .run('c', null, shown('0'))
      .run('c', null, shown('0'))
      .run('d', null, shown('set()'));
    expect(told(notebook).slice(2)).toEqual(['c same', 'd same']);
    const started = cells('g = iter([1])', 'next(g)', 'sum(g)', 'set(g)')
      .runs('a', 'b', 'b')
      .run('c', null, shown('0'))
      .run('d', null, shown('set()'));
    expect(told(started).slice(2)).toEqual(['c differs repeated', 'd same']);
  });

  it('behind one another are one stream', () => {
    const notebook = cells(
      'g = iter([1, 2])',
      'h = map(str, g)',
      'list(h)',
      'list(g)'
    )
      .runs('a', 'b')
      .run('c', null, shown('1'))
      .run('d', null, shown('2'))
      .delete('c');
    expect(told(notebook)[2]).toBe('d differs deleted-cell');
  });
});

describe('a cursor and its connection', () => {
  const database = (...sources: string[]): RunBuilder =>
    cells(
      'import sqlite3\ncon = sqlite3.connect(":memory:")\ncur = con.cursor()',
      ...sources
    ).run('a');

  it('are one state', () => {
    const notebook = database(
      'cur.execute("insert into t values (1)")',
      'print(con.execute("select * from t").fetchall())'
    )
      .run('b')
      .run('c', null, shown('1'))
      .delete('b');
    expect(told(notebook)[1]).toBe('c differs deleted-cell');
  });

  it('are left as they are by queries', () => {
    const notebook = database(
      'cur.execute("select * from t").fetchall()',
      'print(con.execute("select * from t").fetchall())'
    )
      .run('b', null, shown('1'))
      .run('c', null, shown('1'))
      .delete('b');
    expect(told(notebook)[1]).toBe('c same');
  });
});

describe('a view of an array', () => {
  it.each([
    ['numpy.ndarray', 'c differs deleted-cell'],
    ['builtins.list', 'c same']
  ])('is changed with it: %s', (type, verdict) => {
    const report = { types: { grid: type }, bound: ['grid'] };
    const notebook = cells(
      'import numpy as np\ngrid = np.ones((2, 2))\nrow = grid[1]',
      'row += 1',
      'print(grid)'
    )
      .run('a', null, { report })
      .run('b')
      .run('c', null, shown('1'))
      .delete('b');
    expect(told(notebook)[1]).toBe(verdict);
  });
});

describe('what `+=` changes in place in a loop', () => {
  it('counts as bound, since the kernel saw it change', () => {
    const report = { bound: ['n'], changed: ['total'] };
    const notebook = cells(
      'import numpy as np\ntotal, steps = np.zeros(2), [1, 2]',
      'for n in steps:\n  total += n',
      'print(total)'
    )
      .run('a')
      .run('b', null, { report })
      .run('c', null, shown('[3. 3.]'))
      .delete('b');
    expect(told(notebook)[1]).toBe('c differs deleted-cell');
  });
});

describe('a name that is not there', () => {
  const lacking = {
    status: 'error',
    output: "name 'x' is not defined"
  } as const;

  it('when it was not there before either, is no difference', () => {
    const notebook = cells('import lib', 'x = lib.f()', 'print(x)')
      .run('a')
      .run('c', null, lacking)
      .delete('a');
    expect(told(notebook)[1]).toBe('c same');
  });

  it('leaves the value as it was where the statement was to bind it anew', () => {
    const notebook = cells('x = 1', 'x = y + 1', 'print(x)')
      .run('a')
      .run('c', null, shown('1'));
    expect(told(notebook)[2]).toBe('c same');
  });
});

describe('a cell that stopped for want of a name', () => {
  const misses = (name: string) =>
    ({
      status: 'error',
      output: `NameError: name '${name}' is not defined`
    }) as const;

  it('bound what stands above, and nothing below, whoever told', () => {
    const notebook = cells(
      'a = 1',
      'b = a\nc = gone + a',
      'print(c)',
      'print(b)'
    )
      .run('a')
      .run('b', null, misses('gone'))
      .run('c', null, misses('c'))
      .run('d', null, shown('1'))
      .edit('a', 'a = 2')
      .run('a');
    expect(told(notebook).slice(2)).toEqual([
      'c same',
      'd differs older-version'
    ]);
  });

  it('proves that a cell which failed did not bind the name, under any name', () => {
    const failed = { status: 'error', output: 'ValueError: no' } as const;
    const notebook = cells('c = call()\nd = c.d()', 'print(d)', 'x = 1')
      .run('a', null, failed)
      .edit('a', 'c_2 = call()\nd = c_2.d()')
      .run('a', null, failed)
      .run('c')
      .run('b', null, misses('d'))
      .run('a', null, failed);
    expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
  });

  it('bound again what its report leaves out, since the object is the same', () => {
    const report = { bound: [], rebound: [] };
    const notebook = cells('k = 25', 'k = 25\nc = gone', 'print(k)')
      .run('a')
      .run('b', null, { ...misses('gone'), report })
      .run('c', null, shown('25'))
      .delete('a');
    expect(told(notebook)).toEqual(['b same', 'c same']);
  });

  it.each([
    ['x = 1\nplot(x, y)\nlabel("n")', 'same'],
    ['x = 1\nplot(x, y, 2)\nlabel("n")', 'same'],
    ['x = 1\nprint(1)\nplot(x, y)', 'fails undefined edited'],
    ['x = 2\nplot(x, y)', 'fails undefined edited'],
    ['x = 1\nprint(1); plot(x, y)', 'fails undefined edited'],
    ['x = 1\nf = lambda: y\nplot(x, y)', 'fails undefined edited'],
    ['x = 1\nplot(z, y)', 'fails undefined undefined edited']
  ])('stops as before after an edit: %s', (source, said) => {
    const notebook = cells(
      'from lib import plot, label',
      'x = 1\nplot(x, y)\nlabel("m")'
    )
      .run('a')
      .run('b', null, misses('y'))
      .edit('b', source);
    expect(told(notebook)[1]).toBe(`b ${said}`);
  });

  it.each([
    ['print(w)\nimport lib\nx = 2', /^b same/],
    ['print(w)\nimport lib as l\nx = 1', /^b differs/],
    ['import lib\nx = 2', /^b differs/]
  ])('or of a module: %s', (source, said) => {
    const output = "ModuleNotFoundError: No module named 'lib'";
    const notebook = cells('w = 1', 'print(w)\nimport lib\nx = 1')
      .run('a')
      .run('b', null, { status: 'error', output })
      .edit('b', source);
    expect(told(notebook)[1]).toMatch(said);
    expect(told(notebook.edit('a', 'w = f(2)'))[1]).not.toMatch(/same/);
  });
});

describe('a star import', () => {
  it.each([{}, { report: { bound: ['deque', 'd'] } }])(
    'binds what its own cell goes on to use',
    outcome => {
      const notebook = cells(
        'from collections import *\nd = deque([1])',
        'print(d)'
      )
        .run('a', null, outcome)
        .run('b', null, shown('1'))
        .run('a', null, outcome)
        .run('b', null, shown('1'));
      expect(told(notebook)).toEqual(['a same', 'b same']);
    }
  );

  it('does not bind what the kernel did not see it bind', () => {
    const notebook = cells(
      'data = [1]',
      'from collections import *\nd = deque(data)'
    )
      .run('a')
      .run('b', null, { output: '1', report: { bound: ['deque', 'd'] } })
      .delete('a');
    expect(told(notebook)).toEqual(['b fails deleted-cell']);
  });
});
