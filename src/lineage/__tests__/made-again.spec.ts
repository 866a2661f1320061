// Classes that a cell made again, the same or edited, while instances of the former class are still there.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

const VEC = `class Vec:
    def __init__(self, x):
        self.x = work(x)
    def __add__(self, other):
        return Vec(self.x + other.x)
    def __eq__(self, other):
        return self.x == other.x
    def turned(self):
        return Vec(-self.x)`;
const TURNS = VEC.replace('-self.x', 'self.x');

/** The cells that a fresh run would not show again, where the class ran again after an instance was made. */
function stale(
  code: string,
  cells: Readonly<Record<string, string>>,
  again = code
): string {
  const notebook = aNotebook()
    .cell('tools', 'from tools import work\nfrom dataclasses import dataclass')
    .cell('class', code)
    .cell('made', 'a = Vec(work(1))');
  Object.entries(cells).forEach(([id, source]) => notebook.cell(id, source));
  notebook.runs('tools', 'class', 'made');
  notebook.run('class', again).runs(...Object.keys(cells));
  return forecast({ ...notebook.build(), analyse: analysePython })
    .cells.filter(({ verdict }) => verdict !== 'same')
    .map(({ cellId, verdict }) => `${cellId} ${verdict}`)
    .join(', ');
}

test('instances of a class are as good as those of the same class, made again', () => {
  const cells = {
    both: 'work(a + Vec(2))',
    equal: 'a == Vec(work(1))',
    turn: 'work(a.turned())'
  };
  expect(stale(VEC, cells)).toBe('');
});

test('what nobody uses of an edited class does not count, also where instances of both meet', () => {
  const cells = {
    both: 'work(a + Vec(2))',
    equal: 'a == Vec(work(1))',
    turn: 'a.turned()'
  };
  expect(stale(VEC, cells, TURNS)).toBe('turn differs');
});

test.each([
  ['isinstance(a, Vec)', VEC],
  ['type(a) is Vec', VEC],
  ['a.__class__ == Vec', VEC],
  ['set(map(type, [a, Vec(1)]))', VEC],
  [
    'work({a: 1}, {a: 1}.get(Vec(1)))',
    '@dataclass(frozen=True)\nclass Vec:\n    x: int'
  ],
  [
    'kept = work(a)\nkept[Vec(1)]',
    '@dataclass(frozen=True)\nclass Vec:\n    x: int'
  ],
  ['work(a == Vec(1))', '@dataclass\nclass Vec:\n    x: int'],
  ['a in [Vec(1)]', '@dataclass(order=True)\nclass Vec:\n    x: int = 0'],
  [
    'a.all, Vec(2).all',
    'class Vec:\n    all = []\n    def __init__(self, x):\n        self.all.append(x)'
  ],
  [
    'a.count()\nVec(2).count()',
    'class Vec:\n    n = 0\n    def __init__(self, x):\n        self.x = x\n    def count(self):\n        Vec.n += 1\n        return Vec.n'
  ],
  [
    'a.get(1)\nVec(2).get(2)',
    'class Vec:\n    def __init__(self, x):\n        self.x = x\n    def get(self, i, seen=[]):\n        seen.append(i)\n        return seen'
  ],
  [
    'try:\n    raise a\nexcept Vec:\n    print(work(1))',
    'class Vec(ValueError):\n    def __init__(self, x):\n        self.x = x'
  ]
])('%s tells the two classes apart', (use, code) => {
  expect(stale(code, { use })).toBe('use differs');
});

test('a data class that no code compares is not told apart', () => {
  const code =
    '@dataclass\nclass Vec:\n    """A vector\n\n    of one number."""\n    x: int\n    y: int = 0\n    def norm(self):\n        return work(self.x)';
  expect(stale(code, { use: 'work(a.norm() + Vec(2).norm())' })).toBe('');
});

test('a value of an expression that names no class holds no instance of what the cell makes beside it', () => {
  const notebook = aNotebook()
    .cell('tools', 'from tools import work, rows')
    .cell('class', VEC)
    .cell('made', 'X = rows(3)\na = Vec(work(1))')
    .cell('use', 'work(X)')
    .runs('tools', 'class', 'made', 'use')
    .run('class', VEC.replace('self.x + other.x', 'self.x - other.x'));
  const { cells } = forecast({ ...notebook.build(), analyse: analysePython });
  expect(cells.find(one => one.cellId === 'use')?.verdict).toBe('same');
});
