// Calls of methods that values do not have: the cell stops there, and the value stays as it was.
import { aNotebook, type Outcome } from '../../testing/run-builder';
import { told } from './told';

const LACKS = "AttributeError: 'Table' object has no attribute 'append'";

/** What is told of a cell that shows `xs`, after one that appends what the clock says to it. */
function toldOf(
  types: { readonly [name: string]: string },
  source: string,
  output: string | null
): string | undefined {
  const report = (bound: string[], unchanged: string[] = []): object => ({
    report: { bound, unchanged, types }
  });
  const notebook = aNotebook()
    .cell('a', 'import time, tool')
    .cell('b', 'xs = tool.make()')
    .cell('c', source)
    .cell('d', 'xs')
    .run('a')
    .run('b', null, report(['xs']))
    .run('c', null, {
      ...(output === null ? {} : { status: 'error', output }),
      ...report([])
    })
    .run('d', null, { output: '[]', ...report([], ['xs']) });
  return told(notebook)[3];
}

it.each<[string, { [name: string]: string }, string, string | null, string]>([
  [
    'leave it as it was',
    { xs: 'tool.Table' },
    'xs.append(time.time())',
    LACKS,
    'd same'
  ],
  [
    'leave it as it was where nobody tells the type',
    {},
    'xs.append(time.time())',
    LACKS,
    'd same'
  ],
  [
    'are not those of another type',
    { xs: 'builtins.list' },
    'xs.append(time.time())\ntool.other().append(1)',
    LACKS,
    'd random clock'
  ],
  [
    'are not all changes that the cell makes',
    { xs: 'tool.Table' },
    'xs[0] = time.time()\nxs.append(1)',
    LACKS,
    'd random clock'
  ],
  [
    'are none where nothing failed',
    { xs: 'tool.Table' },
    'xs.append(time.time())',
    null,
    'd random clock'
  ]
])('they %s', (_, types, source, output, expected) => {
  expect(toldOf(types, source, output)).toBe(expected);
});

const failsFor = (type: string, attribute: string): Outcome => ({
  status: 'error',
  output: `AttributeError: '${type}' object has no attribute '${attribute}'`
});

it('say nothing of what other cells change of values whose type nobody tells', () => {
  const notebook = aNotebook()
    .cell('a', 'x = 5')
    .cell('b', 'x.append(1)')
    .cell('c', 'y = []')
    .cell('d', 'y.append(1)')
    .cell('e', 'y')
    .run('a')
    .run('b', null, failsFor('int', 'append'))
    .runs('c', 'd', 'd')
    .run('e', null, { output: '[1, 1]' });
  expect(told(notebook)[4]).toBe('e differs repeated');
});

it.each([
  ['where nobody tells its type', undefined],
  ['where its type is told', { bound: ['f'], types: { f: '__main__.Count' } }]
])('are there once their class has got them: %s', (_, report) => {
  const start = 'class Count:\n  n = 0';
  const notebook = aNotebook()
    .cell('a', start)
    .cell('b', 'f = Count()')
    .cell('c', 'f.add(1)')
    .cell('d', 'print(f.n)')
    .run('a')
    .run('b', null, { report })
    .run('c', null, failsFor('Count', 'add'))
    .run('a', `${start}\n  def add(self, by):\n    self.n += by`)
    .run('b', null, { report })
    .runs('c', 'c')
    .run('d', null, { output: '2' });
  expect(told(notebook)[3]).toContain('d differs');
});

it('are there where the same went well before', () => {
  const notebook = aNotebook()
    .cell('a', 'xs = []')
    .cell('b', 'xs.append(1)')
    .cell('c', 'xs')
    .cell('d', 'xs = 5')
    .runs('a', 'b', 'b')
    .run('c', null, { output: '[1, 1]' })
    .run('d')
    .run('b', null, failsFor('int', 'append'));
  expect(told(notebook)[2]).toContain('c differs');
});

it.each([
  ['xs.append(1)\nx.append(1)', 2, 'c differs'],
  ['x.append(1)\nxs.append(1)', 1, 'c same'],
  ['for x in [[], 5]:\n  x.append(1)\n  xs.append(1)', 2, 'c differs']
])(
  'tell of two values by the line that failed where no type is told: %j',
  (source, failedLine, expected) => {
    const failed = { ...failsFor('int', 'append'), tells: { failedLine } };
    const notebook = aNotebook()
      .cell('a', 'x = 5\nxs = []')
      .cell('b', source)
      .cell('c', 'xs')
      .run('a')
      .run('b', null, failed)
      .run('b', null, failed)
      .run('c', null, { output: '[1, 1]' });
    expect(told(notebook)[2]).toContain(expected);
  }
);

describe('items that a value does not let anybody set', () => {
  const DECK =
    'class Deck:\n  def __len__(self):\n    return 2\n  def __getitem__(self, at):\n    return [1, 2][at]\ndeck = Deck()';
  const refused = {
    status: 'error',
    output: "TypeError: 'Deck' object does not support item assignment"
  } as const;

  /** What becomes of a cell that shows it behind one that tried to. */
  const behind = (source: string): string[] =>
    told(
      aNotebook()
        .cell('a', DECK)
        .cell('b', source)
        .cell('c', 'print(deck[0])')
        .run('a')
        .run('b', null, refused)
        .run('c', null, { output: '1' })
    ).slice(1);

  it('stay as they are', () => {
    expect(behind('from random import shuffle\nshuffle(deck)')).toEqual([
      'b same',
      'c same'
    ]);
  });

  it('are those of another value that was changed before', () => {
    const notebook = aNotebook()
      .cell('a', `${DECK}\nxs = [1, 2, 3]`)
      .cell('b', 'import random\nrandom.shuffle(xs)\nrandom.shuffle(deck)')
      .cell('c', 'print(xs)')
      .run('a')
      .run('b', null, { ...refused, tells: { failedLine: 3 } })
      .run('c', null, { output: '[3, 1, 2]' });
    expect(told(notebook)[2]).toMatch(/^c random/);
  });

  it('were set where it went well', () => {
    const notebook = aNotebook()
      .cell('a', 'deck = [1, 2, 3]')
      .cell('b', 'from random import shuffle\nshuffle(deck)')
      .cell('c', 'print(deck[0])')
      .runs('a', 'b')
      .run('c', null, { output: '1' });
    expect(told(notebook)[2]).toMatch(/^c random/);
  });
});
