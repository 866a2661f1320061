// A class that counts its instances: code hangs on the count where it looks at it, and not where it looks at the rest of the class.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const CLASS = [
  'class E:',
  '    count = 0',
  '    def __init__(self, pay):',
  '        self.pay = pay',
  '        E.count += 1',
  '    @staticmethod',
  '    def late(day):',
  '        return day > 5',
  '    def up(self):',
  '        return self.pay + 1',
  '    @classmethod',
  '    def many(cls):',
  '        return cls.count',
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
  'hasattr(a, "pay")',
  'getattr(a, "pay")',
  'class M(E):\n    pass'
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
  'T = type(a)\nb = T(3)\nb.count'
])('counts for %j', source => {
  expect(verdictOf(source)).toBe('differs');
});
