// Cells that come to the same although something above them, or their own source, is another.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

describe('an edit of constants alone', () => {
  const edited = (before: string, after: string): string | undefined =>
    told(
      aNotebook()
        .cell(
          'i',
          'import random\nimport numpy as np\nimport matplotlib.pyplot as plt\nx = []'
        )
        .cell('a', before)
        .runs('i', 'a')
        .edit('a', after)
    )[1];

  it.each([
    ['np.random.seed(1)', 'np.random.seed(2)'],
    ['random.seed(0); np.random.seed(0)', 'random.seed(5); np.random.seed(5)'],
    ['plt.rcParams["figure.dpi"] = 90', 'plt.rcParams["figure.dpi"] = 120'],
    ["plt.style.use('ggplot')", "plt.style.use('classic')"],
    [
      'import numpy as np\nk = 3\nnp.set_printoptions(precision=4)',
      'import numpy as np\nk = 3\nnp.set_printoptions(precision=5)'
    ]
  ])('shows as little as before: %s', (before, after) => {
    expect(edited(before, after)).toBe('a same');
  });

  it.each([
    ['x = 1', 'x = 2'],
    ['np.random.seed(1)', 'np.random.seed(1)\nprint(1)'],
    ['np.random.seed(1)', 'random.seed(1)'],
    [
      'random.seed(1)\nk = random.random()',
      'random.seed(2)\nk = random.random()'
    ],
    ['x.get("a")', 'x.get("b")'],
    ['assert 1 < 2', 'assert 3 < 2'],
    ['x.append(1)', 'x.append(2)']
  ])('counts where something may be left or shown: %s', (before, after) => {
    expect(edited(before, after)).toBe('a differs edited');
  });

  it('reaches those that hang on what was set', () => {
    const notebook = aNotebook()
      .cell('i', 'import random')
      .cell('a', 'random.seed(1)')
      .cell('b', 'random.random()')
      .runs('i', 'a')
      .run('b', null, { output: '0.5' })
      .edit('a', 'random.seed(2)');
    expect(told(notebook).slice(1)).toEqual(['a same', 'b differs edited']);
  });
});

describe('a source that Python refuses', () => {
  const refused = (output: string): readonly string[] =>
    told(
      aNotebook()
        .cell('a', 'x = 1')
        .cell('b', 'f(x) = random.random()')
        .runs('a')
        .run('b', null, { status: 'error', output })
        .edit('a', 'x = 2')
    );

  it('is refused again, whatever is above it', () => {
    expect(refused('SyntaxError: cannot assign (123456.py, line 1)')[1]).toBe(
      'b same'
    );
  });

  it('is told from a module that is', () => {
    expect(refused('SyntaxError: invalid (helpers.py, line 1)')[1]).not.toBe(
      'b same'
    );
  });

  it('is told from a text that the cell has parsed', () => {
    expect(refused('SyntaxError: invalid (<unknown>, line 1)')[1]).not.toBe(
      'b same'
    );
  });

  it('runs where a later Python takes it', () => {
    const output = 'SyntaxError: f-string (1234.py, line 2)';
    const notebook = aNotebook()
      .cell('a', 'x = 5\nprint(x)')
      .cell('b', 'print(x + 1)')
      .run('a', null, { status: 'error', output })
      .run('a', null, { output: '5' })
      .run('b', null, { output: '6' });
    expect(told(notebook)).toEqual(['a same', 'b same']);
  });
});

describe('code that writes files and shows nothing', () => {
  /** The verdict of code behind a value that was made twice, of which a fresh run has another. */
  const behindOther = (source: string): string | undefined =>
    told(
      aNotebook()
        .cell('i', 'import json\nimport pandas as pd\nx = pd.DataFrame({})')
        .cell('a', 'x = x.append(1)')
        .cell('b', source)
        .runs('i', 'a', 'a', 'b')
    )[2]?.split(' ')[1];

  it.each([
    'x.to_csv("a.csv", index=False)',
    'with open("a.json", "w") as f:\n    json.dump(x, f)'
  ])('is as it was: %s', source => {
    expect(behindOther(source)).toBe('same');
  });

  it.each([
    'y = x.to_csv("a.csv")',
    'x.to_csv("a.csv")\nx.pop()',
    'x.to_csv("a.csv")\nprint(x)',
    'with open("a.txt", "w") as f:\n    n = f.write(x)'
  ])('counts where it leaves more: %s', source => {
    expect(behindOther(source)).toBe('differs');
  });

  it('shows in what is read from them', () => {
    const notebook = aNotebook()
      .cell('i', 'import pandas as pd\nx = pd.DataFrame({})')
      .cell('a', 'x = x.append(1)')
      .cell('b', 'x.to_csv("a.csv", index=False)')
      .cell('c', 'pd.read_csv("a.csv")')
      .runs('i', 'a', 'a', 'b')
      .run('c', null, { output: '1' });
    expect(told(notebook)[3]?.split(' ')[1]).toBe('differs');
  });
});
