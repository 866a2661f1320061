// Edits of cells that draw random numbers: only those that reach the drawing change what is drawn below.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** What becomes of a cell that draws, after the cell above it, which draws too, was edited. */
function below(before: string, after: string, above = 'k = 1'): string {
  const notebook = aNotebook()
    .cell(
      's',
      'import numpy as np\nimport lib\nmodel = lib.Model()\nnp.random.seed(1)'
    )
    .cell('d', 'def draw(n):\n    return np.random.rand(n * k)')
    .cell('k', above)
    .cell('a', before)
    .cell('b', 'print(np.random.rand(3))')
    .runs('s', 'd', 'k', 'a', 'b')
    .edit('a', after);
  return told(notebook)[4] ?? '';
}

describe('what is drawn below an edit', () => {
  it.each([
    ['x = np.random.rand(3)\nprint(x)', 'x = np.random.rand(3)'],
    ['np.random.rand(3)\nn = 1\nprint(n)', 'np.random.rand(3)\nprint(1)'],
    ['x = draw(3)\nprint(x)', 'x = draw(3)\nprint(len(x))'],
    [
      'np.random.seed(2); np.random.rand()\nprint(1)',
      'np.random.seed(2); np.random.rand()\nprint(2)'
    ]
  ])(
    'is as it was where the edit does not reach the drawing: %j',
    (before, after) => {
      expect(below(before, after)).toBe('b same');
    }
  );

  it.each([
    ['x = np.random.rand(3)\nprint(x)', 'x = np.random.rand(4)\nprint(x)'],
    ['n = 3\nx = np.random.rand(n)', 'n = 4\nx = np.random.rand(n)'],
    ['x = np.random.rand(3)', 'x = np.random.rand(3)\nnp.random.rand()'],
    ['x = np.random.rand(3)', 'x = np.random.rand(3)\ny = draw(1)'],
    ['x = np.random.rand(3)\nlib.f(x)', 'x = np.random.rand(3)'],
    ['x = draw(3)', 'k = 2\nx = draw(3)'],
    ['if k:\n    np.random.rand()', 'if not k:\n    np.random.rand()'],
    ['x = np.random.rand(3)', "{}['a']\nx = np.random.rand(3)"],
    ['np.random.rand(3)', 'assert k\nnp.random.rand(3)'],
    [
      'x = np.random.rand(3)\nmodel.fit(x)',
      'x = np.random.rand(3)\nmodel.fit(x[:2])'
    ],
    [
      'x = np.random.rand(3)\ny = model.choice(2)',
      'x = np.random.rand(3)\ny = model.choice(3)'
    ]
  ])('differs where it may: %j -> %j', (before, after) => {
    expect(below(before, after)).toMatch(/^b differs/);
  });

  it('differs where the kernel saw code draw that does not tell', () => {
    const moved = {
      report: { streams: { numpy: { before: 'p', after: 'q' } } }
    };
    const notebook = aNotebook()
      .cell('s', 'import numpy as np\nnp.random.seed(1)')
      .cell('a', 'n = len([])\nprint(n)')
      .cell('b', 'print(np.random.rand(3))')
      .run('s')
      .run('a', null, moved)
      .run('b', null, moved)
      .edit('a', 'n = len([])');
    expect(told(notebook)[2]).toMatch(/^b differs/);
  });
});

describe('a value', () => {
  const notebook = (making: string): string[] =>
    told(
      aNotebook()
        .cell(
          'a',
          'import lib\nimport matplotlib.pyplot as plt\nfrom sklearn.datasets import load_digits'
        )
        .cell('p', 'plt.style.use("ggplot")')
        .cell('b', `${making}\nplt.plot([1])`)
        .cell('c', 'print(x)')
        .runs('a', 'p', 'b', 'c')
        .edit('p', 'plt.style.use("dark_background")')
    );

  it('that a library which draws no pictures made does not hang on their style', () => {
    expect(notebook('x = load_digits()').slice(2)).toEqual([
      'b differs edited',
      'c same'
    ]);
  });

  it('that may be a picture does', () => {
    expect(notebook('x = lib.draw()')[3]).toBe('c differs edited');
  });
});
