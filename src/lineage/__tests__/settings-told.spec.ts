// Settings of plots that are constants: a fresh run has the same, whichever code gave them and how often.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const START = 'import matplotlib.pyplot as plt\nimport seaborn as sns\nx = [1]';
const DRAW = 'plt.plot([1, 2])';

/** The verdict of a picture behind a cell that ran, was edited and ran again. */
const behind = (setting: string, edited: string): string | undefined =>
  told(
    aNotebook()
      .cell('i', START)
      .cell('a', setting)
      .cell('b', DRAW)
      .runs('i', 'a')
      .edit('a', edited)
      .run('a')
      .run('b', null, { output: 'picture' })
  )[2]?.split(' ')[1];

it.each([
  [
    "plt.rcParams['lines.linewidth'] = 4",
    "plt.rcParams['lines.linewidth'] = 4\nk = 1"
  ],
  [
    "plt.rcParams['lines.linewidth'] = 3",
    "plt.rcParams['lines.linewidth'] = 4"
  ],
  [
    'plt.rcParams["figure.figsize"] = (5, 3)  # small',
    "plt.rcParams['figure.figsize'] = (6,  3)\nplt.title('t')"
  ],
  ["sns.set(style='white')", "sns.set_theme(style='ticks', font_scale=2)"],
  ["plt.style.use('ggplot')", "plt.style.use('ggplot')\nplt.plot(x)"]
])('are those of the last run: %s', (setting, edited) => {
  expect(behind(setting, edited)).toBe('same');
});

it.each([
  ["plt.style.use('ggplot')", "plt.style.use('classic')"],
  ["plt.rcParams['lines.linewidth'] = 4", "plt.rcParams['lines.color'] = 'r'"],
  [
    "plt.rcParams['lines.linewidth'] = 4\nplt.rc('font', size=5)",
    "plt.rcParams['lines.linewidth'] = 4"
  ]
])('may remain from a former run: %s', (setting, edited) => {
  expect(behind(setting, edited)).toBe('differs');
});

it.each([
  ["plt.rcParams['font.size'] = 20", 'sns.set_theme()', 'differs'],
  ["plt.rcParams['font.size'] = 20", "plt.rcParams['axes.grid'] = True", 'same']
])('count in their order: %s; %s', (one, other, verdict) => {
  expect(behind(`${one}\n${other}`, `${other}\n${one}`)).toBe('same');
  const notebook = aNotebook()
    .cell('i', START)
    .cell('a', `${other}\n${one}`)
    .cell('b', DRAW)
    .runs('i', 'a')
    .run('b', null, { output: 'picture' })
    .edit('a', `${one}\n${other}`);
  expect(told(notebook)[2]?.split(' ')[1]).toBe(verdict);
});

it('count where a picture is older than they are', () => {
  const notebook = aNotebook()
    .cell('i', START)
    .cell('a', "plt.rcParams['lines.linewidth'] = 3")
    .cell('b', DRAW)
    .runs('i', 'a')
    .run('b', null, { output: 'picture' })
    .edit('a', "plt.rcParams['lines.linewidth'] = 4")
    .run('a');
  expect(told(notebook)[2]?.split(' ')[1]).toBe('differs');
});

it('count where they hang on values', () => {
  const notebook = aNotebook()
    .cell('i', START)
    .cell('a', "plt.rcParams['lines.linewidth'] = len(x)")
    .cell('b', DRAW)
    .cell('c', 'x.append(1)')
    .runs('i', 'c', 'a')
    .run('b', null, { output: 'picture' });
  expect(told(notebook)[2]?.split(' ')[1]).toBe('differs');
});

it('count from below', () => {
  const notebook = aNotebook()
    .cell('i', START)
    .cell('b', DRAW)
    .cell('a', "sns.set_style('dark')")
    .runs('i', 'a')
    .run('b', null, { output: 'picture' });
  expect(told(notebook)[1]?.split(' ')[1]).toBe('differs');
});

/** The verdict of a cell that ran before another one set how plots look. */
const before = (source: string, output: string): string | undefined =>
  told(
    aNotebook()
      .cell('i', START)
      .cell('a', "plt.rcParams['lines.linewidth'] = 4")
      .cell('b', source)
      .run('i')
      .run('b', null, { output })
      .run('a')
  )[2]?.split(' ')[1];

it.each([
  ["plt.rcParams['a.b'] = 3\nprint(plt.rcParams['a.b'])", 'same'],
  ["plt.rcParams['a.b'] = 3\nx = plt.rcParams['a.b']\nprint(x + 1)", 'same'],
  ["plt.rcParams['a.b'] = 3\nprint(plt.rcParams['a.c'])", 'differs'],
  ["plt.rcParams['a.b'] = x\nprint(plt.rcParams['a.b'])", 'differs'],
  ["if x: plt.rcParams['a.b'] = 3\nprint(plt.rcParams['a.b'])", 'differs'],
  ["print(plt.rcParams['a.b'])\nplt.rcParams['a.b'] = 3", 'differs'],
  ["plt.rcParams['a.b'] = 3\nprint(plt.rcParams)", 'differs']
])(
  'are no matter to who asks for what it set itself: %s',
  (source, verdict) => {
    expect(before(source, '3')).toBe(verdict);
  }
);

it.each([
  ["plt.close('all')", 'same'],
  ['print(plt.get_fignums())', 'same'],
  ["plt.plot(x)\nplt.close('all')", 'differs']
])('are no matter to what draws nothing: %s', (source, verdict) => {
  expect(before(source, '')).toBe(verdict);
});
