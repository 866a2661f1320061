import { cellCode, type CellOptions } from '../python-script/cell-code';
import { normalised } from '../python-script/normalise';

const OPTIONS: CellOptions = {
  show: code => `show(${code})`,
  shown: 'last',
  isBound: () => false
};

function codeOf(source: string, options: Partial<CellOptions> = {}): string {
  const cell = { label: 'cell 3 [5]', helper: (name: string) => `_${name}` };
  return cellCode(normalised(source), cell, { ...OPTIONS, ...options });
}

/** The code without the comments that say which IPython syntax it stands for. */
function bare(source: string): string {
  return codeOf(source).replace(/^ *# IPython: .*\n?/gm, '');
}

describe('the value that a cell shows', () => {
  it.each([
    ['an expression', 'x = 1\nx', 'x = 1\nshow(x)'],
    ['the last of a line', 'a; b', 'a; show(b)'],
    ['a tuple', '1, 2', 'show((1, 2))'],
    ['an unpacked tuple', '*a, b', 'show((*a, b))'],
    ['an expression of many lines', 'f(\n  1, # c\n)', 'show(f(\n  1, # c\n))'],
    ['one with comments after it', 'x  # a\n# b\n', 'show(x)  # a\n# b'],
    ['one joined by backslashes', '"a" \\\n "b"', 'show("a" \\\n "b")'],
    ['a string of many lines', '"""a\n# x\n"""', 'show("""a\n# x\n""")'],
    ['a comparison', 'a == b', 'show(a == b)'],
    ['a lambda with a default', 'lambda x=1: x', 'show(lambda x=1: x)'],
    ['a keyword argument', 'f(a=1)', 'show(f(a=1))'],
    ['a slice', 'a[1:2]', 'show(a[1:2])'],
    ['a float with a bare point', '1.', 'show(1.)'],
    ['a soft keyword used as a name', 'match', 'show(match)'],
    ['a nested f-string', 'f"{x["a"]!r:>{n}}"', 'show(f"{x["a"]!r:>{n}}")'],
    ['a quote as fill of a format', "f'{x:\">9}'", "show(f'{x:\">9}')"],
    ['print beside something', 'print(1), 2', 'show((print(1), 2))']
  ])('is shown for %s', (_, source, code) => {
    expect(codeOf(source)).toBe(code);
  });

  it.each([
    ['a semicolon', 'x;'],
    ['a semicolon before a comment', 'x ;  # quiet'],
    ['an assignment', 'x = y = 1'],
    ['an annotation', 'x: int'],
    ['an augmented assignment', 'x += 1'],
    ['an import', 'import os'],
    ['a decorated function', '@cache\ndef f(): pass'],
    ['a loop on one line', 'for x in y: x'],
    ['an indented expression', 'if x:\n    y'],
    ['a comment', '# x'],
    ['print', 'print("a", end="")'],
    ['a type alias', 'type X = int']
  ])('is not shown for %s', (_, source) => {
    expect(codeOf(source)).toBe(source);
  });

  it('is that of each expression outside of functions when the notebook asked for all', () => {
    const source = 'a; b\nfor x in y:\n    x\ndef f():\n    g()\nz = 1';
    expect(codeOf(source, { shown: 'all' })).toBe(
      'show(a); show(b)\nfor x in y:\n    show(x)\ndef f():\n    g()\nz = 1'
    );
  });
});

describe('what IPython does to a text first', () => {
  it.each([
    ['mixed line ends', 'a = 1\r\nb = 2\rb', 'a = 1\nb = 2\nshow(b)'],
    ['indentation of the whole cell', '  a = 1\n  a', 'a = 1\nshow(a)'],
    ['prompts of a session', '>>> a = 1\n>>> a', 'a = 1\nshow(a)'],
    ['blank lines and a byte order mark', '\ufeff\n\na', 'show(a)'],
    [
      'tabs and form feeds',
      'def f():\n\treturn 1\n\fx',
      'def f():\n\treturn 1\n\fshow(x)'
    ],
    ['nothing at all', ' \n', '']
  ])('removes or keeps %s', (_, source, code) => {
    expect(codeOf(source)).toBe(code);
  });
});

describe('line magics and shell lines', () => {
  it.each([
    ['%time f(x)', 'show(f(x))'],
    ['%time y = f(x)', 'y = f(x)'],
    ['y = %time f(x)', 'y = f(x)'],
    ['%prun f(x)', 'show(f(x))'],
    ['%timeit -n 10 -r3 f(x)', 'f(x)'],
    ['%timeit y = f(x)', 'def _timed(): y = f(x)\n_timed()'],
    ['%cd data', '_cd("data")'],
    ['%cd', '_cd("~")'],
    ['%pwd', 'show(_os.getcwd())'],
    ['%env A=b c', '_set_env("A", "b c")'],
    ['%set_env A b', '_set_env("A", "b")'],
    ['%env HOME', 'show(_os.environ["HOME"])'],
    ['%run a.py --x 1', 'globals().update(_run_file("a.py --x 1"))'],
    ['%reset -f', '_reset()'],
    ['%xdel x', 'del x'],
    ['%ls -l', '_shell("ls -l")'],
    ['!ls {path} $x', '_shell(_expand("ls {path} $x"))'],
    ['!echo "it\'s"', '_shell("echo \\"it\'s\\"")'],
    ['!echo a \\\n  b', '_shell("echo a b")'],
    ['lines = !ls', 'lines = _shell_lines("ls")'],
    ['!!ls', 'show(_shell_lines("ls"))'],
    ['%sx ls', 'show(_shell_lines("ls"))'],
    ['for x in y:\n    !echo a', 'for x in y:\n    _shell("echo a")'],
    ['if x:\n    %matplotlib inline', 'if x:\n    pass'],
    ['pwd', 'show(_os.getcwd())'],
    ['cd data', '_cd("data")']
  ])('%s', (source, code) => {
    expect(bare(source)).toBe(code);
  });

  it.each([
    '%matplotlib inline',
    '%load_ext autoreload',
    '%autoreload 2',
    '%config InlineBackend.figure_format = "retina"',
    '%who',
    '%pip install x',
    '!pip install -q x',
    '!{sys.executable} -m pip install x',
    '!conda install -y x',
    'pip install x',
    'x?',
    '?x.y',
    'x.y??',
    '%time'
  ])('keeps %s as a comment', source => {
    const code = codeOf(source);
    expect(code).toMatch(/^# IPython: .+ \(.+\)$/);
    expect(bare(source)).toBe('');
  });

  it.each([
    '%foo bar',
    '%store x',
    '%timeit -o f()',
    't = %timeit -o f()',
    '%run notebook.ipynb',
    '%run -i a.py',
    '%reset -f in',
    '%cd -',
    '%time !ls',
    'x = %cd data',
    '/f 1',
    ',f a b',
    'y = 1\n%%time\nz'
  ])('stops loudly at %s', source => {
    expect(bare(source)).toMatch(
      /raise RuntimeError\("Cell 3 \[5\] used .+"\)/
    );
  });

  it('does not take a name of the notebook for a magic', () => {
    expect(codeOf('pwd', { isBound: () => true })).toBe('show(pwd)');
    expect(codeOf('ls - l', { isBound: () => true })).toBe('show(ls - l)');
  });

  it('runs an install that is part of a longer command', () => {
    expect(bare('!pip install x && x run')).toBe(
      '_shell("pip install x && x run")'
    );
  });

  it('leaves what only looks like IPython alone', () => {
    const source = 'x = """\n%cd a\n!ls\n"""\ny = (a\n% b)\nz = 5 % 3';
    expect(codeOf(source)).toBe(source);
  });
});

describe('cell magics', () => {
  it.each([
    ['%%time\nx = 1\nx', 'x = 1\nshow(x)'],
    ['%%time\n%matplotlib inline\nx', 'show(x)'],
    [
      '%%capture out\nprint(1)\nx',
      'with _capture() as out:\n    print(1)\n    x'
    ],
    ['%%capture\n"""a\nb"""', 'with _capture():\n    """a\nb"""'],
    ['%%capture --no-stderr\n# c', 'with _capture():\n    # c\n    pass'],
    ['%%timeit x = 1\nf(x)', 'def _timed():\n    x = 1\n    f(x)\n_timed()'],
    ['%%writefile a.txt\na\nb', "_write_file(\"a.txt\", '''\\\na\nb\n''')"],
    ['%%writefile -a a.txt\na', "_append_file(\"a.txt\", '''\\\na\n''')"],
    ['%%file a\n\\', '_write_file("a",\n    "\\\\\\n"\n)'],
    ['%%bash\nls', "_script([\"bash\"], '''\\\nls\n''')"],
    ['%%script python3 -u\nx', "_script([\"python3\", \"-u\"], '''\\\nx\n''')"],
    ['%%python\nx', "_script([_sys.executable, \"-\"], '''\\\nx\n''')"]
  ])('%s', (source, code) => {
    expect(bare(source)).toBe(code);
  });

  it.each(['%%html\n<b>x</b>', '%%latex\n$x$', '%%javascript\nalert(1)'])(
    'keeps %s as comments',
    source => {
      const lines = codeOf(source).split('\n');
      expect(lines.every(line => line.startsWith('# '))).toBe(true);
    }
  );

  it.each([
    '%%R\nplot(x)',
    '%%cython\ncdef int x',
    '%%capture a b\nx',
    '%%bash --out x\nls',
    '%%script --bg sh\nls',
    '%%writefile\nx',
    '%%timeit -o\nx'
  ])('stops loudly at %s, its text kept as a comment', source => {
    const code = bare(source);
    expect(code).toMatch(/^raise RuntimeError\("Cell 3 \[5\] used %%/);
    expect(
      code
        .split('\n')
        .slice(1)
        .every(line => line.startsWith('#'))
    ).toBe(true);
  });

  it('cannot break out of the comment that keeps its text', () => {
    const code = codeOf('%%html\na\u2028import os\x0bimport sys\x85x');
    expect(code.split('\n').slice(1)).toEqual([
      '#   | a',
      '#   | import os',
      '#   | import sys',
      '#   | x'
    ]);
  });
});
