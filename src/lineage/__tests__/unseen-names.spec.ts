// What reads names by texts: `eval`, `globals()`, queries.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const SHOW = `class display(object):
    def __init__(self, *args):
        self.args = args
    def _repr_html_(self):
        return ''.join(eval(a)._repr_html_() for a in self.args)`;

/** A cell that shows frames by their names, run again after what stands in `between`. */
const frames = (...between: [string, string][]): string[] => {
  const notebook = aNotebook()
    .cell('a', SHOW)
    .cell('b', "df1 = make(1)\ndisplay('df1', 'df2')")
    .cell('f', 'df2 = make(2)', 0)
    .cell('c', "display('df1', \"join([df1, df2], how='x')\")")
    .cell('d', 'df1.sum()')
    .cell('e', 'other = 1')
    .cell('m', 'def make(n): return Frame(n)', 0)
    .runAll();
  between.forEach(([id, source]) => notebook.run(id, source));
  return told(notebook);
};

describe('texts that a callable is handed and evaluates', () => {
  it('are read as the names in them', () => {
    const same = [
      'm same',
      'f same',
      'a same',
      'b same',
      'c same',
      'd same',
      'e same'
    ];
    expect(frames()).toEqual(same);
    expect(frames(['e', 'other = 2'], ['d', 'df1.sum()'])).toEqual(same);
  });

  it('differ when what they mention does', () => {
    const edited = frames(['f', 'df2 = make(3)']);
    const kept = ['m same', 'f same', 'a same'];
    expect(edited.slice(0, 3)).toEqual(kept);
    expect(edited[3]).toMatch(/^b differs/);
    expect(edited[4]).toMatch(/^c differs/);
  });

  it('run the functions that they call', () => {
    const notebook = aNotebook()
      .cell('a', 'k = 1')
      .cell('b', 'def f(): return k')
      .cell('c', 'def check(text): print(eval(text))')
      .cell('d', 'check("f()")')
      .runAll()
      .run('a', 'k = 2');
    expect(told(notebook)[3]).toMatch(/^d differs/);
  });
});

describe('names that code makes up', () => {
  const made = (reader: string): string[] =>
    told(
      aNotebook()
        .cell('a', 'x1 = 1')
        .cell('b', reader)
        .cell('c', 'print(k)')
        .cell('d', 'print(y)')
        .runAll()
        .run('a', 'x1 = 2')
        .run('d')
    );

  it('leave unknown what hangs on them, and nothing else', () => {
    expect(made('n = 1\nk = 2\ny = eval("x" + str(n))')).toEqual([
      'a same',
      'b unknown',
      'c same',
      'd unknown'
    ]);
  });

  it('are those of a namespace where one is given', () => {
    const reader = 'k = y = eval("x" + str(1), {"x1": 5})';
    expect(made(reader)).toEqual(['a same', 'b same', 'c same', 'd same']);
  });

  it('bind what the kernel saw them bind', () => {
    const ran = (bound: string[] | null): string[] =>
      told(
        aNotebook()
          .cell('a', 'z = 1')
          .cell('b', 'for i in range(3):\n    globals()[f"x{i}"] = i')
          .cell('c', 'print(x1, z)')
          .run('a', null, { report: { bound: ['z'] } })
          .run('b', null, bound ? { report: { bound } } : {})
          .run('c', null, { report: {} })
          .run('a', null, { report: { rebound: ['z'] } })
      );
    expect(ran(['i', 'x0', 'x1', 'x2'])).toEqual([
      'a same',
      'b same',
      'c same'
    ]);
  });
});

it.each(['print(globals())', 'globals().keys()', 'globals()'])(
  'casts no doubt on others where the namespace is looked at: %s',
  source => {
    const notebook = aNotebook()
      .cell('a', source)
      .cell('b', 'g = 1')
      .cell('c', 'print(g)')
      .cell('d', 'print(2)')
      .run('a', null, { output: '{}' })
      .run('b')
      .run('c', null, { output: '1' })
      .run('b', 'g2 = 1')
      .run('d', null, { output: '2' });
    expect(told(notebook).slice(2)).toEqual(['c fails renamed', 'd same']);
  }
);

it('a cell that Python refuses casts no doubt on what it mentions', () => {
  const refused = 'SyntaxError: invalid syntax (123.py, line 1)';
  const notebook = aNotebook()
    .cell('a', 'k = 1')
    .cell('b', 'k[(:, 1)]')
    .cell('c', 'print(k)')
    .run('a')
    .run('b', null, { status: 'error', output: refused })
    .run('c')
    .run('a')
    .run('c');
  expect(told(notebook)).toEqual(['a same', 'b same', 'c same']);
});

it('a name in a query is read', () => {
  const notebook = aNotebook()
    .cell('a', 'limit = 1')
    .cell('b', 'df = object()')
    .cell('c', 'df.query("x > @limit")')
    .runAll()
    .run('a', 'limit = 2');
  expect(told(notebook)[2]).toBe('c differs older-version');
});

it('statements in a constant text are followed', () => {
  const notebook = aNotebook()
    .cell('a', 'k = 1')
    .cell('b', 'exec("x = k")')
    .cell('c', 'print(x)')
    .cell('d', 'print(k)')
    .runAll()
    .run('a', 'k = 2');
  expect(told(notebook).map(one => one.slice(0, 6))).toEqual([
    'a same',
    'b diff',
    'c diff',
    'd diff'
  ]);
});
