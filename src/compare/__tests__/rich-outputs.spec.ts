// Frames, markup, drawings, charts, widgets and errors: what is equal in them, and where they part.
import type { Json, Output } from '../../model';
import { compareOutput } from '..';
import { CONTEXT, swapped } from './context';

const shown = (data: { readonly [mediaType: string]: Json }): Output => ({
  output_type: 'execute_result',
  data,
  metadata: {},
  execution_count: 1
});

function compare(mediaType: string, a: Json, b: Json) {
  const [one, other] = [
    shown({ [mediaType]: a, 'text/plain': 'a' }),
    shown({ [mediaType]: b, 'text/plain': 'b' })
  ];
  const found = compareOutput(one, other, CONTEXT);
  const back = compareOutput(other, one, swapped(CONTEXT));
  expect(back.kind).toBe(found.kind);
  expect('rules' in back && back.rules).toEqual(
    'rules' in found && found.rules
  );
  return found;
}

const rulesOf = (found: ReturnType<typeof compare>) =>
  found.kind === 'equivalent' ? found.rules : found;

/** A frame as pandas writes it. */
function frame(
  rows: readonly (readonly [label: string, ...cells: string[]])[],
  dress = 'border="1" class="dataframe"'
): string {
  const body = rows
    .map(
      ([label, ...cells]) =>
        `    <tr>\n      <th>${label}</th>\n${cells.map(cell => `      <td>${cell}</td>\n`).join('')}    </tr>\n`
    )
    .join('');
  return `<div>\n<style scoped>\n    .dataframe tbody tr th {\n        vertical-align: top;\n    }\n</style>\n<table ${dress}>\n  <thead>\n    <tr style="text-align: right;">\n      <th></th>\n      <th>name</th>\n      <th>price</th>\n    </tr>\n  </thead>\n  <tbody>\n${body}  </tbody>\n</table>\n</div>`;
}

describe('frames', () => {
  const before = frame([
    ['0', 'a', '1.0'],
    ['1', 'b', '2.5']
  ]);

  test('are equal in another dress', () => {
    const plain = frame(
      [
        ['0', 'a', '1.0'],
        ['1', 'b', '2.5']
      ],
      'class="dataframe wide"'
    )
      .replace(/<style[^]*<\/style>/, '')
      .replace(/\n\s*/g, '');
    expect(rulesOf(compare('text/html', before, plain))).toEqual([
      'frame-markup'
    ]);
  });

  test('are equal within the tolerance', () => {
    const close = before.replace('2.5', '2.5000000000001');
    expect(rulesOf(compare('text/html', before, close))).toEqual([
      'float-tolerance'
    ]);
  });

  test('name the cells that differ by row and column', () => {
    const after = frame([
      ['0', 'a', '1.5'],
      ['1', 'c', '2.5'],
      ['2', 'd', '3.0']
    ]);
    const found = compare('text/html', before, after);
    expect(found).toMatchObject({
      detail: 'Row 0, column price: “1.0” is “1.5” now; 5 cells differ.',
      difference: {
        kind: 'table',
        total: 5,
        cells: [
          { row: '0', column: 'price', recorded: '1.0', replayed: '1.5' },
          { row: '1', column: 'name', recorded: 'b', replayed: 'c' },
          { row: '2', column: '0', recorded: null, replayed: '2' },
          { row: '2', column: 'name', recorded: null, replayed: 'd' },
          { row: '2', column: 'price', recorded: null, replayed: '3.0' }
        ]
      }
    });
  });

  test('keep cells that span several rows in their columns', () => {
    const table = (value: string) =>
      `<table><tr><th>g</th><th>k</th><th>v</th></tr><tr><th rowspan="2">x</th><th>p</th><td>1</td></tr><tr><th>q</th><td>${value}</td></tr></table>`;
    expect(compare('text/html', table('2'), table('3'))).toMatchObject({
      detail: 'Row x / q, column v: “2” is “3” now.'
    });
  });
});

test.each([
  ['markup-blanks', '<p>a</p>\n<p>b</p>', '<p>a</p><!-- c --><p>b</p>'],
  ['markup-blanks', '<p class="x" id="y">a</p>', "<p id='y' class=x>a</p>"],
  [
    'generated-id',
    '<p id="T_1a2b3c_row0">a</p>',
    '<p id="T_99ffab_row0">a</p>'
  ],
  [
    'generated-id',
    '<style>#sk-container-id-1 {}</style>',
    '<style>#sk-container-id-7 {}</style>'
  ],
  [
    'random-uuid',
    '<div id="0b6f7c9e-4a5d-4c3b-9a1f-0123456789ab"></div>',
    '<div id="1c6f7c9e-4a5d-4c3b-8a1f-0123456789ab"></div>'
  ],
  ['date-time', '<b>2026-03-01 10:00</b>', '<b>2026-11-26 20:45</b>']
])('markup is equal by %s', (rule, a, b) => {
  expect(rulesOf(compare('text/html', a, b))).toEqual([rule]);
});

test.each([
  ['<b>1</b>', '<i>1</i>'],
  ['<b>1</b>', '<b>2</b>'],
  ['<p style="color: red">1</p>', '<p style="color: blue">1</p>'],
  ['<a href="a">1</a>', '<a href="b">1</a>'],
  ['<script>x = 1</script>', '<script>x = 2</script>'],
  ['<b>a b</b>', '<b>ab</b>'],
  [
    '<table><tr><td>1</td><td>2</td></tr></table>',
    '<table><tr><td>2</td><td>1</td></tr></table>'
  ],
  ['a < b', 'a < c'],
  ['<p', '<q']
])('markup differs: %s and %s', (a, b) => {
  expect(compare('text/html', a, b).kind).toBe('different');
});

const drawing = (id: string, date: string, y: string) =>
  `<svg><metadata><dc:date>${date}</dc:date></metadata><defs><path id="${id}" d="M 0 ${y}"/></defs><use xlink:href="#${id}"/><g clip-path="url(#${id})"/></svg>`;

test('drawings are equal but for ids and dates, and differ in a line', () => {
  const a = drawing('m1a2b', '2026-03-01', '1.5');
  expect(
    rulesOf(compare('image/svg+xml', a, drawing('m9z', '2026-11-26', '1.5')))
  ).toEqual(['svg-ids']);
  expect(
    rulesOf(
      compare(
        'image/svg+xml',
        a,
        drawing('m1a2b', '2026-03-01', '1.5000000000001')
      )
    )
  ).toEqual(['float-tolerance']);
  expect(
    compare('image/svg+xml', a, drawing('m9z', '2026-03-01', '1.6')).kind
  ).toBe('different');
});

test('a drawing whose parts refer to another part differs', () => {
  const two = (used: string) =>
    `<svg><path id="a" d="M"/><path id="b" d="L"/><use href="#${used}"/></svg>`;
  expect(compare('image/svg+xml', two('a'), two('b')).kind).toBe('different');
});

const PLOTLY = 'application/vnd.plotly.v1+json';
const VEGA = 'application/vnd.vegalite.v5+json';
const WIDGET = 'application/vnd.jupyter.widget-view+json';
const HASHES = ['a'.repeat(32), 'b'.repeat(32)];

test.each<[string, string, Json, Json]>([
  [
    'generated-id',
    PLOTLY,
    { data: [{ uid: 'a', y: [1] }] },
    { data: [{ uid: 'b', y: [1] }] }
  ],
  [
    'float-tolerance',
    PLOTLY,
    { data: [{ y: [0.1] }] },
    { data: [{ y: [0.10000000000001] }] }
  ],
  [
    'float-tolerance generated-id',
    VEGA,
    {
      data: { name: `data-${HASHES[0]}` },
      datasets: { [`data-${HASHES[0]}`]: [{ x: 0.5 }] }
    },
    {
      data: { name: `data-${HASHES[1]}` },
      datasets: { [`data-${HASHES[1]}`]: [{ x: 0.50000000000001 }] }
    }
  ],
  [
    'float-tolerance',
    'application/json',
    { a: [1.5] },
    { a: [1.50000000000001] }
  ]
])('values are equal by %s', (rules, mediaType, a, b) => {
  expect(rulesOf(compare(mediaType, a, b))).toEqual(rules.split(' '));
});

test('the order of fields says nothing', () => {
  expect(compare('application/json', { a: 1, b: 2 }, { b: 2, a: 1 })).toEqual({
    kind: 'identical'
  });
});

test.each<[string, Json, Json, string]>([
  [
    PLOTLY,
    { data: [{ y: [1, 2] }] },
    { data: [{ y: [1, 3] }] },
    'At data[0].y[1]: 2 is 3 now.'
  ],
  [PLOTLY, { data: [1] }, { data: [1, 2] }, 'At data: 1 items are 2 now.'],
  ['application/json', { a: 1 }, { b: 1 }, 'At a: It is not in the replay.'],
  ['application/json', { uid: 'a' }, { uid: 'b' }, 'At uid: “a” is “b” now.'],
  ['application/json', [1], { 0: 1 }, 'A list is An object now.'],
  ['application/json', null, false, 'null is false now.'],
  ['application/json', 1, 2, '1 is 2 now.'],
  ['application/geo+json', { x: '1' }, { x: 1 }, 'At x: "1" is 1 now.']
])('values differ: %s %j %j', (mediaType, a, b, detail) => {
  expect(compare(mediaType, a, b)).toMatchObject({ kind: 'different', detail });
});

test('a widget is what it says of itself', () => {
  const view = (id: string, text: string) =>
    shown({ [WIDGET]: { model_id: id }, 'text/plain': text });
  const found = compareOutput(
    view('a', 'IntSlider(value=1)'),
    view('b', 'IntSlider(value=1)'),
    CONTEXT
  );
  expect(found).toEqual({ kind: 'equivalent', rules: ['generated-id'] });
  expect(
    compareOutput(
      view('a', 'IntSlider(value=1)'),
      view('a', 'IntSlider(value=2)'),
      CONTEXT
    ).kind
  ).toBe('different');
});

const error = (
  ename: string,
  evalue: string,
  ...traceback: string[]
): Output => ({ output_type: 'error', ename, evalue, traceback });

test('an error is its kind and its words', () => {
  const before = error('ValueError', 'bad <A at 0x7f3a5c0b9d90>', 'line 1');
  const after = error('ValueError', 'bad <A at 0x7f3a5c0b9fff>', 'line 2');
  expect(compareOutput(before, after, CONTEXT)).toEqual({
    kind: 'equivalent',
    rules: ['memory-address', 'traceback']
  });
  expect(
    compareOutput(before, error('ValueError', 'worse'), CONTEXT).kind
  ).toBe('different');
  expect(
    compareOutput(
      before,
      error('TypeError', 'bad <A at 0x7f3a5c0b9d90>'),
      CONTEXT
    )
  ).toMatchObject({ detail: 'The error is TypeError now; it was ValueError.' });
});

test('outputs of two kinds differ, and the sentence says which', () => {
  const text: Output = { output_type: 'stream', name: 'stdout', text: 'a' };
  expect(compareOutput(text, { ...text, name: 'stderr' }, CONTEXT)).toEqual({
    kind: 'different',
    detail: 'Stdout is stderr now.'
  });
  expect(
    compareOutput(
      shown({ 'text/plain': 'a' }),
      shown({ 'text/html': 'a' }),
      CONTEXT
    )
  ).toEqual({
    kind: 'different',
    detail: 'A result in text/plain is a result in text/html now.'
  });
  expect(compareOutput(shown({}), shown({}), CONTEXT)).toEqual({
    kind: 'identical'
  });
});
