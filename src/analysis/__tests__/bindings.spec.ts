import { analysePython } from '..';
import { bound } from './summary';

it.each([
  ['a = b = 1', 'a b'],
  ['a, (b, *c), [d] = x', 'a b c d'],
  ['a: int = 1', 'a'],
  ['a: int', ''],
  ['a += 1', 'a'],
  ['a.b = a[0] = 1', ''],
  ['print(a := 1, [b := 2])', 'a b'],
  ['[a := i for i in x]', 'a?'],
  ['for a, (b, *c) in x: pass', 'a? b? c?'],
  ['for a in 1, 2: pass', 'a'],
  ['for a in []: pass\nelse:\n    b = 1', 'a? b'],
  ['while x: a = 1', 'a?'],
  ['with f() as a, g() as (b, c): pass', 'a b c'],
  ['with (f() as a, g() as b,): pass', 'a b'],
  ['with f() as a.b: pass', ''],
  ['import a, b.c, d.e as f', 'a b f'],
  ['from a import b, c as d', 'b d'],
  ['from . import (a,\n  b)', 'a b'],
  ['def f(a): b = 1', 'f'],
  ['async def f(): pass', 'f'],
  ['class A:\n    b = 1', 'A'],
  ['type A[T] = T', 'A'],
  ['try: pass\nexcept E as e: pass', ''],
  ['try:\n    a = 1\nfinally:\n    b = 1', 'a b'],
  ['try:\n    a = 1\nexcept E:\n    a = 2', 'a a'],
  [
    'match x:\n    case [a, *b]: pass\n    case {"k": c, **d}: pass\n    case E(f=g) as h: pass',
    'a? b? c? d? g? h?'
  ],
  ['match x:\n    case a: pass', 'a'],
  ['if c: a = 1', 'a?'],
  ['if c: a = 1\nelif d: a = 2\nelse: a = 3', 'a a a'],
  ['if False: a = 1', ''],
  ['a = 1\nif c: a = 2', 'a a'],
  ['a = 1\ndel a', ''],
  ['globals()["a"] = 1', 'a'],
  ['with suppress(E): a = 1', 'a?'],
  ['while True:\n    if f(): break\n    a = 1', 'a?'],
  ['while True:\n    a = 1\n    if f(): break\n    a = 2', 'a a'],
  ['for i in x:\n    if i: break\n    a = i\nelse:\n    raise E', 'i a?'],
  ['if c: a = None; raise E', 'a?'],
  ['try: pass\nexcept E as e: e = 1', ''],
  ['for a in 1, 2:\n    b = a\n    del b', 'a'],
  ['ϵ = 𝜋1 = 1; ᵢ = "ϵ"', 'ε π1 i'],
  ['def f():\n    global a\n    a = b\nf()', 'f a'],
  ['def f():\n    global a\n    if b: return\n    a = 1\nf()', 'f a?'],
  ['def f():\n    global a\n    yield\n    a = 1\nf()', 'f a?'],
  ['async def f():\n    global a\n    a = 1\nf()', 'f a?'],
  ['@d\ndef f():\n    global a\n    a = 1\nf()', 'f a?'],
  ['def f():\n    global a\n    a = 1\nb and f()', 'f a?'],
  ['def f():\n    global a\n    a = 1\nmap(f, b)', 'f a?'],
  ['def f():\n    global a\n    a = 1\ndef g(): f()\ng()', 'f g a'],
  [
    'if b:\n    def f():\n        global a\n        a = 1\nelse:\n    def f(): pass\nf()',
    'f f a?'
  ],
  ['a = 1\ndef f():\n    global a\n    del a\nf()', 'f']
])('binds by %j: %s', (source, expected) => {
  expect(bound(source)).toBe(expected);
});

it('tells how each name is bound', () => {
  const source =
    'import a\nfrom b import c\nd = 1\ne: int = 1\nd += 1\n(f := 1)\nfor g in x: pass\nwith x as h: pass\ndef i(): pass\nclass j: pass\ntype k = x\nmatch x:\n    case l: pass';
  expect(analysePython(source).bindings.map(({ kind }) => kind)).toEqual([
    'import',
    'from-import',
    'assignment',
    'annotated-assignment',
    'augmented-assignment',
    'named-expression',
    'loop-variable',
    'with-item',
    'function',
    'class',
    'type-alias',
    'match-capture'
  ]);
});

it('tells which modules are imported', () => {
  const { imports } = analysePython(
    'import sklearn.svm, os\nfrom pandas.api import types\nfrom . import x'
  );
  expect(imports.map(({ module }) => module)).toEqual([
    'sklearn',
    'os',
    'pandas',
    '.'
  ]);
});

it('tells what imported names stand for', () => {
  const { imports } = analysePython(
    'import os.path, numpy as np, a.b as c\nfrom pandas.api import types as t, x\nfrom e import *'
  );
  expect(imports.map(({ name, dotted }) => [name, dotted])).toEqual([
    ['os', 'os'],
    ['np', 'numpy'],
    ['c', 'a.b'],
    ['t', 'pandas.api.types'],
    ['x', 'pandas.api.x'],
    [null, 'e']
  ]);
});

it.each([
  ['del a', ['a']],
  ['a = 1\ndel a', ['a']],
  ['del a\na = 1', []],
  ['if "a" in globals(): del a', ['a']],
  ['for a in b:\n    c = a\n    del c', ['c']],
  ['def f(a): del a', []]
])('deletes by %j: %j', (source, expected) => {
  expect(analysePython(source).deletes).toEqual(expected);
});

it('says that a star import binds what it does not tell', () => {
  const { bindsUnknown, completeness } = analysePython('from a import *');
  expect([bindsUnknown, completeness]).toEqual([true, 'partial']);
});
