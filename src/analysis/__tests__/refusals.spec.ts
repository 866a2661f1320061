import { analysePython } from '..';

const reasons = (source: string): readonly string[] =>
  analysePython(source).unanalysed.map(({ reason }) => reason);

it.each([
  'return x',
  'yield x',
  'x = yield y',
  'yield',
  'f(a=1, 2)',
  'f(**a, 2)',
  'class A:\n    return 1',
  'break',
  'if x:\n    continue',
  'for x in y:\n    def f(): break',
  'nonlocal x',
  'def f():\n    await g()',
  '1 = x',
  'f() = 1',
  'x + 1 = 2',
  '(a, 1) = 2',
  'for 1 in x: pass',
  'with a as 1: pass',
  'del f()',
  'del (a, 1)',
  'lambda: x = 1',
  'def f(a, a): pass',
  'lambda x, x: 0',
  'try: pass',
  'x = 0777',
  'x <> y',
  'x = "abc',
  "y = 1\nx = '''abc\n",
  'x = 1\n  y = 2',
  'if x:\n    y = 1\n  z = 2',
  'a = = 1'
])('says that Python refuses %j', source => {
  expect(reasons(source)).not.toEqual([]);
  expect(analysePython(source).completeness).toBe('partial');
});

it.each([
  'await f()',
  'f(a=1, *b, c=2, **d, e=3)',
  'async def f():\n    await g()',
  'def f():\n    async def g():\n        await h()\n    return g',
  'lambda: (yield)',
  'def f():\n    return (await g(x) for x in y)',
  'for x in y:\n    if x:\n        break',
  'for x in y:\n    def f():\n        for z in x: break',
  'x = 0\ny = 00\nz = 0x1F + 0.1 + 0e1 + 0j + 01.5',
  'x = f"{y}" "" \'\' """a"""',
  "x = '\\''",
  'if x:\n    y = 1\nelse:\n\tz = 2',
  'if x:\n    %time y = 1\n    z = 2',
  '%timeit x\n',
  '%%time\n    x = 1\n    y = 2',
  'with a as (b, c[0]), d as e.f: pass',
  'for a, *b.c in d: pass',
  '(a), [b] = c',
  'del (a), [b, c[0]]'
])('takes %j', source => {
  expect(reasons(source)).toEqual([]);
});
