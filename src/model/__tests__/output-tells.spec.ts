// What outputs tell of widgets, figures, folders and files.
import { tellsOf, type Json, type Output } from '..';

const ID = '63f3220a-bcfd-4491-b6b2-cb23f0f47307';
const PLAIN_ID = '208b84c54e09313be5a2b7300ab38fd1';

const shown = (mediaType: string, content: Json): readonly Output[] => [
  { output_type: 'display_data', data: { [mediaType]: content }, metadata: {} }
];

const printed = (text: string): readonly Output[] => [
  { output_type: 'stream', name: 'stdout', text }
];

test('an identifier of a display that is shown was drawn', () => {
  const handle = shown('text/plain', `<DisplayHandle display_id=${PLAIN_ID}>`);
  expect(tellsOf('show()', handle)?.hasDrawnId).toBe(true);
  expect(tellsOf(`show("${PLAIN_ID}")`, handle)?.hasDrawnId).toBeUndefined();
});

test.each([
  ['text/html', `<div id='${ID}'></div>`],
  ['text/html', '<table id="T_3f2a1"><tr></tr></table>'],
  ['application/javascript', `draw(document.getElementById("${ID}"))`],
  ['image/svg+xml', '<clipPath id="p985c4d328c">'],
  ['application/vnd.jupyter.widget-view+json', { model_id: PLAIN_ID }],
  ['text/plain', `'${PLAIN_ID}'`],
  ['text/plain', '<DisplayHandle display_id=update-me>']
] as const)('no reader sees one in %s: %j', (mediaType, content) => {
  const tells = tellsOf('show()', shown(mediaType, content));
  expect(tells?.hasDrawnId).toBeUndefined();
});

test.each([
  ["must be a str among {'r2', 'f1'}. Got 'x'", true],
  ["must be one of {'r2'}", undefined],
  ["must be one of ['r2', 'f1']", undefined],
  ["bad key in {'r2': 1, 'f1': 2}", undefined],
  ['{1, 2} is no list', undefined]
])('an error may name the texts in a set: %j', (evalue, saysSet) => {
  const error = { output_type: 'error', ename: 'E', evalue, traceback: [] };
  expect(tellsOf('score()', [error as never])?.saysSet).toBe(saysSet);
  expect(tellsOf(`raise E("${evalue}")`, [error as never])?.saysSet).toBe(
    undefined
  );
});

test.each([
  ["{'b'}\n", true],
  ['set()\n', true],
  ["Both: {'b c'}\n", true],
  ["{1, 2, 3}\n{'a'}\n", true],
  ["Shared: {'b'}\n", undefined],
  ["{'b', 'c'}\n", undefined],
  ["{'b': 1}\n", undefined],
  ["[{'b'}]\n", undefined],
  ["b {'b'}\n", undefined],
  ['b\n', undefined],
  ['', undefined]
])('a set of one text, or of numbers, shows no order: %j', (text, expected) => {
  const told = (source: string): unknown =>
    tellsOf(source, printed(text))?.showsLoneSets;
  expect(told('print("Both:", m & n)\nprint(n)')).toBe(expected);
  const isOne = text.trim().split('\n').length < 2;
  expect(told('for m in n:\n    print("Both:", {m})')).toBe(
    isOne ? expected : undefined
  );
});

test('the words of a listing are kept, of another text not', () => {
  const listed = (source: string, text: string): unknown =>
    tellsOf(source, printed(text))?.listed;
  expect(listed('os.listdir()', "['a b.txt', 'c.csv']\n")).toEqual([
    'a',
    'b.txt',
    'c.csv'
  ]);
  expect(listed('print(x)', 'a.txt')).toBeUndefined();
  expect(listed('!ls', 'a '.repeat(20_000))).toBeUndefined();
});

test.each([
  ['%%writefile a.py\nx = 1', 'Writing a.py\n', true],
  ['%%writefile a.py\nx = 1', 'Overwriting a.py\n', undefined],
  ['%%writefile -a a.py\nx = 1', 'Writing a.py\n', true],
  ['%%writefile -a a.py\nx = 1', 'Appending to a.py\n', undefined],
  ['print("Writing a.py")', 'Writing a.py\n', undefined]
])('%j that prints %j', (source, text, told) => {
  expect(tellsOf(source, printed(text))?.isNewFile).toBe(told);
});

test('numbers with fractions are told that are printed', () => {
  expect(tellsOf('x', printed('[1] 3.14\n'))?.printsFractions).toBe(true);
  expect(tellsOf('x', printed('[1] 3\n'))?.printsFractions).toBeUndefined();
});

/** One output of a kind that shows a text. */
function of(kind: string, text: string): readonly Output[] {
  const others = { page: 'text/html', picture: 'image/png' };
  const other = others[kind as 'page' | 'picture'];
  const data: Record<string, string> = { 'text/plain': text };
  if (other) {
    data[other] = '';
  }
  return kind === 'print'
    ? printed(text)
    : [{ output_type: 'display_data', data, metadata: {} }];
}

test.each([
  ['result', '3', true],
  ['result', 'np.float64(7.38905609893065)', true],
  ['result', "{'a': 'b'}", true],
  ['result', 'array([1, 2])', false],
  ['result', '   a\n0  1', false],
  ['result', 'a\n b', false],
  ['page', '3', false],
  ['picture', '<Figure size 640x480 with 1 Axes>', true],
  ['print', 'accuracy: 0.5\n', true],
  ['print', 'a\tb\n', false],
  ['print', '[1, 2]\n', false]
])('a %s of %j shows no table: %s', (kind, text, expected) => {
  expect(tellsOf('f(x)', of(kind, text))?.isBare).toBe(expected || undefined);
});

test.each([
  ['result', '0.5', true],
  ['result', '{1: 2e-07}', true],
  ['result', '5', false],
  ['picture', '<Axes3D: >', false],
  ['print', '0.5\n', false]
])('a %s of %j shows a fraction: %s', (kind, text, expected) => {
  expect(tellsOf('f(x)', of(kind, text))?.showsFractions).toBe(
    expected || undefined
  );
});

test.each([
  ['result', '<mine.Thing at 0x7f179df9ac10>', true],
  [
    'result',
    '[<mine.Thing object at 0x7f1>,\n <mine.Thing object at 0x7f2>]',
    true
  ],
  ['result', '<mine.Thing at 0x7f1, 3 items>', false],
  ['picture', '<mine.Thing at 0x7f179df9ac10>', false],
  ['print', '<mine.Thing at 0x7f179df9ac10>', true]
])('a %s of %j shows objects alone: %s', (kind, text, expected) => {
  expect(tellsOf('f(x)', of(kind, text))?.showsObjects).toBe(
    expected || undefined
  );
});

test('the words that were printed before an error are kept, unless more was shown', () => {
  const error: Output = {
    output_type: 'error',
    ename: 'NameError',
    evalue: "name 'x' is not defined",
    traceback: []
  };
  const words = (...outputs: readonly Output[]): unknown =>
    tellsOf('f(x)', outputs)?.printed;
  const text = printed('n = 9, p = 0.25.\nn\n');
  expect(words(...text, error)).toEqual(['n', '9', 'p', '0.25']);
  expect(words(...text)).toBeUndefined();
  expect(words(error)).toBeUndefined();
  expect(words(...text, ...of('picture', 'x'), error)).toBeUndefined();
  const long = Array.from({ length: 41 }, (_, place) => `w${place}`).join(' ');
  expect(words(...printed(long), error)).toBeUndefined();
});

test('nothing shows nothing', () => {
  expect(tellsOf('f(x)', [])).toBeUndefined();
});

test.each<[string, Record<string, Json>, boolean]>([
  ['a text', { 'text/plain': 'x' }, true],
  ['a table', { 'text/html': '<td>x</td>' }, true],
  ['a picture', { 'image/png': 'x' }, false],
  ['a page with a picture', { 'text/html': '<p><img></p>' }, false],
  ['a widget', { 'application/vnd.x+json': {} }, false]
])('%s holds no picture: %j %s', (_, data, expected) => {
  const output: Output = { output_type: 'display_data', data, metadata: {} };
  expect(tellsOf('f(x)', [output])?.showsTexts).toBe(expected || undefined);
});

test.each([
  ['cd a', '[Errno 2] No such file or directory: a', true],
  ['!git add a', "fatal: pathspec 'a' did not match any files", true],
  [
    '!git commit',
    'On branch main\nnothing to commit, working tree clean',
    true
  ],
  ['!git status', 'On branch main', false],
  ['print(x)', 'error: x', false]
])('%s of which came %j did nothing: %s', (source, text, expected) => {
  expect(tellsOf(source, printed(text))?.hasRefused).toBe(
    expected || undefined
  );
});

const TIMES = 'CPU times: user 3 ms, sys: 0 ns, total: 3 ms\nWall time: 4 ms\n';

test.each([
  ['', TIMES, true],
  ['1\n', TIMES, undefined]
])('%j and its times: times alone %s', (text, times, expected) => {
  const outputs = [
    ...printed(text).slice(text === '' ? 1 : 0),
    ...printed(times)
  ];
  expect(tellsOf('%time f(x)', outputs)?.showsTimesAlone).toBe(expected);
});
