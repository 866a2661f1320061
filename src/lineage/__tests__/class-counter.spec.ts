// A class that counts its instances: code hangs on the count where it looks at it, and not where it looks at the rest of the class.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const CLASS = [
  'class E:',
  '    count = 0',
  '    def __init__(self, pay):',
  '        self.pay = pay',
  '        E.count += 1',
  '    @classmethod',
  '    def rate(cls, amount):',
  '        cls.fee = amount',
  '    @staticmethod',
  '    def late(day):',
  '        return day > 5',
  '    def up(self):',
  '        return self.pay + 1',
  '    @classmethod',
  '    def many(cls):',
  '        return cls.count',
  '    @classmethod',
  '    def parse(cls, text):',
  '        return cls(int(text))',
  '    def __add__(self, other):',
  '        return self.pay + other.pay',
  '    def __repr__(self):',
  '        return f"{self.__class__.__name__} {self.pay}"'
].join('\n');

/** What the kernel told of values, and that making an instance changed the class. */
const left = (values: Readonly<Record<string, string>>) => ({
  report: {
    values,
    bound: 'a' in values ? ['a'] : ['E'],
    changed: 'a' in values ? ['E'] : [],
    types: { a: '__main__.E', E: 'builtins.type' }
  }
});

/** The verdict of code behind a cell that made an instance twice, of which a fresh run makes one. */
const verdictOf = (source: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', CLASS)
      .cell('b', 'a = E(5)')
      .cell('c', source)
      .run('a', null, left({ E: 'e0' }))
      .run('b', null, left({ a: 'a', E: 'e1' }))
      .run('b', null, left({ a: 'a', E: 'e2' }))
      .run('c', null, { output: '1', report: { unchanged: ['E', 'a'] } })
  )[2]?.split(' ')[1];

it.each([
  'a.late(3)',
  'a.__dict__',
  'vars(a)',
  'a',
  'type(a).__name__',
  'print(type(a))',
  'print("made:", type(a))',
  'E.__mro__',
  'E.__bases__',
  'hasattr(a, "pay")',
  'getattr(a, "pay")',
  'class M(E):\n    pass',
  'class M(E):\n    def __init__(self, pay, more):\n        super().__init__(pay)\n        self.more = more',
  'E.late(3)',
  'a + a',
  'isinstance(a, E)',
  'print(E.__name__)',
  'E.up(a)',
  'E.rate(2)\nE.late(3)',
  'E.rate(2)\nclass M(E):\n    pass'
])('does not count for %j', source => {
  expect(verdictOf(source)).toBe('same');
});

it.each([
  'E.count',
  'E.many()',
  'a.count',
  'a.many()',
  'E.late(E.count)',
  'E.late(3), vars(E)',
  'E.__dict__',
  'vars(E)',
  'getattr(a, "count")',
  'k = "count"\ngetattr(a, k)',
  'setattr(E, "count", E.count + 1)',
  'dir(E), E',
  'type(a)(3).count',
  'T = type(a)\nb = T(3)\nb.count',
  'b = E(3)\nb.count',
  'b = E.parse("3")\nE.count',
  'b = E.parse("3")\nprint(b.many())',
  'class M(E):\n    pass\nb = M(3)\nb.many()',
  'isinstance(a, E), E.count',
  'help(E)',
  'list(map(E, [1]))\nE.count',
  'E'
])('counts for %j', source => {
  expect(verdictOf(source)).toBe('differs');
});

/** The verdict of code behind a cell that ran, and another that does the same to the class and never ran. */
const verdictBehind = (skipped: string, source: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', CLASS)
      .cell('s', skipped)
      .cell('c', source)
      .run('a')
      .run('c', null, { output: '1' })
  )[2]?.split(' ')[1];

it.each([
  ['E.rate(2)', 'E.late(3)'],
  ['E.rate(2)', 'class M(E):\n    pass'],
  ['b = E.parse("3")', 'E.late(3)'],
  ['E.rate(1)\nb = E.parse("4")', 'print(isinstance(3, E), E.late(2))']
])('after %j that never ran, %j is as it was', (skipped, source) => {
  expect(verdictBehind(skipped, source)).toBe('same');
});

it.each([
  ['E.rate(2)', 'E.fee'],
  ['E.rate(2)', 'vars(E)'],
  ['E.rate(2)', 'b = E(3)\nb.fee'],
  ['b = E.parse("3")', 'E.many()'],
  ['b = E.parse("3")', 'E.count'],
  ['E.late = print', 'E.late(3)'],
  ['setattr(E, "late", print)', 'E.late(3)']
])('after %j that never ran, %j is not', (skipped, source) => {
  expect(verdictBehind(skipped, source)).toBe('differs');
});

/** The verdict of code that ran before a class method which changed the class, as the kernel saw. */
const verdictBefore = (body: string): string | undefined =>
  told(
    aNotebook()
      .cell(
        'a',
        `${CLASS}\n    @classmethod\n    def mark(cls):\n        ${body}`
      )
      .cell('s', 'E.mark()')
      .cell('c', 'E.late(3)')
      .run('a', null, left({ E: 'e0' }))
      .run('c', null, { output: '1', report: { unchanged: ['E'] } })
      .run('s', null, {
        report: {
          values: { E: 'e1' },
          bound: [],
          changed: ['E'],
          types: { E: 'builtins.type' }
        }
      })
  )[2]?.split(' ')[1];

it.each(['cls.fee = 2', 'cls.count += 1', 'E.count += 1'])(
  'a class method that does %j changes what it names alone',
  body => {
    expect(verdictBefore(body)).toBe('same');
  }
);

it.each([
  'setattr(cls, "late", print)',
  'cls.late = print',
  'own = cls\n        own.late = print',
  'E.late = print'
])('a class method that does %j may change the others', body => {
  expect(verdictBefore(body)).toBe('differs');
});

describe('a collection that a class keeps', () => {
  const KEEPER = [
    'class S:',
    '    kept = {}',
    '    def __init__(self, name):',
    '        self.name = name',
    '        S.kept[name] = self'
  ].join('\n');

  /** What becomes of a cell behind one that goes through the collection and moved, and of that one. */
  const behind = (through: string): string[] =>
    told(
      aNotebook()
        .cell('a', KEEPER)
        .cell('b', "s = S('x')")
        .cell('c', through)
        .cell('d', 'print(len(S.kept))')
        .runs('a', 'b')
        .run('d', null, { output: 'x' })
        .run('c', null, { output: 'x' })
    ).slice(2);

  it('is not added to by whoever goes through it', () => {
    expect(behind('for one in S.kept.values():\n    print(one)')).toEqual([
      'c same',
      'd same'
    ]);
  });

  it('is added to by whoever makes an instance', () => {
    expect(behind("print(S('y').kept)")[1]).toMatch(/^d differs/);
    const notebook = aNotebook()
      .cell('a', KEEPER)
      .cell('b', "s = S('x')")
      .cell('c', "t = S('y')")
      .cell('d', 'print(list(S.kept))')
      .runs('a', 'b')
      .run('d', null, { output: "['x']" })
      .run('c');
    expect(told(notebook)[3]).toMatch(/^d differs/);
  });

  it('is another one where the class is edited', () => {
    const notebook = aNotebook()
      .cell('a', KEEPER)
      .cell('b', 'print(S.kept)')
      .run('a')
      .run('b', null, { output: '{}' })
      .edit('a', KEEPER.replace('{}', "{'z': 0}"));
    expect(told(notebook)[1]).toMatch(/^b differs/);
  });
});

it.each(['A', 'type(self)', 'self.__class__'])(
  'counts without a kernel that tells, where methods reach the class by %s',
  way => {
    const notebook = aNotebook()
      .cell(
        'a',
        `class A:\n    n = 0\n    def __init__(self):\n        ${way}.n += 1`
      )
      .cell('b', 'A()')
      .cell('c', 'print(A.n)')
      .run('a')
      .run('b')
      .run('c', null, { output: '1' });
    expect(told(notebook)[2]).toBe('c same');
    notebook.run('b').run('c', null, { output: '2' });
    expect(told(notebook)[2]).toMatch(/^c differs/);
  }
);
