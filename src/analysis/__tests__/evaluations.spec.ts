// Code and names that stand in texts: `eval`, `exec`, `globals()`, queries over frames.
import { analysePython } from '..';
import { bound, changed, effects, readOf } from './summary';

it.each([
  ['y = eval("x + 1")', 'y', 'x'],
  ["eval(' f(x)')", '', 'f x'],
  ['t = "a.b"\ny = eval(t)', 't y', 'a["b"]'],
  ['exec("x = y")', 'x', 'y'],
  ['code = """\nx = y\nz = x\n"""\nexec(code)\nprint(z)', 'code x z', 'y'],
  ['exec("def f(): return g()")\nf()', 'f', 'g?'],
  ['exec("k = 1", globals())', 'k', ''],
  ['[eval("x") for i in z]', '', 'z x?'],
  ['eval(s, {})', '', 's'],
  ['eval(s, ns)', '', 's ns'],
  ['exec(s, ns)', '', 's ns'],
  ['exec(s, {"x": a}, {})', '', 's a'],
  ['eval("x", globals(), {})', '', 'x'],
  ['df.query("a > @limit and b < @c.d")', '', 'df limit? c?'],
  ['df.eval("z = a + @k")', '', 'df k?'],
  ['import pandas as pd\npd.eval("a + b.c")', 'pd', 'a? b?'],
  ['sqldf("select * from t join u on t.a = u.a")', '', 'sqldf t? u?'],
  ['duckdb.sql("SELECT * FROM t")', '', 'duckdb t?']
])('%j binds %j and reads %j', (source, names, reads) => {
  expect(bound(source)).toBe(names);
  expect(readOf(source)).toBe(reads);
  expect(analysePython(source).unanalysed).toEqual([]);
});

it('reads no names where nobody gets those that are listed', () => {
  const dropped = analysePython('dir()\n# then\nlocals()  # none\nx');
  expect(dropped.completeness).toBe('complete');
  for (const shown of ['x\ndir()\n# then', 'print(\n  dir()\n)\nx']) {
    expect(analysePython(shown).completeness).toBe('partial');
  }
});

it('changes the namespace in which it runs statements', () => {
  expect(changed('exec(s, ns)')).toBe('ns+');
  expect(changed('eval(s, ns)')).toBe('');
  expect(changed('exec("x.append(1)")')).toBe('x+');
});

it.each([
  ['eval(text)', 'reads', 'texts:read', false],
  ['eval(a + b)', 'reads', 'names:read', false],
  ['eval(f"{a}_x")', 'reads', 'names:read', false],
  ['y = globals()[n]', 'reads', 'names:read', false],
  ['f(**globals())', 'reads', 'names:read', false],
  ['x = 1\nglobals()', 'reads', 'names:read', false],
  ['f(\n  globals()\n)', 'reads', 'names:read', true],
  ['dir()[:9]', 'reads', 'names:read', false],
  ['"%(x)s" % globals()', 'reads', 'names:read', false],
  ['t = timeit(s, globals=globals())', 'reads', 'texts:read clock:read', false],
  ['print(globals())', 'reads', 'names:read display:read', false],
  ['print("all:", vars())', 'reads', 'names:read display:read', false],
  ['globals()', 'reads', 'names:read', false],
  ['globals().keys()', 'reads', 'names:read', false],
  ['print(globals().update(n))', 'reads', 'names:read display:read', true],
  [
    'k = [n for n, v in locals().items() if v is x]',
    'reads',
    'names:read',
    false
  ],
  ['d = globals().copy()', 'reads', 'names:read', false],
  ['globals().update(d)', 'reads', 'names:read', true],
  ['f(globals())', 'reads', 'names:read', true],
  ['globals()[n] = 1', 'bindings', '', true],
  ['from m import *', 'bindings', '', true],
  ['g = globals()', 'reads', 'names:read', true],
  ['exec(code)', undefined, '', true],
  ['exec("a = = 1")', undefined, '', true],
  ['_ + 1', 'results', '', false]
])('%j leaves %s open', (source, extent, touched, bindsUnknown) => {
  const analysis = analysePython(source);
  expect(analysis.completeness).toBe('partial');
  expect(analysis.unanalysed[0]?.extent).toBe(extent);
  expect(effects(source)).toBe(touched);
  expect(analysis.bindsUnknown).toBe(bindsUnknown);
});

it('tells what a body evaluates, and of which names that is', () => {
  const source = 'def show(*texts):\n    for t in texts:\n        eval(t)';
  const [definition] = analysePython(source).definitions;
  expect(definition?.effects).toEqual([
    expect.objectContaining({ state: 'texts', action: 'read' })
  ]);
  const call =
    'show("df1", "pd.concat([df1, df2])", ["k"], "Hello world!", title="Two words")';
  expect(analysePython(call).texts).toEqual(['df1', 'df2', 'k', 'pd']);
});

it('says which values hang on what is evaluated', () => {
  const [effect] = analysePython('k = 1\ny = eval(t)\nz = y').effects;
  expect(effect?.into).toEqual(['y', 'z']);
});

it.each(['dir(x)', 'def f():\n    return dir()', '"a" in dir()'])(
  '%j lists no names of the notebook',
  source => {
    expect(analysePython(source).completeness).toBe('complete');
  }
);
