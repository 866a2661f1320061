import { analysePython } from '..';
import { bound, readOf } from './summary';

/** Python that the grammar rejects, with what it binds and reads. */
it.each([
  ['a = 1. - x / 50.', 'a', 'x'],
  ['a = [1., 2.e5, 3.j]', 'a', ''],
  ['match x:\n    case Name(): pass', '', 'x Name?'],
  ['match x, y:\n    case a, b: pass', 'a? b?', 'x y'],
  ['match *x, y:\n    case [] | (): pass', '', 'x y'],
  ['match x:\n    case {}: pass\n    case {A.B: c}: pass', 'c?', 'x A?'],
  ['def f():\n    yield\n    x = yield\n    return (yield)', 'f', ''],
  ['with f() as (a, b), g() as [c, *d]: pass', 'a b c d', 'f g'],
  ['with (f() as a, g(a) as b): pass', 'a b', 'f g'],
  ['with f() as o.attr, g() as d["k"]: pass', '', 'f g'],
  ['{x := 2}', 'x', ''],
  ['{x := y for y in z}', 'x?', 'z'],
  ['d[*x]', '', 'd x'],
  ['for x in *a, *b: pass', 'x?', 'a b'],
  ['[a for a, *b in c]', '', 'c'],
  ['@f or g\ndef h(): pass', 'h', 'f g?'],
  ['@x[0].y\ndef h(): pass', 'h', 'x[0]'],
  ['@(d := null)\nclass A: pass', 'd A', 'null'],
  ['a = lambda b, /: b\nc = lambda b, /, d: b\ne = lambda b,: b', 'a c e', ''],
  ["f'{x:=10}'", '', 'x'],
  ["f'{x!r:^{w}.{p}}' f'{y = }'", '', 'x w p y'],
  ['f"{d["k"]}"', '', 'd["k"]'],
  ["fr'\\{{x}}' rf'\\{y}'", '', 'y'],
  ['t"{x}" + tr"{y}"', '', 'x y'],
  ['class A[T = int, *U = *X, **P = Y]: pass', 'A', 'X? Y?'],
  ['def f(*a: *T): pass', 'f', 'T?'],
  ['try: pass\nexcept A, B: pass', '', 'A? B?'],
  ['try: pass\nexcept* A: pass', '', 'A?'],
  ['async with f() as (a, b): pass', 'a b', 'f'],
  ['if x:\n    a = y\nelse:\n    a = z\n        ', 'a a', 'x y? z?'],
  ['def f():\n    return 1\n  \n\t\t', 'f', '']
])('%j binds %j and reads %j', (source, names, reads) => {
  expect(analysePython(source).unanalysed).toEqual([]);
  expect(bound(source)).toBe(names);
  const expected = reads === '' ? [] : reads.split(' ');
  expect(
    readOf(source)
      .split(' ')
      .filter(name => name !== '')
      .sort()
  ).toEqual(expected.sort());
});
