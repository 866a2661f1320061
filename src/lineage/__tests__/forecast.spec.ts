import { analysePython } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

/** `a:same b:differs(bound-below x @c)`: one word for each cell. */
function told(notebook: RunBuilder): string[] {
  const { document, runs } = notebook.build();
  const { cells } = forecast({ document, runs, analyse: analysePython });
  return cells.map(({ cellId, verdict, causes, reason }) => {
    const list = causes.map(
      ({ kind, name, cellId: at }) => `${kind} ${name ?? '-'} @${at ?? '-'}`
    );
    const why = [...(reason ? [reason] : []), ...list].join('; ');
    return `${cellId}:${verdict}${why ? ` (${why})` : ''}`;
  });
}

const chain = (): RunBuilder =>
  aNotebook().cell('a', 'x = 1').cell('b', 'y = x + 1').cell('c', 'print(y)');

describe('forecast of a notebook run in order', () => {
  it('is the same for every cell', () => {
    expect(told(chain().runAll())).toEqual(['a:same', 'b:same', 'c:same']);
  });

  const again: [string, string, string][] = [
    ['an assignment', 'x = 1', 'print(x)'],
    ['an import', 'import math', 'print(math.pi)'],
    ['a look', 'x = [1]', 'print(len(x))'],
    ['a new column', 'df = {}', 'df["r"] = 1'],
    ['a column out of columns', 'df = f0()\nimport m', 'df["r"] = df.a / df.b'],
    ['a fit', 'model = object()\nX = y = 1', 'model.fit(X, y)'],
    ['a function', 'def f():\n    return 1', 'f()'],
    ['a loop', 'x = [1]', 'for i in x:\n    j = i'],
    ['a style', 'import matplotlib.pyplot as plt', 'plt.style.use("ggplot")'],
    ['a seed', 'import random', 'random.seed(1)\nz = random.random()']
  ];
  it.each(again)('stays so when %s runs again', (_, first, second) => {
    const source = first.replace('f0()', 'object()');
    const notebook = aNotebook().cell('a', source).cell('b', second).runAll();
    expect(told(notebook.runs('b', 'a', 'b', 'b'))).toEqual([
      'a:same',
      'b:same'
    ]);
  });

  const once: [string, string][] = [
    ['x = 1', 'x += 1'],
    ['x = [1, 2]', 'x[0] += 1'],
    ['df = object()', 'df = df.drop(columns="a")'],
    ['df = {"a": 1}', 'df["a"] = df["a"] * 2'],
    ['d = {"a": 1}', 'del d["a"]']
  ];
  it.each(once)('differs when %s; %s runs twice', (first, second) => {
    const notebook = aNotebook().cell('a', first).cell('b', second);
    const name = /^(?:del )?(\w+)/.exec(second)?.[1];
    expect(told(notebook.runs('a', 'b', 'b'))).toEqual([
      'a:same',
      `b:differs (repeated ${name} @b)`
    ]);
  });
});

describe('causes', () => {
  it.each<[string, RunBuilder, string[]]>([
    [
      'a name bound below',
      aNotebook().cell('a', 'print(x)').cell('b', 'x = 1').runs('b', 'a'),
      ['a:fails (bound-below x @b)', 'b:same']
    ],
    [
      'a name from a deleted cell',
      aNotebook().cell('a', 'x = 1').cell('b', 'print(x)').runAll().delete('a'),
      ['b:fails (deleted-cell x @-)']
    ],
    [
      'a name from another client',
      aNotebook().cell('b', 'print(x)').console('x = 1').run('b'),
      ['b:fails (other-client x @-)']
    ],
    [
      'a definition that is gone',
      chain().runAll().edit('a', 'print(1)').run('a'),
      [
        'a:same',
        'b:fails (definition-gone x @a)',
        'c:fails (definition-gone x @a)'
      ]
    ],
    [
      'an edited cell that did not run again',
      chain().runAll().edit('a', 'x = 2'),
      [
        'a:differs (edited - @a)',
        'b:differs (edited - @a)',
        'c:differs (edited - @a)'
      ]
    ],
    [
      'an older version',
      chain().runAll().run('a', 'x = 2'),
      [
        'a:same',
        'b:differs (older-version x @b)',
        'c:differs (older-version x @b)'
      ]
    ],
    [
      'an older value, by itself and by a stale cell in between',
      aNotebook()
        .cell('a', 'd = {"k": 1}')
        .cell('b', 'd["r"] = d["k"]')
        .cell('c', 'print(d)')
        .runAll()
        .run('a', 'd = {"k": 2}'),
      [
        'a:same',
        'b:differs (older-version d @b)',
        'c:differs (older-version d @b)'
      ]
    ],
    [
      'a cell in between that never ran',
      chain().cell('n', 'x = 5', 1).runs('a', 'b', 'c'),
      ['a:same', 'n:unrun', 'b:differs (unrun x @n)', 'c:differs (unrun x @n)']
    ],
    [
      'an update further down',
      aNotebook()
        .cell('a', 'x = []')
        .cell('b', 'print(x)')
        .cell('c', 'x[0:0] = [1]')
        .runs('a', 'c', 'b'),
      ['a:same', 'b:differs (bound-below x @c)', 'c:same']
    ],
    [
      'a name that nobody bound',
      aNotebook().cell('a', 'print(x)').run('a'),
      ['a:same']
    ],
    [
      'a comment that changed',
      chain().runAll().edit('a', 'x  =  1  # one'),
      ['a:same', 'b:same', 'c:same']
    ],
    [
      'a restart in between',
      chain().runAll().restart().run('a'),
      ['a:same', 'b:same', 'c:same']
    ],
    [
      'a cell that moved below its reader',
      chain().runAll().move('a', 2),
      ['b:fails (bound-below x @a)', 'c:fails (bound-below x @a)', 'a:same']
    ],
    [
      'a value that an execution which nobody saw had left in an earlier kernel',
      aNotebook()
        .cell('a', 'x = 1')
        .cell('b', 'print(x)')
        .run('a', 'x = 2 - 1', {
          status: 'lost',
          report: { values: { x: 'one' } }
        })
        .restart()
        .run('b', null, { status: 'error', output: 'NameError' })
        .run('a', 'x = 1', { report: { values: { x: 'one' } } })
        .run('b'),
      ['a:same', 'b:same']
    ],
    [
      'a value set again from above',
      aNotebook()
        .cell('a', 'x = 1')
        .cell('b', 'x = 2')
        .cell('c', 'print(x)')
        .runs('a', 'b', 'a', 'c'),
      ['a:same', 'b:same', 'c:differs (out-of-order x @a)']
    ]
  ])('%s', (_, notebook, expected) => {
    expect(told(notebook)).toEqual(expected);
  });
});

describe('a run that a page joined late', () => {
  /** Two executions that nobody saw, of which the kernel remembers `remembered`; then all cells ran again. */
  function joinedLate(remembered: boolean): string[] {
    const lost = {
      status: 'lost' as const,
      ...(remembered ? { report: { bound: ['x'] } } : {})
    };
    const { document, runs } = aNotebook()
      .cell('a', 'x = [1]')
      .cell('b', 'print(df.head(x))\nprint(pd.read_csv("a.csv"))')
      .cell('c', 'import pandas as pd\ndf = pd.DataFrame()')
      .run('a', 'x = [2]', lost)
      .run('c', null, lost)
      .runs('a', 'c', 'b')
      .move('c', 0)
      .build();
    const late = runs.map(history => ({
      ...history,
      run: {
        ...history.run,
        gaps: [{ kind: 'joined-late' as const, detail: '', at: '' }]
      }
    }));
    const seen = remembered
      ? late
      : late.map(history => ({
          ...history,
          executions: history.executions.slice(2)
        }));
    const { cells } = forecast({
      document,
      runs: seen,
      analyse: analysePython
    });
    return cells.map(({ cellId, verdict }) => `${cellId}:${verdict}`);
  }

  it('is known in full where the kernel remembers everything', () => {
    expect(joinedLate(true)).toEqual(['c:same', 'a:same', 'b:same']);
  });

  it('leaves what hangs on settings unknown where something ran unseen', () => {
    expect(joinedLate(false)).toEqual(['c:same', 'a:same', 'b:unknown']);
  });

  it('takes a cell that only writes into a database for what it shows: nothing', () => {
    const report = { changed: [], types: { con: 'sqlite3.Connection' } };
    const notebook = aNotebook()
      .cell('a', 'import sqlite3\ncon = sqlite3.connect(":memory:")')
      .cell('b', 'con.execute("update t set x = 1");')
      .cell('c', 'con.execute("select x from t").fetchall()')
      .run('a')
      .run('b', null, { report })
      .run('c', null, { output: '1' })
      .edit('b', 'con.execute("update t set x = 2");');
    const input = { ...notebook.build(), analyse: analysePython };
    expect(forecast(input).cells.map(({ verdict }) => verdict)).toEqual([
      'same',
      'same',
      'differs'
    ]);
  });
});
