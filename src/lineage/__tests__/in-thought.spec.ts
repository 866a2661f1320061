// What cells run in thought add to a forecast: values and outputs that constants alone determine.
import { analysePython, dryRuns } from '../../analysis';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import { forecast } from '..';

function told(notebook: RunBuilder): readonly string[] {
  const input = { ...notebook.build(), analyse: analysePython, dryRuns };
  return forecast(input).cells.map(
    ({ cellId, verdict }) => `${cellId} ${verdict}`
  );
}

const shows = (output: string): { output: string } => ({ output });

describe('cells run in thought', () => {
  it('tell an edit that binds the same value from one that does not', () => {
    const notebook = aNotebook()
      .cell('a', 'x = 10')
      .cell('b', 'print(x)')
      .run('a')
      .run('b', null, shows('10'));
    expect(told(notebook.edit('a', 'x = 5 * 2'))).toEqual(['a same', 'b same']);
    expect(told(notebook.edit('a', 'x = 5 * 3'))).toEqual([
      'a differs',
      'b differs'
    ]);
  });

  it('tell an output that comes out again though a value above it is another one', () => {
    const notebook = aNotebook()
      .cell('a', 'xs = [1, 2, 3]')
      .cell('b', 'len(xs)')
      .cell('c', 'print(max(xs))')
      .run('a')
      .run('b', null, shows('3'))
      .run('c', null, shows('3'))
      .edit('a', 'xs = [1, 2, 4]');
    expect(told(notebook)).toEqual(['a differs', 'b same', 'c differs']);
  });

  it.each([
    ['xs[5]', 'IndexError: list index out of range', 'same'],
    ['{}[xs[0]]', 'KeyError: 1', 'same'],
    ['{}[xs[-1]]', 'KeyError: 3', 'differs'],
    ['xs[5]', 'IndexError: said otherwise', 'differs'],
    ['print(len(xs))\nxs[9]', 'IndexError: list index out of range', 'same']
  ])(
    'tell that a cell fails as it did: %j with %j',
    (source, output, verdict) => {
      const notebook = aNotebook()
        .cell('a', 'xs = [1, 2, 3]')
        .cell('b', source)
        .run('a')
        .run('b', null, { status: 'error', output })
        .edit('a', 'xs = [1, 2, 4]');
      expect(told(notebook)).toEqual(['a differs', `b ${verdict}`]);
    }
  );

  it('are lost behind a cell that fails, nobody knows at what, in a fresh run as they were in the record', () => {
    const notebook = aNotebook()
      .cell('z', 'zs = [1]')
      .cell('i', 'import pandas as pd')
      .cell('a', "xs = ['a', 'b']")
      .cell('b', "xs.append('c')")
      .cell('c', "pd.DataFrame({'x': xs, 'y': [1, 2]})")
      .cell('d', "xs.remove('c')")
      .cell('e', 'xs');
    ['z', 'i', 'a', 'b'].forEach(id => notebook.run(id));
    notebook
      .run('c', null, { status: 'error', output: 'ValueError: All arrays' })
      .run('d')
      .run('e', null, shows("['a', 'b']"))
      .edit('z', 'zs = [2]');
    expect(told(notebook)).toEqual([
      'z differs',
      ...['i same', 'a same', 'b same', 'c same', 'd same', 'e same']
    ]);
  });

  it('do not count for a cell that fails what was there before it', () => {
    const notebook = aNotebook()
      .cell('x', 'x = 1')
      .cell('a', 'xs = [1]')
      .cell('b', 'x = xs[3]\nprint(x)')
      .cell('c', 'xs = [1, 2]\nx = 2')
      .runs('x', 'a', 'c')
      .run('b', null, {
        status: 'error',
        output: 'IndexError: list index out of range'
      });
    expect(told(notebook)).toContain('b same');
  });

  it('do not count for a cell that fails what it never came to', () => {
    const output = "NameError: name 'gone' is not defined";
    const notebook = aNotebook()
      .cell('a', 'x = 7')
      .cell('b', 'gone\nx = 1')
      .cell('c', 'print(x)')
      .run('a')
      .run('b', null, { status: 'error', output })
      .run('c', null, shows('7'))
      .edit('a', 'x = 8');
    expect(told(notebook)).toEqual(['a differs', 'b same', 'c differs']);
  });

  it.each([
    ['gone.append(to)\n    n = to', 'same'],
    ['n = to\n    gone.append(to)', 'differs'],
    ['try:\n        gone\n    except NameError:\n        n = to', 'differs']
  ])('know what a cell that never ran binds before it stops: %j', (body, n) => {
    const notebook = aNotebook()
      .cell('a', `def go(to):\n    global n\n    ${body}`)
      .cell('b', 'go("x")')
      .cell('c', 'n')
      .run('a')
      .run('c', null, {
        status: 'error',
        output: "NameError: name 'n' is not defined"
      });
    expect(told(notebook)).toEqual(['a same', 'b unrun', `c ${n}`]);
  });

  it('do not stop for want of a name that the kernel saw bound', () => {
    const notebook = aNotebook()
      .cell('a', 'def g():\n    globals()["z"] = []')
      .cell('b', 'g()')
      .cell('c', 'def f(to):\n    global n\n    z.append(to)\n    n = to')
      .cell('d', 'f(2)')
      .cell('e', 'n')
      .run('a')
      .run('b', null, { report: { bound: ['z'] } })
      .run('c')
      .run('e', null, {
        status: 'error',
        output: "NameError: name 'n' is not defined"
      });
    expect(told(notebook)[4]).toBe('e differs');
  });

  it('follow what a call changes, and what a clearing forgets', () => {
    const notebook = aNotebook()
      .cell('a', 'memo = {}\ndef f(n):\n    memo[n] = n\n    return n')
      .cell('b', 'f(3)')
      .cell('c', 'memo.clear()')
      .cell('d', 'print(memo)')
      .run('a')
      .run('b', null, shows('3'))
      .run('b', null, shows('3'))
      .run('c')
      .run('d', null, shows('{}'))
      .delete('b');
    expect(told(notebook)).toEqual(['a same', 'c same', 'd same']);
  });

  it('show what an instance says of itself, which may hang on other names', () => {
    const notebook = aNotebook()
      .cell('a', 'sign = "!"')
      .cell(
        'b',
        'class A:\n    def __init__(self):\n        self.x = 1\n    def __repr__(self):\n        return f"A{sign}"'
      )
      .cell('c', 'a = A()\na')
      .cell('d', 'a.x')
      .runs('a', 'b')
      .run('c', null, shows('A!'))
      .run('d', null, shows('1'))
      .edit('a', 'sign = "?"');
    expect(told(notebook)).toEqual([
      'a differs',
      'b same',
      'c differs',
      'd same'
    ]);
  });

  it('do not take a list for another one because its least item is the same', () => {
    const changed = { report: { changed: ['cheap', 'items'] } };
    const shared = { report: { changed: [], shared: [['cheap', 'items']] } };
    const notebook = aNotebook()
      .cell('a', 'items = [[1], [9]]')
      .cell('b', 'cheap = min(items)')
      .cell('c', 'cheap.append(5)')
      .cell('d', 'print(len(items), max(items))')
      .run('a')
      .run('b', null, shared)
      .run('c', null, changed)
      .run('d', null, shows('2 [9]'))
      .run('a', 'items = [[1], [7]]');
    expect(told(notebook)[3]).toBe('d differs');
  });

  it.each([
    ['load("b.csv")', 'same'],
    ['load("b.csv")\nxs.pop()', 'differs'],
    ['load("b.csv")\nxs.pop()\nxs = []', 'differs'],
    ['load("b.csv")\nf()', 'differs']
  ])('know what a cell does not reach that may stop: %j', (source, verdict) => {
    const notebook = aNotebook()
      .cell('tools', 'from tools import load')
      .cell('a', 'xs = [1, 2, 3]\nys = xs\ndef f():\n    ys.pop()')
      .cell('b', source.replace('b.csv', 'a.csv'))
      .cell('c', 'print(len(ys))')
      .run('tools')
      .run('a')
      .run('b')
      .run('c', null, shows(verdict === 'same' ? '3' : '2'))
      .edit('a', 'xs = [1, 2, 4]\nys = xs\ndef f():\n    ys.pop()')
      .edit('b', `import others\n${source}`);
    expect(told(notebook)).toContain(`c ${verdict}`);
  });

  it('know nothing of what a library returns or may have changed', () => {
    const notebook = aNotebook()
      .cell('a', 'import tool\nxs = [1, 2]')
      .cell('b', 'tool.work(xs)')
      .cell('c', 'print(len(xs))')
      .run('a')
      .run('b')
      .run('c', null, shows('2'))
      .edit('a', 'import tool\nxs = [1, 3]');
    expect(told(notebook)[2]).toBe('c differs');
  });

  it('prove nothing once a recorded output speaks against them', () => {
    const notebook = aNotebook()
      .cell('a', 'xs = [1, 2]')
      .cell('b', 'max(xs) > 0')
      .cell('c', 'print(1)')
      .run('a')
      .run('c', null, shows('1'))
      .run('c', null, shows('one'))
      .run('b', null, shows('True'))
      .edit('a', 'xs = [1, 3]');
    expect(told(notebook)[1]).toBe('b differs');
  });

  it('prove nothing once an execution failed that does not fail in thought', () => {
    const notebook = aNotebook()
      .cell('a', 'xs = [1, 2]')
      .cell('c', 'y = 1')
      .cell('b', 'max(xs) > 0')
      .run('a')
      .fails('c')
      .run('b', null, shows('True'))
      .edit('a', 'xs = [1, 3]');
    expect(told(notebook)[2]).toBe('b differs');
  });

  it.each([
    [
      'class Config:\n    lr = 0.1\ncfg = Config()',
      'import tool\nprint(tool.train(cfg))',
      'class Config:\n    lr = 0.5\ncfg = Config()'
    ],
    ['xs = [1]\nys = list(xs)', 'xs.append(2)\nprint(ys)', 'xs = [1]\nys = xs'],
    [
      'xs = [1]\ndef grow(to=[1]):\n    to.append(2)',
      'grow()\nprint(xs)',
      'xs = [1]\ndef grow(to=xs):\n    to.append(2)'
    ],
    [
      'xs = [1]\nit = iter([1])',
      'xs.append(2)\nprint(list(it), xs)',
      'xs = [1]\nit = iter(xs)'
    ],
    ['s = {1}', 'import tool\ntool.show(s)', 's = frozenset({1})'],
    ['s = {1}', 'import tool\ntool.show(s)', 's = {True}'],
    ['d = {}', "print(d.get('a', 5))", "d = {'a': None}"],
    ['x = 0', 'print(int(x))', 'x = None'],
    ['n = 5', "print(f'{n:d}')", "n = '5'"],
    ['def f(a): return a', 'print(f(a=1))', 'def f(a, /): return a'],
    [
      'from operator import itemgetter\nget = [itemgetter(0)]',
      'import tool\nprint(tool.work(get))',
      'from operator import itemgetter\nget = [itemgetter(1)]'
    ]
  ])(
    'see what an edit changes in what is easily taken for the same: %j',
    (before, reader, after) => {
      const notebook = aNotebook()
        .cell('a', before)
        .cell('b', reader)
        .run('a')
        .run('b', null, shows('5'))
        .edit('a', after);
      expect(told(notebook)[1]).toBe('b differs');
    }
  );

  it.each([
    '%timeit -n2 -r1 xs.append(1)',
    '%%time\nxs.append(1)',
    '%matplotlib inline\nxs.append(1)'
  ])('know no more what a cell with a magic changes: %j', source => {
    const notebook = aNotebook()
      .cell('a', 'xs = []')
      .cell('b', 'print(len(xs))')
      .cell('c', source)
      .run('a')
      .run('c', null, shows('2 s'))
      .run('b', null, shows('2'));
    expect(told(notebook)[1]).toBe('b differs');
  });
});

describe('what constants determine', () => {
  const IMPORTS = 'import random\nimport time\nfrom functools import wraps';
  const TIMED =
    'def timed(f):\n  @wraps(f)\n  def inner(*a):\n    t = time.time()\n    r = f(*a)\n    spent = time.time() - t\n    return r\n  return inner\n@timed\ndef f(n):\n  return n + 1\n';

  it.each([
    ['noisy = False\nif noisy:\n  print(random.random())\nprint(1)', '1'],
    [
      'def f(n, noisy=False):\n  if not noisy:\n    return n\n  return random.random()\nf(1)',
      '1'
    ],
    ['def f(n):\n  t = time.time()\n  return n\nprint(f(1))', '1'],
    [`${TIMED}f(0)`, '1']
  ])(
    'hangs on no chance that the code does not come to: %j',
    (source, output) => {
      const notebook = aNotebook()
        .cell('a', IMPORTS)
        .cell('b', source)
        .run('a')
        .run('b', null, shows(output));
      expect(told(notebook)).toEqual(['a same', 'b same']);
    }
  );

  it('hangs on no part that was drawn beside it', () => {
    const notebook = aNotebook()
      .cell('a', IMPORTS)
      .cell('b', 'log = []\nlog.append({"at": time.time(), "n": 1})')
      .cell('c', 'log[0]["n"]')
      .cell('d', 'log[0]["at"]')
      .run('a')
      .run('b')
      .run('c', null, shows('1'))
      .run('d', null, shows('1700000000.1'));
    expect(told(notebook)).toEqual([
      'a same',
      'b random',
      'c same',
      'd random'
    ]);
  });

  it('is not all of a cell that leaves what was drawn', () => {
    const notebook = aNotebook()
      .cell('a', IMPORTS)
      .cell('b', 'x = random.random()\nprint(1)')
      .run('a')
      .run('b', null, shows('1'));
    expect(told(notebook)).toEqual(['a same', 'b random']);
  });
});
