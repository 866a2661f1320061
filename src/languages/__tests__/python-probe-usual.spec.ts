// What runs with a cell whose own text does nothing to speak of is told as the doing of that cell. Needs the venv.
import {
  hasKernel,
  install,
  outputsOf,
  reportOf,
  reports,
  scopeOfProbe,
  session
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const formatter = (type: string, shown: string): string =>
  `get_ipython().display_formatter.formatters['${type}'].for_type(${shown})`;

/** Cells by turns: what is set up, a small cell, and what takes it back. */
const turns: readonly (readonly [
  what: string,
  begun: string,
  cell: string,
  ended: string
])[] = [
  [
    'a thread',
    'stop = threading.Event()\ndef draw():\n    while not stop.wait(0.001): random.random()\nthread = threading.Thread(target=draw, daemon=True)\nthread.start()',
    'total = sum(n for n in range(300_000))',
    'stop.set(); thread.join()'
  ],
  [
    'an own output',
    'class Out:\n    def write(self, text): random.random(); return was.write(text)\n    def flush(self): was.flush()\nwas, sys.stdout = sys.stdout, Out()',
    'print(1)',
    'sys.stdout = was'
  ],
  [
    'an own formatter',
    formatter(
      'text/plain',
      'int, lambda n, p, cycle: p.text(str(random.random() < 2))'
    ),
    '7',
    formatter('text/plain', 'int, repr')
  ],
  [
    'an own formatter of another type',
    formatter('text/html', 'float, lambda n: str(random.random() < 2)'),
    '1.5',
    "get_ipython().display_formatter.formatters['text/html'].pop(float)"
  ],
  [
    'an own hook',
    "def hook(info): random.random()\nget_ipython().events.register('pre_run_cell', hook)",
    'x = 1',
    "get_ipython().events.unregister('pre_run_cell', hook)"
  ],
  [
    'an own formatter of all types',
    formatter('text/html', 'object, lambda n: str(random.random() < 2)'),
    '7',
    "get_ipython().display_formatter.formatters['text/html'].pop(object)"
  ],
  [
    'an own formatter of lists',
    formatter('text/html', 'list, lambda n: str(random.random() < 2)'),
    '[1, 2]',
    "get_ipython().display_formatter.formatters['text/html'].pop(list)"
  ],
  [
    'an own formatter of a type that is told by name',
    `get_ipython().display_formatter.formatters['text/html'].for_type_by_name('builtins', 'int', lambda n: str(random.random() < 2))`,
    '7',
    "get_ipython().display_formatter.formatters['text/html'].pop(int)"
  ],
  [
    'an own way to display',
    'get_ipython().display_formatter.ipython_display_formatter.for_type(int, lambda n: print(random.random() < 2))',
    '7',
    'get_ipython().display_formatter.ipython_display_formatter.pop(int)'
  ],
  [
    'a hook behind the cell',
    "def later(): random.random()\nget_ipython().events.register('post_execute', later)",
    'x = 1',
    "get_ipython().events.unregister('post_execute', later)"
  ],
  [
    'an own handler of errors',
    'get_ipython().set_custom_exc((Exception,), lambda shell, kind, value, trace, tb_offset=None: print(random.random() < 2))',
    '1 / 0',
    'get_ipython().set_custom_exc((), None)'
  ],
  [
    'an own tracer',
    'def trace(*_): random.random()\nsys.settrace(trace)',
    'x = 1',
    'sys.settrace(None)'
  ],
  [
    'an alarm of the system',
    'was = signal.signal(signal.SIGALRM, lambda *_: random.random())\n_ = signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)',
    'total = sum(n for n in range(300_000))',
    '_ = signal.setitimer(signal.ITIMER_REAL, 0); _ = signal.signal(signal.SIGALRM, was)'
  ],
  [
    'an own transformer of text',
    "get_ipython().input_transformers_post.append(lambda lines: ['import random; _ = random.random()\\n'] if lines == ['quiet = 1\\n'] else lines)",
    'quiet = 1',
    'was = get_ipython().input_transformers_post.pop()'
  ],
  [
    'an own transformer of code',
    'class Drawing(ast.NodeTransformer):\n    def visit_Module(self, node): return ast.parse("import random; random.random()")\nget_ipython().ast_transformers.append(Drawing())',
    'y = 1',
    'get_ipython().ast_transformers.pop()'
  ]
];

inKernel('what runs with a cell', () => {
  const found = hasKernel
    ? reports(
        'import ast, random, signal, sys, threading',
        ...turns.flatMap(([, begun, cell, ended]) => [begun, cell, ended])
      )
    : [];

  it.each(turns.map(([what], index) => [what, index] as const))(
    'shows in its draws: %s',
    (_, index) => {
      const { streams } = found[2 + 3 * index]?.report ?? {};
      expect(Object.keys(streams ?? {})).toEqual(['random']);
    }
  );

  const there = hasKernel
    ? session([
        `import random, sys, threading
stop = threading.Event()
def draw():
    while not stop.wait(0.001): random.random()
thread = threading.Thread(target=draw, daemon=True)
thread.start()`,
        install,
        'total = sum(n for n in range(300_000))',
        `stop.set(); thread.join()\n${formatter('text/html', 'int, lambda n: str(random.random() < 2)')}`,
        '7'
      ]).map((messages, index) =>
        index > 1 ? reportOf(messages).report.streams : {}
      )
    : [];

  it('shows in its draws where it was there before the probe', () => {
    expect([there[2], there[4]].map(each => Object.keys(each ?? {}))).toEqual([
      ['random'],
      ['random']
    ]);
  });

  it('is nothing where libraries show plots and kernels have threads', () => {
    const isUsual = `print(${scopeOfProbe}['is_usual']())`;
    const told = hasKernel
      ? session([
          install,
          isUsual,
          'import matplotlib.pyplot as plt; _ = plt.plot([1])',
          isUsual
        ])
      : [];
    expect([told[1], told[3]].map(each => outputsOf(each ?? []))).toEqual(
      Array(2).fill([expect.objectContaining({ text: 'True\n' })])
    );
  });
});
