// What slices keep of state that no name of the target's code leads to.
import { dryRuns } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { sliceOfLast } from './slices';

/** Which of the sources, run in this order, are in the slice of the last one: counted from 0. */
function kept(sources: readonly string[]): number[] {
  const cells = [...new Set(sources)];
  const idOf = (source: string): string => `c${cells.indexOf(source)}`;
  let notebook = aNotebook();
  for (const source of cells) {
    notebook = notebook.cell(idOf(source), source);
  }
  sources.forEach((source, index) => {
    const isLast = index === sources.length - 1;
    notebook = notebook.run(
      idOf(source),
      null,
      isLast ? { output: '[1]' } : {}
    );
  });
  const { steps } = sliceOfLast(notebook, dryRuns);
  return steps.map(({ sequence }) => sequence - 1);
}

const CLASS =
  'class A:\n    fee = 1\n    def __repr__(self): return str(self.fee)';
const CACHED = '@lru_cache(maxsize=None)\ndef f(x):\n    return x * 2';
const LOUD = '@cache\ndef f(x):\n    print("anew")\n    return x';
const EVALUATING =
  'class Show:\n    def __init__(self, *texts): self.texts = texts\n    def __repr__(self): return repr([eval(t) for t in self.texts])';

describe('a slice keeps', () => {
  it.each<[string, string[], number[]]>([
    [
      'all that gave names to what is listed',
      ['x = 1', 'print(x)', 'y = 2', '_z = 3', '%whos'],
      [0, 2, 4]
    ],
    [
      'calls that a cache was asked about',
      [
        'from functools import lru_cache',
        CACHED,
        'f(1)',
        'print(f.cache_info())'
      ],
      [0, 1, 2, 3]
    ],
    [
      'calls after which a cached function shows nothing more',
      ['from functools import cache', LOUD, 'f(1)', 'f(2)', 'f(1)'],
      [0, 1, 2, 3, 4]
    ],
    [
      'calls of a method that is cached',
      [
        'from functools import lru_cache',
        'class C:\n    @lru_cache\n    def f(self, x):\n        print(x)\nc = C()',
        'c.f(1)',
        'c.f(1); print(2)'
      ],
      [0, 1, 2, 3]
    ],
    [
      'calls that grew a default argument',
      [
        'def add(x, bag=[]):\n    bag.append(x)\n    return bag',
        'add(1)',
        'print(add(2))'
      ],
      [0, 1, 2]
    ],
    [
      'changes of a class whose instances are shown after the class was made anew',
      [CLASS, 'xs = [A()]', 'A.fee = 2', CLASS, 'print(xs)'],
      [0, 1, 2, 4]
    ],
    [
      'changes of a class whose instances came into a list later',
      [
        'class A:\n    fee = 1',
        'xs = []',
        'xs.append(A())',
        'A.__repr__ = lambda self: "a"',
        'print(xs)'
      ],
      [0, 1, 2, 3, 4]
    ],
    [
      'values that texts mention which are evaluated',
      [EVALUATING, 'x = 6', 'print(Show("x"))'],
      [0, 1, 2]
    ],
    [
      'what a text may mention for what stands in place of a builtin, and all that is there before',
      [
        'x = tool',
        EVALUATING.replace('Show', 'display'),
        'x = 6',
        'display("x")'
      ],
      [0, 1, 2, 3]
    ],
    [
      'settings of a module',
      [
        'from decimal import Decimal, getcontext',
        'getcontext().prec = 5',
        'print(Decimal(1) / 7)'
      ],
      [0, 1, 2]
    ],
    [
      'a name of a module that was given another value',
      ['import tool', 'tool.depth = 3', 'import tool', 'print(tool.dig())'],
      [0, 1, 3]
    ],
    [
      'changes through a second name of a value',
      ['a = b = []', 'a.append(tool)', 'print(b)'],
      [0, 1, 2]
    ],
    [
      'changes of what a value holds, at whatever remove',
      [
        'import t\nx = t.make()',
        'xs = [x]',
        'all = {"xs": xs}',
        'x.change()',
        'print(all)'
      ],
      [0, 1, 2, 3, 4]
    ],
    [
      'a value that was made again after another name had it',
      [
        'import t\na = t.make()',
        'b = a',
        'import t\na = t.make()',
        'a.change()',
        'print(a, b)'
      ],
      [0, 1, 2, 3, 4]
    ],
    [
      'writers of a file that somebody asks for',
      [
        'from pathlib import Path',
        'Path("a.txt").write_text("a")',
        'print(Path("a.txt").exists())'
      ],
      [0, 1, 2]
    ],
    [
      'makers of the folder that a file goes into',
      [
        'import os',
        'os.makedirs("out")',
        'open("out/a.txt", "w").write("a")',
        'print(open("out/a.txt").read())'
      ],
      [0, 1, 2, 3]
    ],
    [
      'which expressions IPython shows',
      [
        'from IPython.core.interactiveshell import InteractiveShell\nInteractiveShell.ast_node_interactivity = "all"',
        'tool.a\ntool.b'
      ],
      [0, 1]
    ],
    [
      'which expressions a magic has IPython show',
      [
        '%config InteractiveShell.ast_node_interactivity = "last_expr_or_assign"',
        'x = tool.make()'
      ],
      [0, 1]
    ],
    [
      'what makes the repository that a command of git looks at, and no others',
      ['!git --version', '!git init', 'x = 1', '!git status'],
      [1, 3]
    ],
    [
      'who wrote a file that a command names',
      ['%%writefile a.c\nint a;', '%%writefile b.c\nint b;', '!gcc -c a.c'],
      [0, 2]
    ],
    [
      'classes that register when they are defined',
      [
        'found = {}\nclass P:\n    def __init_subclass__(cls, **more):\n        found[cls.__name__] = cls',
        'class Q(P):\n    pass',
        'print(len(found))'
      ],
      [0, 1, 2]
    ]
  ])('%s', (_, sources, expected) => {
    expect(kept(sources)).toEqual(expected);
  });
});

describe('a slice leaves out', () => {
  it.each<[string, string[], number[]]>([
    [
      'what a module made',
      ['import kit', 'a = kit.make(1)', 'kit.Box(2)', 'print(kit.make(3))'],
      [0, 3]
    ],
    [
      'classes of what was imported that were called',
      ['from kit import tool', 'a = tool.Box(1)', 'print(tool.Box(2))'],
      [0, 2]
    ],
    [
      'neither what a module is told nor calls of what may be no module',
      [
        'import kit\nfrom kit import tool',
        'kit.use(1)',
        'a = tool.make(1)',
        'print(kit.make(2), tool.make(3))'
      ],
      [0, 1, 2, 3]
    ],
    [
      'settings of another module that the same statement imports',
      [
        'import decimal, json',
        'decimal.getcontext().prec = 5',
        'print(json.dumps([1]))'
      ],
      [0, 2]
    ],
    [
      'the first import of what a cell that is kept imports again',
      [
        'import math\nradius = tool.two()',
        'import math\nradius = tool.three()',
        'print(math.pi * radius)'
      ],
      [1, 2]
    ],
    [
      'a later import where nothing else of its cell is needed',
      ['import math', 'import math\nradius = 3', 'print(math.pi)'],
      [0, 2]
    ],
    [
      'no first import that somebody needs before it is imported again',
      [
        'import math\nold = 2',
        'x = math.floor(tool)',
        'import math\ny = 3',
        'print(math.pi, x, y)'
      ],
      [0, 1, 2, 3]
    ],
    [
      'calls of a cached function that only fill its cache',
      ['from functools import lru_cache', CACHED, 'f(1)', 'print(f(2))'],
      [0, 1, 3]
    ],
    [
      'styles of pictures where the output holds none',
      [
        'import matplotlib.pyplot as plt',
        'plt.style.use("ggplot")',
        'print(tool.show())'
      ],
      [2]
    ],
    [
      'options that were set once more to what they were',
      [
        'import numpy as np\nnp.set_printoptions(precision=2)',
        'x = tool',
        'import numpy as np\nnp.set_printoptions(precision=2)',
        'print(x)'
      ],
      [0, 1, 3]
    ],
    [
      'paths of modules where nothing is imported',
      ['import sys\nsys.path.append("a")', 'x = tool', 'print(x)'],
      [1, 2]
    ],
    [
      'what a loop variable was before a loop that may not have run',
      [
        'for w in tool:\n    pass',
        'seen = {}\nfor w in more:\n    seen[w] = 1',
        'print(seen)'
      ],
      [1, 2]
    ],
    [
      'calls of functions that change nothing of what they are handed',
      [
        'def cross(a, b):\n    out = []\n    for x in a:\n        out.append(x + b)\n    return out',
        'from tool import load\nxs = load()',
        'def show(s): return [cross(x.lower(), s) for x in s]',
        'show(xs)',
        'print(xs)'
      ],
      [1, 4]
    ],
    [
      'calls of a function that get functions which change nothing',
      [
        'def two(x): return x.count("B") == 2',
        'def share(f, s): return sum(f(x) for x in s)',
        'import t\ns = t.load()',
        'share(two, s)',
        'print(s)'
      ],
      [2, 4]
    ],
    [
      'calls that get a plain function, which stays what it is',
      [
        'def even(x): return x % 2 == 0',
        'import t\nt.work(even)',
        'print(even(2))'
      ],
      [0, 2]
    ]
  ])('%s', (_, sources, expected) => {
    expect(kept(sources)).toEqual(expected);
  });

  it.each([
    ['re.Match', ['a', 'c']],
    ['decimal.Decimal', ['a', 'c']],
    ['decimal.Context', ['a', 'b', 'c']],
    ['tool.Match', ['a', 'b', 'c']]
  ])('leaves out a method of what nothing changes: %s', (type, expected) => {
    const report = { types: { m: type } };
    const notebook = aNotebook()
      .cell('a', 'm = find()')
      .cell('b', 'm.start()')
      .cell('c', 'print(m.end())')
      .run('a', null, { report: { ...report, bound: ['m'] } })
      .run('b', null, { report })
      .run('c', null, { output: '1', report });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ cellId }) => cellId)).toEqual(expected);
  });

  it('leaves out options that do not shape what the kernel tells of', () => {
    const report = { types: { x: 'builtins.int', y: 'builtins.str' } };
    const notebook = aNotebook()
      .cell('a', 'import pandas as pd\npd.set_option("display.max_rows", 5)')
      .cell('b', 'x, y = tool')
      .cell('c', 'print(x, y)')
      .run('a', null, { report: { bound: ['pd'] } })
      .run('b', null, { report: { ...report, bound: ['x', 'y'] } })
      .run('c', null, { output: '1', report });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ cellId }) => cellId)).toEqual(['b', 'c']);
  });

  it('leaves out options that only shape what cells above the last show', () => {
    const types = { x: 'pandas.DataFrame', n: 'builtins.int' };
    const columns = [{ name: 'a', type: 'int64', missing: 0 }];
    const profiles = { x: { kind: 'frame', shape: [90, 1], columns } } as const;
    const notebook = aNotebook()
      .cell('a', 'import pandas as pd\npd.set_option("display.max_rows", 5)')
      .cell('b', 'x = tool.load()\nprint(x)\nn = len(x)')
      .cell('c', 'print(n)')
      .run('a', null, { report: { bound: ['pd'] } })
      .run('b', null, {
        output: 'a',
        report: { bound: ['x', 'n'], types, profiles }
      })
      .run('c', null, { output: '90', report: { types } });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ cellId }) => cellId)).toEqual(['b', 'c']);
  });

  it('leaves out what set a part of the state before, where every kernel begins with the rest', () => {
    const notebook = aNotebook()
      .cell('a', 'size = 3')
      .cell('b', 'import matplotlib as mpl\nmpl.rcParams["font.size"] = size')
      .cell('c', 'tool.draw()')
      .run('a')
      .run('b')
      .edit('a', 'size = 4')
      .run('a')
      .run('b')
      .run('c', null, { output: 'x'.repeat(900), tells: {} });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ sequence }) => sequence)).toEqual([3, 4, 5]);
  });

  it('leaves out what a failed cell would have needed after the line at which it failed', () => {
    const failing = 'def f(x):\n    return x\na = missing\nb = other';
    const notebook = aNotebook()
      .cell('a', 'other = tool')
      .cell('b', failing)
      .cell('c', 'print(f(2))')
      .run('a')
      .run('b', null, {
        status: 'error',
        output: "NameError: name 'missing' is not defined",
        tells: { failedLine: 3 }
      })
      .run('c', null, { output: '2' });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ cellId }) => cellId)).toEqual(['b', 'c']);
  });

  it.each([
    [
      'cd /nowhere',
      "[Errno 2] No such file or directory: '/nowhere'",
      'open("a.txt").read()'
    ],
    ['!git add a', "fatal: pathspec 'a' did not match any files", '!git status']
  ])('leaves out what says that it did nothing: %s', (source, output, last) => {
    const notebook = aNotebook()
      .cell('a', source)
      .cell('b', last)
      .run('a', null, { output })
      .run('b', null, { output: '1' });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ cellId }) => cellId)).toEqual(['b']);
  });

  it.each([
    ['x.work(:, 1)', 'SyntaxError: invalid syntax (1.py, line 1)'],
    ['%%tool x\nx = 1', 'UsageError: Cell magic `%%tool` not found.']
  ])('leaves out a cell of which nothing ran: %j', (source, output) => {
    const notebook = aNotebook()
      .cell('a', 'x = tool')
      .cell('b', source)
      .cell('c', 'print(x)')
      .run('a')
      .run('b', null, { status: 'error', output })
      .run('c', null, { output: '1' });
    const { steps } = sliceOfLast(notebook);
    expect(steps.map(({ cellId }) => cellId)).toEqual(['a', 'c']);
  });

  it.each([
    ['changes it under another name', 'def f(s):\n    t = s\n    t.pop()'],
    ['changes a part of it', 'def f(s):\n    s[0].x = 1'],
    ['is not known in full', 'from tool import f']
  ])('keeps a call of a function that %s', (_, definition) => {
    const sources = [definition, 'import t\ns = t.load()', 'f(s)', 'print(s)'];
    expect(kept(sources)).toEqual([0, 1, 2, 3]);
  });

  it('keeps the value that a loop may have left', () => {
    expect(kept(['w = tool', 'for w in more:\n    pass', 'print(w)'])).toEqual([
      0, 1, 2
    ]);
  });
});

it('reads a value that a call which is known to change such values leaves as it is', () => {
  const notebook = aNotebook()
    .cell('a', 'import re')
    .cell('b', 'p = re.compile("x")')
    .run('a', null, { report: { bound: ['re'], values: { re: 'm' } } })
    .run('b', null, { report: { bound: ['p'], values: { re: 'm' } } });
  expect(sliceOfLast(notebook).steps.map(({ cellId }) => cellId)).toEqual([
    'a',
    'b'
  ]);
});
