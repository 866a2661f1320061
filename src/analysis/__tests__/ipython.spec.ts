import { analysePython } from '..';
import { bound, readOf } from './summary';

it.each([
  ['%matplotlib inline', '', ''],
  ['%time x = f(y)', 'x', 'f y'],
  ['%%time\nx = f(y)', 'x', 'f y'],
  ['%timeit -n 10 x = f(y)', '', 'f y'],
  ['%%timeit x = 1\ny = x + z', '', 'z'],
  ['%%capture out --no-stderr\nx = y', 'x out', 'y'],
  ['%%time\n%%capture out\nx = 1', 'x out', ''],
  ['%lprun -f f f(x)', '', 'f x'],
  ['if a:\n    %time b = c\n    %cd d', 'b?', 'a c?'],
  ['!cat {path} $name {d["k"]} $HOME', '', 'path? name? d? HOME?'],
  ["!awk '{print $1}' file", '', 'print?'],
  ['files = !ls {folder}', 'files', 'folder?'],
  ['value = %who_ls', 'value', ''],
  ['x?', '', 'x?'],
  ['?x.y', '', 'x?'],
  ['%pinfo x', '', 'x?'],
  ['%psource x.y', '', 'x?'],
  ['%%bash --out text\necho $x; y = z', 'text', ''],
  ['%%html\n<b>not = python</b>', '', ''],
  ['%store -r a b', 'a b', ''],
  ['%store a', '', 'a?'],
  ['%store a > b.txt', '', 'a?'],
  ['%%sql rows <<\nselect 1', 'rows', ''],
  ['%%sql\nselect 1 << 2', '', ''],
  ['%%bigquery rows\nselect 1', 'rows', ''],
  ['pip install numpy', '', ''],
  ['cd ..', '', ''],
  ['ls - la', '', 'ls la'],
  ['a = [b\n% c]', 'a', 'b c'],
  ['a = b \\\n% c', 'a', 'b c'],
  ['s = """\n%time x\n!ls\n"""', 's', ''],
  ['  x = 1\n  if x:\n      y = 2', 'x y?', ''],
  ['>>> x = y\n>>> for i in x:\n...     z = i', 'x i? z?', 'y'],
  ['In [3]: x = y', 'x', 'y'],
  ['display(x); get_ipython()', '', 'x'],
  ['await f(x)', '', 'f x'],
  ['%time', '', '']
])('%j binds %j and reads %j', (source, names, reads) => {
  expect(bound(source)).toBe(names);
  const shown = readOf(source).replace(/\bprint\? ?/, '');
  expect(shown).toBe(reads.replace(/\bprint\? ?/, ''));
});

it.each([
  ['%matplotlib inline'],
  ['%%time\nx = 1'],
  ['!pip install x'],
  ['%%bash\nls'],
  ['%load_ext autoreload\n%autoreload 2'],
  ['%load?'],
  ['%unheard_of ??'],
  ['get_ipython().run_line_magic("matplotlib", "inline")'],
  ['def f(x): return locals()']
])('%j is understood', source => {
  expect(analysePython(source).unanalysed).toEqual([]);
});

it.each([
  ['%run other.py', '%run other.py', true],
  ['%unheard_of x', '%unheard_of x', false],
  ['%%unheard_of\nx', '%%unheard_of\nx', true],
  ['%%R -i a -o b\nb <- a', '%%R -i a -o b\nb <- a', false],
  ['exec(code)', 'exec(code)', true],
  ['eval(code)', 'eval(code)', false],
  ['x = globals()[n]', 'globals()', false],
  ['y = _ + 1', '_', false],
  ['Out[3]', 'Out', false],
  ['_12', '_12', false],
  [',f a b', ',f a b', false],
  ['get_ipython().run_cell(x)', 'get_ipython().run_cell(x)', true],
  ['print "x"', 'print "x"', false],
  ['a = = 1\nb = 2', 'a = = 1', false],
  ['%reset -f', '%reset -f', true]
])('%j is not: %j', (source, stretch, bindsUnknown) => {
  const analysis = analysePython(source);
  const [unknown] = analysis.unanalysed;
  const { from = 0, to = 0 } = unknown?.range ?? {};
  expect(source.slice(from, to)).toBe(stretch);
  expect(unknown?.reason).toMatch(/^[A-Z].*\.$/);
  expect(analysis.completeness).toBe('partial');
  expect(analysis.bindsUnknown).toBe(bindsUnknown);
});

it('still reads the lines around one that it does not understand', () => {
  const source = 'a = x\nb = = y\nc = z';
  expect(bound(source)).toMatch(/^a .*c$/);
  expect(readOf(source)).toMatch(/^x .*z$/);
});

it('takes a name for a variable of the cell once the cell binds it', () => {
  expect(analysePython('for _ in x: print(_)').unanalysed).toEqual([]);
});
