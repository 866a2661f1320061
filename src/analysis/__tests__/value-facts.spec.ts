// Iterators and who uses them up, names that reach one state, and where statements are done.
import { analysePython } from '..';
import { changed } from './summary';

const values = (source: string): ReturnType<typeof analysePython>['values'] =>
  analysePython(source).values;

describe('values that can be gone through once', () => {
  it.each([
    ['g = (x for x in y)', 'g'],
    ['g = map(f, y)', 'g'],
    ['g = io.StringIO("a")', 'g'],
    ['g = BytesIO()', 'g'],
    ['g = itertools.count(1)', 'g'],
    ['g: object = zip(a, b)', 'g']
  ])('%s binds one', (source, name) => {
    expect(values(source)?.oneShot).toEqual([
      expect.objectContaining({ name, callee: null })
    ]);
  });

  it.each([
    'g = [x for x in y]',
    'g = {x for x in y}',
    'g = y',
    'g += iter(y)'
  ])('%s binds none', source => {
    expect(values(source)?.oneShot).toEqual([]);
  });

  it('may come from a function, and functions that yield are told', () => {
    const { oneShot, generators } = values(
      'def f():\n  yield\ndef h():\n  def inner():\n    yield 1\ng = f()'
    ) ?? { oneShot: [], generators: [] };
    expect(oneShot).toEqual([{ name: 'g', callee: 'f', over: [] }]);
    expect(generators).toEqual(['f']);
  });

  it.each([
    'sum(g)',
    'x = sorted(g, key=k)',
    'for a in g:\n  pass',
    'for i, a in enumerate(g):\n  pass',
    '[a for a in g]',
    'x = max(a for a in g)',
    '",".join(g)',
    'print(*g)',
    'g.read()',
    'x = json.load(g)',
    'x = pd.read_csv(g, sep=c)',
    'a, b = g'
  ])('are used up by %s', source => {
    expect(values(source)?.consumed).toEqual(['g']);
  });

  it.each([
    ['print(sum(g))', ['g']],
    ['for a in g:\n  pass', ['g']],
    ['x = {a for a in g}', ['g']],
    ['for a in g:\n  break', []],
    ['if c:\n  list(g)', []],
    ['x = c and list(g)', []],
    ['next(g)', []],
    ['any(g)', []],
    ['a, b = g', []],
    ['g.read()', []]
  ])('reach their end for sure: %s', (source, names) => {
    expect(values(source)?.exhausted).toEqual(names);
  });

  it.each(['h = (a for a in g)', 'print(g)', 'def f():\n  list(g)', 'len(g)'])(
    'are not used up by %s',
    source => {
      expect(values(source)?.consumed).toEqual([]);
    }
  );
});

describe('names that reach one state', () => {
  it.each([
    ['cur = con.cursor()', 'state'],
    ['row = grid[1]', 'memory'],
    ['flat = grid.ravel()', 'memory'],
    ['t = grid.T', 'memory']
  ])('%s', (source, kind) => {
    expect(values(source)?.sharing).toEqual([
      expect.objectContaining({ kind })
    ]);
  });

  it.each(['c = grid.copy()', 'n = grid.shape', 'x = f(grid)'])(
    'not so %s',
    source => {
      expect(values(source)?.sharing).toEqual([]);
    }
  );
});

describe('what statements to a database change', () => {
  it.each([
    ['con.execute("select 1").fetchone()', 'con.#rows!'],
    ['for row in cur.execute("select 1"): pass', 'cur.#rows!'],
    ['cur.execute("SELECT 1")', 'cur.#rows!'],
    ['cur.fetchall()', 'cur.#rows+'],
    ['cur.execute("insert into t values (1)")', 'cur.#rows! cur+'],
    ['cur.execute(text)', 'cur+'],
    ['cur.execute("select 1")\ncur.fetchone()', 'cur.#rows! cur.#rows!']
  ])('%s', (source, changes) => {
    expect(changed(source).replace(/ ?\S+~/g, '')).toBe(changes);
  });
});

describe('where a statement is done', () => {
  it.each([
    ['x = f(\n  y)\nz = 1', 'x', 'x = f(\n  y)'],
    ['for x in y:\n  z = 1', 'x', 'for x in y'],
    ['if y:\n  z = w + 1', 'z', 'if y:\n  z = w + 1'],
    ['def f(a=y):\n  return 1', 'f', 'def f(a=y)'],
    ['class A(B):\n  n = y', 'A', 'class A(B):\n  n = y']
  ])('%s', (source, name, done) => {
    expect(analysePython(source).readyAt?.get(name)).toBe(done.length);
  });
});

describe('names whose values hold others', () => {
  it.each([
    ['a = b = []', 'b a'],
    ['b = a', 'b a'],
    ['b = a.part[0]', 'b a'],
    ['rows = [row] * 2', 'rows row'],
    ['x, y = p, q', 'x p, y q'],
    ['d["k"] = v', 'd v'],
    ['root.children.append(child)', 'root child'],
    ['game = Game(board, n=lines)', 'game board, game lines']
  ])('%s', (source, pairs) => {
    const found = values(source)?.holdings.map(
      ({ holder, held }) => `${holder} ${held}`
    );
    expect(found?.join(', ')).toBe(pairs);
  });

  it.each(['n = a + b', 'a = b = 1', 'def f():\n    x = y', 'x = t.f(y)'])(
    'not so %s',
    source => {
      expect(values(source)?.holdings).toEqual([]);
    }
  );
});

describe('names that stand for the value of another', () => {
  it.each([
    ['b = a', 'b a'],
    ['a = [1]; b = a', 'b a'],
    ['b: list = a', ''],
    ['a = b = c', 'a c, b c'],
    ['a = b = {}', 'b a'],
    ['a = b = f()', ''],
    ['a, b = c', ''],
    ['b = a.c', ''],
    ['b = a[:]', ''],
    ['b += a', ''],
    ['if c:\n  b = a', '']
  ])('after %j: %j', (source, pairs) => {
    const same = values(source)?.same ?? [];
    expect(same.map(({ name, of }) => `${name} ${of}`).join(', ')).toBe(pairs);
  });
});
