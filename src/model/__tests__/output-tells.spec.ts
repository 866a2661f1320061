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

test.each([
  ['text/html', `<div id='${ID}'></div>`],
  ['text/html', '<table id="T_3f2a1"><tr></tr></table>'],
  ['application/javascript', `draw(document.getElementById("${ID}"))`],
  ['image/svg+xml', '<clipPath id="p985c4d328c">'],
  ['text/plain', `<DisplayHandle display_id=${PLAIN_ID}>`],
  ['application/vnd.jupyter.widget-view+json', { model_id: PLAIN_ID }]
] as const)('an identifier in %s was drawn: %j', (mediaType, content) => {
  expect(tellsOf('show()', shown(mediaType, content))).toEqual({
    hasDrawnId: true
  });
});

test.each([
  ['a value of a table', 'show()', 'text/html', `<td>${ID}</td>`],
  ['a text', 'show()', 'text/plain', `'${PLAIN_ID}'`],
  ['a word', 'show()', 'text/plain', '<DisplayHandle display_id=update-me>'],
  [
    'what stands in the source',
    `HTML("<p id='${ID}'>")`,
    'text/html',
    `<p id='${ID}'>`
  ]
] as const)('%s was not', (_, source, mediaType, content) => {
  expect(tellsOf(source, shown(mediaType, content))).toBeUndefined();
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
