import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parser } from '@lezer/python';

import { tricky } from '../../testing/tricky-programs';
import { descend } from '../python/descent';
import { plainTree } from '../python/plain-tree';
import type { Syntax } from '../python/syntax';

/** A tree in one line. */
function written({ name, from, to, children }: Syntax): string {
  return `${name}${from}-${to}(${children.map(written).join(' ')})`;
}

/** What the grammar reads; null where it gives up somewhere. */
function byGrammar(source: string): string | null {
  const { root, errors } = plainTree(parser.parse(source));
  return errors.length > 0 ? null : written(root);
}

function byDescent(source: string): string | null {
  const root = descend(source);
  return root && written(root);
}

const plain: readonly string[] = [
  '',
  '# a remark',
  'a, b = c = *d, e',
  'a: int = 3; b: str',
  'a += 1,\nb **= yield c\nc = yield\n(yield)',
  'not a is not b and c not in d or e < f != g',
  'a ** -b ** c | d & ~e ^ f << 2 @ g',
  'await a + b\n-a.b[c](d) ** 2',
  'a if not b else c if d else lambda: e',
  'lambda a, *b, c=1, **d: (yield)\nlambda : a\nlambda *, a: a',
  '()\n(a)\n(a,)\n(*a, b)\n(*a)\n(a := b, c)\n[]\n[a, *b,]\n{}\n{a, *b}\n{a: b, **c}',
  '[a for b, c in d if e if not f for g in h]\n{a: b for a in c}\n{a for a in b}\n(a async for a in b)',
  'f(a, *b, c=d, e := 1, **g)\nf(a for a in b)',
  'a[:, 1:2, ::3, b, ...]\na[b := c]',
  'f"{a!r:>{b}.{c}} {{d}} {e=} {f,}" "g\\n\\x41\\N{DASH}" rb"\\h"',
  "f'''\n{\n  a\n}\n'''\nr'''b\nc'''",
  '0xfF + 0b1_0 + 0o17 + 1_000.5e-3j + .5 + 1e5',
  'import a.b as c, d\nfrom . import e\nfrom ..f.g import (h as i,\n  j,)\nfrom k import *',
  'del a, b[c]\nassert a, b\nglobal c\nnonlocal d\npass; break; continue;',
  'def f(a, /, b: int = 1, *c: str, d, **e) -> g:\n\t"""h"""\n\treturn *a, b\n\n# i\n',
  'async def f(*, a):\n  async with b as c, d: pass\n  async for e in f: g',
  '@a.b(c)\n@d\nclass E(f, g=h):\n    i = 1\n    def j(self): return',
  'try:\n  a\nexcept (b, c) as d: e\nexcept:\n  raise f from g\nelse:\n  h\nfinally: i',
  'for a, (b, *c) in d, e:\n  if f: g\n  elif (h := i): j; k\n  else:\n    l\nelse: m',
  'while a := b: raise\nelse:\n  raise c, d',
  'a \\\n  + b\nc = d + \\\ne',
  'x = (\n  1,  # one\n\n  2\n)\n',
  'if a:\n  b   # c',
  'print(a)\ntype(b)\nmatch = c.print\nmatch.d\ntype = e'
];

it.each(plain.map(source => [source]))('reads %j as the grammar', source => {
  expect(byDescent(source)).toBe(byGrammar(source));
  expect(byDescent(source)).not.toBeNull();
});

it.each([
  ['patterns', 'match a:\n  case b: pass'],
  ['names of types', 'type A = b'],
  ['parameters of types', 'def f[T](a): pass'],
  ['the statement of Python 2', 'print a'],
  ['what has an error', 'a = = b'],
  ['brackets that are open', 'f(a'],
  ['texts without an end', 'a = "b'],
  ['lines that hang in the air', 'a\n  b'],
  ['a margin that nothing has', 'if a:\n    b\n  c'],
  ['blanks at the end that stand further in', 'if a:\n  b\n     '],
  ['lines that go on before they began', 'if a:\n  b\n    \\\n  # c'],
  ['line ends of other systems', 'a\r\nb'],
  ['functions as conditions', '[a for a in b if lambda: c if d else e]'],
  ['halves of letters', '\ud800 = 1'],
  ['great depth', `${'('.repeat(500)}a${')'.repeat(500)}`],
  ['long sums', `a${' + 1'.repeat(500)}`]
])('leaves %s to the grammar', (_, source) => {
  expect(descend(source)).toBeNull();
});

/** Cells of the notebooks of the truth bench. */
function cellsOfNotebooks(): readonly string[] {
  const folder = join(__dirname, '../../../bench/truth/notebooks');
  return readdirSync(folder)
    .filter(name => name.endsWith('.py'))
    .flatMap(name =>
      readFileSync(join(folder, name), 'utf8').split(/^# %%.*$/m)
    );
}

/** What is put into programs, or takes the place of a part. */
const pieces =
  `( ) [ ] { } , : = ; . * ** " ' f"{ if else for in not lambda yield await print match type def := -> \\ # @ ! 1. as is /`
    .split(' ')
    .concat([
      ' ',
      '\n',
      '\n    ',
      '\\\n',
      ' async ',
      ' return ',
      ' class ',
      'é'
    ]);

/** Programs that are almost right, and stay the same from one time to the next. */
function damaged(sources: readonly string[]): readonly string[] {
  let seed = 7;
  const draw = (count: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % count;
  };
  return sources.flatMap(source =>
    Array.from({ length: 3 }, () => {
      const at = draw(source.length + 1);
      const piece = draw(3) > 0 ? (pieces[draw(pieces.length)] ?? '') : '';
      return source.slice(0, at) + piece + source.slice(at + draw(5));
    })
  );
}

it('reads nothing otherwise than the grammar, and most notebooks by itself', () => {
  const sources = [...plain, ...tricky, ...cellsOfNotebooks()];
  const read = sources.filter(source => descend(source));
  expect(read.length / sources.length).toBeGreaterThan(0.9);
  for (const source of [...sources, ...damaged(sources)]) {
    const found = byDescent(source);
    expect([source, found ?? byGrammar(source)]).toEqual([
      source,
      byGrammar(source)
    ]);
  }
});
