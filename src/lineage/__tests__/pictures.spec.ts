// Values that are drawn, and edits of how they are drawn.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** What becomes of a cell that shows `data`, after an edit of the cell that made and drew it. */
function below(before: string, after: string): string {
  const notebook = aNotebook()
    .cell('a', 'import matplotlib.pyplot as plt\nimport numpy as np')
    .cell('b', `data = np.arange(3)\n${before}`)
    .cell('c', 'print(data)')
    .runs('a', 'b')
    .run('c', null, { output: '[0 1 2]' })
    .edit('b', `data = np.arange(3)\n${after}`);
  return told(notebook)[2] ?? '';
}

describe('a value that is drawn', () => {
  it.each([
    ['fig, ax = plt.subplots()\nax.plot(data)\nax.set_title("1")', '"1"'],
    [
      'ax = plt.figure().add_subplot(111)\nax.bar(data, 1)\nax.set_title("1")',
      '"1"'
    ],
    ['fig, (a, b) = plt.subplots(2)\na.plot(data)\nb.set_xlim(1)', '(1)'],
    [
      '_, axes = plt.subplots(2)\nfor i, ax in enumerate(axes.flat):\n    ax.plot(data[i:])\naxes[0].set_xlabel("1")',
      '"1"'
    ]
  ])(
    'is as it was when what is done to the picture is edited: %j',
    (source, what) => {
      expect(below(source, source.replace(what, what.replace('1', '7')))).toBe(
        'c same'
      );
    }
  );

  it.each([
    ['other = data\nother[0] = 1', '= 1'],
    ['ax = plt.subplots()\nax = data\nax[0] = 1', '= 1'],
    [
      'box = {}\nbox["ax"] = plt.figure()\nbox["data"] = data\nbox["data"][0] = 1',
      '= 1'
    ],
    [
      'fig, axes = plt.subplots(2)\nfor ax, row in zip(axes, [data]):\n    row[0] = 1',
      '= 1'
    ],
    ['_, ax = plt.subplots()\nax.plot(data)\ndata[0] = 1', '= 1']
  ])('is not where it is changed itself: %j', (source, what) => {
    expect(below(source, source.replace(what, what.replace('1', '7')))).toMatch(
      /^c differs/
    );
  });
});

describe('what other cells draw on axes shows in their figure', () => {
  /** What becomes of a cell that shows `shown`, after an edit of a cell that draws. */
  const after = (making: string, drawing: string, shown: string): string => {
    const notebook = aNotebook()
      .cell('i', 'import matplotlib.pyplot as plt')
      .cell('a', making)
      .cell('b', drawing)
      .cell('c', shown)
      .runs('i', 'a')
      .run('b', null, { output: '1' })
      .run('c', null, { output: '2' })
      .edit('b', drawing.replace('1', '2'));
    return told(notebook)[3] ?? '';
  };

  it.each([
    ['fig, ax = plt.subplots()', 'ax.plot([1])'],
    ['fig, axes = plt.subplots(2, 2)', 'axes[0, 0].plot([1])'],
    ['fig, (ax1, ax2) = plt.subplots(2)', 'ax2.plot([1])'],
    ['fig = plt.figure()\nax = fig.add_subplot()', 'ax.plot([1])'],
    ['fig, ax = plt.subplots()\nax2 = ax.twinx()', 'ax2.plot([1])']
  ])('%s', (making, drawing) => {
    expect(after(making, drawing, 'fig')).toBe('c differs edited');
  });

  it('and not the other way round, nor in a figure that is made anew', () => {
    const making = 'fig, ax = plt.subplots()';
    expect(after(making, 'fig.suptitle("1")', 'print(ax.get_xlim())')).toBe(
      'c same'
    );
    expect(after(making, 'ax.plot([1])', `${making}\nfig`)).toBe('c same');
  });
});

it.each([
  ['ax.plot(data)', 'c differs edited'],
  ['data.plot(ax=ax)', 'c differs edited'],
  ['sns.heatmap(data, ax=ax)', 'c differs edited'],
  ['ax.plot([1])', 'c same']
])('what %s draws shows in the figure', (drawing, expected) => {
  const notebook = aNotebook()
    .cell('i', 'import matplotlib.pyplot as plt\nimport seaborn as sns')
    .cell('a', 'data = [1]')
    .cell('b', `fig, ax = plt.subplots()\n${drawing}`)
    .cell('c', 'fig')
    .runs('i', 'a', 'b')
    .run('c', null, { output: '1' })
    .edit('a', 'data = [2]');
  expect(told(notebook)[3]).toBe(expected);
});

describe('axes in a figure, whatever they are called', () => {
  const drawn = (making: string, ...sources: string[]): string[] => {
    const notebook = aNotebook()
      .cell('i', 'import matplotlib.pyplot as plt')
      .cell('a', making);
    sources.forEach((source, at) => notebook.cell(`d${at}`, source));
    notebook.cell('z', 'fig').runs('i', 'a').run('z', null, { output: '1' });
    sources.forEach((_, at) => notebook.run(`d${at}`, null, { output: '2' }));
    return told(notebook);
  };

  it.each([
    ['fig, (a, b) = plt.subplots(1, 2)', 'a.plot([1])'],
    ['fig, ((a, b), (c, d)) = plt.subplots(2, 2)', 'd.hist([1, 2])'],
    ['fig, p = plt.subplots(2, 2)', 'p[0, 1].scatter([1], [2])'],
    [
      'fig, (left, right) = plt.subplots(1, 2)',
      'rows = [1]\nright.bar(rows, rows)'
    ],
    [
      'fig, (left, right) = plt.subplots(1, 2)',
      'for n in [1, 2]:\n    left.plot([n])'
    ],
    ['fig = plt.figure()\nleft = fig.add_subplot(111)', 'left.plot([1])']
  ])('%s, %s: the figure shows it', (making, drawing) => {
    expect(drawn(making, drawing).at(-1)).toMatch('z differs');
  });

  it('shows what is drawn twice', () => {
    const notebook = aNotebook()
      .cell('i', 'import matplotlib.pyplot as plt')
      .cell('a', 'fig, (a, b) = plt.subplots(1, 2)')
      .cell('b', 'a.plot([1]); a.set_title("x")')
      .cell('z', 'fig')
      .runs('i', 'a', 'b', 'b')
      .run('z', null, { output: '1' });
    expect(told(notebook).at(-1)).toMatch('z differs');
  });

  it.each([
    ['fig, (a, b) = plt.subplots(1, 2)\nrows = [1]', 'rows.hist()'],
    ['fig, (a, b) = plt.subplots(1, 2)', 'a = [1]\nb2 = a'],
    ['fig = 1\na = {1: 2}', 'a.plot()'],
    ['fig = 1\ndf = {}', 'df.plot(ax=df)']
  ])('%s, %s: it does not', (making, drawing) => {
    expect(drawn(making, drawing).at(-1)).toBe('z same');
  });
});
