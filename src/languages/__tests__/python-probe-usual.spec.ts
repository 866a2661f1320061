// What runs with a cell whose own text does nothing to speak of is told as the doing of that cell. Needs the venv.
import { hasKernel, reports } from './probe-session';

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
    'an own transformer of code',
    'class Drawing(ast.NodeTransformer):\n    def visit_Module(self, node): return ast.parse("import random; random.random()")\nget_ipython().ast_transformers.append(Drawing())',
    'y = 1',
    'get_ipython().ast_transformers.pop()'
  ]
];

inKernel('what runs with a cell', () => {
  jest.setTimeout(120_000);

  const found = hasKernel
    ? reports(
        'import ast, random, sys, threading',
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
});
