import { analysePython } from '..';
import { bound, readOf } from './summary';

it.each([
  ['nothing', ''],
  ['blanks', ' \t\n\f\r\n'],
  ['no Python', '<html>&nbsp;</html>\u0000\ud800 §$%&/()=?`'],
  ['open brackets', '((([[[{{{'],
  ['closing brackets', ')))]]]}}}'],
  ['an open string', 'x = """abc'],
  ['an open field', 'f"{x'],
  ['an open format', "f'{x:{y"],
  ['a backslash at the end', 'x = \\'],
  ['half a statement', 'for'],
  ['a lone percent sign', '%'],
  ['a lone magic', '%%'],
  ['a lone exclamation mark', '!'],
  ['a lone question mark', '?'],
  ['a decorator of nothing', '@'],
  ['a walrus of nothing', 'f(:=1)'],
  ['names of objects', 'constructor = __proto__ = toString = hasOwnProperty']
])('takes %s', (_, source) => {
  const analysis = analysePython(source);
  expect(analysis.completeness).toMatch(/^(?:complete|partial)$/);
  expect(analysis.completeness === 'complete').toBe(
    analysis.unanalysed.length === 0
  );
});

it.each([
  ['\r\n', 'x = 1\r\nif x:\r\n    y = z\r\n'],
  ['\r', 'x = 1\rif x:\r    y = z\r'],
  ['mixed', 'x = 1\r\nif x:\n    y = \\\r\n      z\r'],
  ['form feeds', '\fx = 1\n\fif x:\n    y = z'],
  ['a byte order mark', '\ufeffx = 1\nif x:\n    y = z'],
  ['tabs', 'x = 1\nif x:\n\ty = z']
])('reads lines with %j', (_, source) => {
  expect([bound(source), readOf(source)]).toEqual(['x y?', 'z?']);
  expect(analysePython(source).completeness).toBe('complete');
});

it('keeps offsets of the source as it was given', () => {
  const source = '\ufeff%time\r\nx = 1.\r\ny = "\\\r\n" + wanted';
  const [reference] = analysePython(source).references;
  const { from = 0, to = 0 } = reference?.range ?? {};
  expect(source.slice(from, to)).toBe('wanted');
});

it.each([
  ['parentheses', `${'('.repeat(20_000)}x${')'.repeat(20_000)}`],
  ['calls', `${'f('.repeat(5_000)}x${')'.repeat(5_000)}`],
  ['attributes', `x${'.a'.repeat(50_000)}`],
  ['subscripts', `x${'[0]'.repeat(20_000)}`],
  ['sums', `x${' + 1'.repeat(50_000)}`],
  ['choices', `${'a if b else '.repeat(5_000)}c`],
  ['negations', `${'not '.repeat(20_000)}x`],
  ['lambdas', `${'lambda: '.repeat(5_000)}x`],
  [
    'blocks',
    Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n')
  ],
  [
    'functions',
    Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}def f():`).join('\n')
  ],
  ['fields', `${'f"{'.repeat(500)}x${'}"'.repeat(500)}`],
  ['a long string', `x = "${'\\n'.repeat(300_000)}"`],
  ['a long command', `!echo ${'\\ '.repeat(300_000)}`]
])('survives deep or long %s', (_, source) => {
  expect(() => analysePython(source)).not.toThrow();
});

it('reads a megabyte of code to its end', () => {
  const block =
    'for i in range(10):\n    if i > limit:\n        total += f(df["a"], i)\n    else:\n        seen[i] = 1.\n';
  const source = block.repeat(Math.ceil(1_000_000 / block.length));
  const { completeness, references } = analysePython(source);
  expect(completeness).toBe('complete');
  expect(references.length).toBeGreaterThan(1000);
});

it('does not follow calls without end', () => {
  const functions = Array.from(
    { length: 40 },
    (_, i) => `def f${i + 1}():\n    f${i}(); f${i}()\n`
  ).join('');
  const { completeness, unanalysed } = analysePython(`${functions}f40()`);
  expect([completeness, unanalysed.length]).toEqual(['complete', 0]);
});
