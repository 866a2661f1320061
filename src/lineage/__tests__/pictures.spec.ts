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
