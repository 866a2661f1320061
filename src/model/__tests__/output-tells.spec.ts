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
  expect(tellsOf('show()', handle)).toEqual({ hasDrawnId: true });
  expect(tellsOf(`show("${PLAIN_ID}")`, handle)).toBeUndefined();
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
  expect(tellsOf('show()', shown(mediaType, content))).toBeUndefined();
});

test('the words of a listing are kept, of another text not', () => {
  expect(tellsOf('os.listdir()', printed("['a b.txt', 'c.csv']\n"))).toEqual({
    listed: ['a', 'b.txt', 'c.csv']
  });
  expect(tellsOf('print(x)', printed('a.txt'))).toBeUndefined();
  expect(tellsOf('!ls', printed('a '.repeat(20_000)))).toBeUndefined();
});

test.each([
  ['%%writefile a.py\nx = 1', 'Writing a.py\n', { isNewFile: true }],
  ['%%writefile a.py\nx = 1', 'Overwriting a.py\n', undefined],
  ['%%writefile -a a.py\nx = 1', 'Writing a.py\n', { isNewFile: true }],
  ['%%writefile -a a.py\nx = 1', 'Appending to a.py\n', undefined],
  ['print("Writing a.py")', 'Writing a.py\n', undefined]
])('%j that prints %j', (source, text, told) => {
  expect(tellsOf(source, printed(text))).toEqual(told);
});

test.each([
  [['3'], true],
  [['np.float64(7.38905609893065)', '-2.5e-10'], true],
  [['(1+2j)', 'True', 'np.True_', 'nan'], false],
  [['(1+2j)', 'True', 'nan', 'None'], true],
  [['e'], false],
  [['array([1, 2])'], false],
  [['3', "'3'"], false],
  [[], false]
])('results %j are numbers alone: %s', (texts, expected) => {
  const outputs = texts.map((text): Output => ({
    output_type: 'execute_result',
    execution_count: 1,
    data: { 'text/plain': text },
    metadata: {}
  }));
  expect(tellsOf('f(x)', outputs)?.showsNumbers).toBe(expected || undefined);
});

test('what is printed is no result', () => {
  expect(tellsOf('print(3)', printed('3'))).toBeUndefined();
});
