// Edited cells that stop where they stopped: what is evaluated before has to be the same.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

/** What becomes of a cell that stopped, when it and a cell above it are edited. */
function told(
  above: readonly [string, string],
  cell: readonly [string, string],
  output = "NameError: name 'gone' is not defined"
): string | undefined {
  const notebook = aNotebook()
    .cell('i', 'import random, os\ndef f(): return k')
    .cell('a', above[0])
    .cell('b', cell[0])
    .runs('i', 'a')
    .run('b', null, { status: 'error', output })
    .edit('a', above[1])
    .edit('b', cell[1]);
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells[2]?.verdict;
}

describe('an edit below what stopped a cell', () => {
  it.each([
    ['random.seed(1)', 'random.seed(2)', 'print(random.random())\ngone'],
    [
      'open("f", "w").write("1")',
      'open("f", "w").write("2")',
      'open("f")\ngone'
    ],
    [
      'os.environ["Q"] = "1"',
      'os.environ["Q"] = "2"',
      'print(os.environ)\ngone'
    ],
    ['k = 1', 'k = 2', 'print(f())\ngone'],
    ['k = 1', 'k = 2', 'print(k)\ngone'],
    ['k = 1', 'k = 2', 'x = [str(k), gone]']
  ])('counts where what ran reads another state: %s', (one, other, source) => {
    const edited = `${source}\nprint(k)`;
    expect(told([one, other], [source, edited])).not.toBe('same');
    expect(told([one, one], [source, edited])).toBe('same');
  });

  it.each([
    ["x = [print('a'),\n gone]", "x = [print('b'),\n gone]"],
    ["gone[0] = print('a')", "gone[0] = print('b')"],
    ["x: gone = print('a')", "x: gone = print('b')"],
    ["0 < print('a') < gone", "0 < print('b') < gone"],
    ["f(x := print('a'), gone)", "f(x := print('b'), gone)"],
    ['f(*random.x(1), gone)', 'f(*random.x(2), gone)'],
    ["f'{print(1)}{gone}'", "f'{print(2)}{gone}'"],
    ["print('a'); gone", "print('b'); gone"],
    ["print('a') or gone", "print('b') or gone"],
    ["gone if print('a') else 1", "gone if print('b') else 1"],
    ["[gone for _ in [print('a')]]", "[gone for _ in [print('b')]]"],
    ["if print('a'): gone", "if print('b'): gone"]
  ])('is none where it stands before in its statement: %s', (before, after) => {
    expect(told(['k = 1', 'k = 1'], [before, after])).not.toBe('same');
  });

  it.each([
    ["x = f(k, gone, 'a')", "x = f(k, gone, 'b')"],
    ['x = gone + 1', 'y = gone - 2'],
    ["x = '''a\nb'''\ngone(1)", "x = '''a\nb'''\ngone(2)"]
  ])('is the same otherwise: %s', (before, after) => {
    expect(told(['k = 1', 'k = 1'], [before, after])).toBe('same');
  });

  it.each([
    ["print('a')\nimport os.none", "print('b')\nimport os.none", false],
    [
      "import os\nprint('a')\nfrom os.none import x",
      "import os\nprint('b')\nfrom os.none import x",
      false
    ],
    ['from os.none import x\ny = 1', 'from os.none import x\ny = 2', true],
    ['import os.none.deep\ny = 1', 'import os.none.deep\ny = 2', true],
    ['import os.other\ny = 1', 'import os.other\ny = 2', false]
  ])('goes by the whole name of a module: %j', (before, after, isSame) => {
    const output = "ModuleNotFoundError: No module named 'os.none'";
    const verdict = told(['k = 1', 'k = 1'], [before, after], output);
    expect(verdict === 'same').toBe(isSame);
  });
});

describe('a cell that stopped for want of a name', () => {
  const above = [
    'plt.rcParams["font.size"] = 20',
    'plt.rcParams["font.size"] = 9'
  ];

  /** What becomes of a cell that stopped after so many outputs, the error among them, when the settings above are others. */
  function toldAfter(outputCount: number, source: string): string | undefined {
    const [first = '', second = ''] = above;
    const notebook = aNotebook()
      .cell('i', 'import matplotlib.pyplot as plt')
      .cell('a', first)
      .cell('b', source)
      .runs('i', 'a')
      .run('b', null, {
        status: 'error',
        output: "NameError: name 'gone' is not defined"
      })
      .edit('a', second);
    const { runs, document } = notebook.build();
    const counted = runs.map(run => ({
      ...run,
      executions: run.executions.map(one =>
        one.status === 'error' ? { ...one, outputCount } : one
      )
    }));
    const input = { runs: counted, document, analyse: analysePython };
    return forecast(input).cells[2]?.verdict;
  }

  it('shows a figure as the settings are, and an error whatever they are', () => {
    const source = 'plt.figure()\nplt.plot(gone)';
    expect(toldAfter(2, source)).not.toBe('same');
    expect(toldAfter(1, source)).toBe('same');
  });

  it('showed nothing that hangs on what it would have read later', () => {
    expect(toldAfter(2, 'print(1)\ngone\nk')).toBe('same');
  });

  it('is the same where nothing was evaluated before, whatever else the cell reads', () => {
    expect(
      told(['k = 1', 'k = 2'], ['gone["a"]\nprint(k)', 'gone["b"]\nprint(k)'])
    ).toBe('same');
  });

  it.each([
    ['from os.path import gone\nprint(k)', true],
    ['print(k)\nfrom os.path import gone', false],
    ['import os.path\nprint(k)\nfrom os.path import gone', false]
  ])('goes by the import of what a module does not have: %j', (source, is) => {
    const output =
      "ImportError: cannot import name 'gone' from 'os.path' (/lib/posixpath.py)";
    const verdict = told(['k = 1', 'k = 2'], [source, source], output);
    expect(verdict === 'same').toBe(is);
  });

  it('is none where the cell bound something else before', () => {
    const source = 'x = k\ngone';
    expect(told(['k = 1', 'k = 2'], [source, source])).not.toBe('same');
    expect(told(['k = 1', 'k = 1'], [source, source])).toBe('same');
  });
});
