// What holds for every comparison, on outputs that are drawn, and that hostile ones end in time.
import type { Json, Output } from '../../model';
import { seededRandom } from '../../testing/truth/schedules';
import { compareOutput, comparators } from '..';
import { CONTEXT, swapped } from './context';
import { pngOf } from './pictures';

const PIECES = [
  '1.0',
  '1.00000000000001',
  '2',
  '1e-5',
  "{'a', 'b'}",
  "{'b', 'a'}",
  "{'k': 1, 'j': 2}",
  '<A at 0x7f3a5c0b9d90>',
  '<A at 0x7f3a5c0b9fff>',
  'took 3 s',
  'took 4.5 s',
  '2026-03-01',
  '2026-11-26',
  '10:00:01',
  '20:45:01',
  '\u001b[31m',
  '\u001b[0m',
  '\r',
  '\b',
  '\n',
  ' ',
  'x',
  '"',
  "'",
  '{',
  '}',
  ',',
  '/tmp/a',
  '/tmp/b',
  '/home/a',
  '/tmp/retrace-replay-1/a',
  'pid 3',
  'pid 4',
  'In[3]',
  'In[4]',
  'a.py:3: UserWarning: ',
  'b.py:3: UserWarning: ',
  '[00:01<00:02, 3it/s]',
  '0b6f7c9e-4a5d-4c3b-9a1f-0123456789ab',
  '<td>',
  '</td>',
  '<table>',
  '<tr>',
  '<!--',
  'é',
  '\ufdd0'
];

const MEDIA_TYPES = [
  'text/plain',
  'text/html',
  'image/svg+xml',
  'text/latex',
  'application/javascript',
  'image/png',
  'application/json',
  'application/vnd.plotly.v1+json'
];

/** An output; with a second seed a relative of it, in which some pieces are others. */
function drawn(seed: number, other = 0): Output {
  const random = seededRandom(seed);
  const change = seededRandom(other);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const piece = (): string => {
    const at = Math.floor(random() * PIECES.length);
    const isOther = other > 0 && change() < 0.3;
    return PIECES[isOther ? at ^ 1 : at] ?? '';
  };
  const text = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, piece).join('');
  const picture = (): string =>
    pngOf({
      width: 1,
      height: 1,
      colour: 2,
      rows: [[pick([0, 1, 200]), 0, 0]],
      level: pick([0, 9])
    });
  const value = (depth: number): Json =>
    depth === 0
      ? pick<Json>([1, 1.5, 1.50000000000001, 'a', null, true, text()])
      : pick<Json>([
          [value(depth - 1), value(0)],
          { uid: text(), a: value(depth - 1) }
        ]);
  const kind = random();
  if (kind < 0.4) {
    return {
      output_type: 'stream',
      name: pick(['stdout', 'stdout', 'stderr']),
      text: text()
    };
  }
  if (kind < 0.5) {
    return {
      output_type: 'error',
      ename: pick(['A', 'B']),
      evalue: text(),
      traceback: [text()]
    };
  }
  const mediaType = pick(MEDIA_TYPES);
  const content: Json = mediaType.endsWith('json')
    ? value(2)
    : mediaType === 'image/png'
      ? picture()
      : text();
  return {
    output_type: 'display_data',
    data: { [mediaType]: content },
    metadata: {}
  };
}

const SEEDS = Array.from({ length: 6000 }, (_, seed) => seed + 1);

test('every output is identical to itself', () => {
  for (const seed of SEEDS.slice(0, 500)) {
    expect([seed, compareOutput(drawn(seed), drawn(seed), CONTEXT)]).toEqual([
      seed,
      { kind: 'identical' }
    ]);
  }
});

test('verdict and rules are the same from either side', () => {
  let equivalent = 0;
  for (const seed of SEEDS) {
    const [a, b] = [drawn(seed), drawn(seed, seed)];
    const there = compareOutput(a, b, CONTEXT);
    const back = compareOutput(b, a, swapped(CONTEXT));
    const said = (found: typeof there) => [
      seed,
      found.kind,
      'rules' in found ? found.rules : null
    ];
    expect(said(back)).toEqual(said(there));
    equivalent += there.kind === 'equivalent' ? 1 : 0;
  }
  expect(equivalent).toBeGreaterThan(100);
});

test('each media type goes to one comparator, and each comparator has its own', () => {
  const first = (mediaType: string) =>
    comparators.find(each => each.matches(mediaType))?.id;
  expect(
    [
      ...MEDIA_TYPES,
      'application/vnd.vegalite.v5+json',
      'application/vnd.jupyter.widget-view+json',
      'application/geo+json'
    ].map(first)
  ).toEqual([
    'text',
    'html',
    'svg',
    'text',
    'other',
    'image',
    'json',
    'plotly',
    'vega',
    'widget',
    'json'
  ]);
  expect(new Set(comparators.map(({ id }) => id)).size).toBe(
    comparators.length
  );
});

/** Just short enough for the rules to look at it in one piece. */
const MEGA = 200_000;

test.each<[string, (end: string) => string]>([
  ['one line', end => 'x'.repeat(MEGA) + end],
  ['blanks', end => ' '.repeat(MEGA) + end],
  ['digits', end => '1'.repeat(MEGA) + end],
  ['dots', end => '1.'.repeat(MEGA / 2) + end],
  ['braces', end => '{'.repeat(MEGA) + end],
  ['braces and quotes', end => "{'".repeat(MEGA / 2) + end],
  ['escapes', end => '\u001b]'.repeat(MEGA / 2) + end],
  ['backspaces', end => 'a\b'.repeat(MEGA / 2) + end],
  ['tags that do not end', end => '<a "'.repeat(MEGA / 4) + end],
  ['quotes in tags', end => `<a '"`.repeat(MEGA / 5) + end],
  ['comments', end => end + '<!--'.repeat(MEGA / 4)],
  ['paths', end => '/a'.repeat(MEGA / 2) + end],
  ['colons', end => '1:'.repeat(MEGA / 2) + end],
  ['words', end => 'time in took '.repeat(MEGA / 13) + end]
])('a long text of %s is compared', (_, text) => {
  for (const mediaType of ['text/plain', 'text/html', 'image/svg+xml']) {
    const [a, b] = ['a', 'b'].map((end): Output => ({
      output_type: 'display_data',
      data: { [mediaType]: text(end) },
      metadata: {}
    }));
    expect(a && b && compareOutput(a, b, CONTEXT).kind).toBe('different');
  }
});

test.each([
  ['in one line', 'x'.repeat(10_000_000), ''],
  [
    'in short lines',
    'took 1.5 s at 0x7f3a5c0b9d90\n'.repeat(350_000),
    'took 1.75 s at 0x7f3a5c0b9fff\n'
  ]
])('ten megabytes %s are compared', (_, text, more) => {
  const [a, b] = [more, `${more}b`].map((end): Output => ({
    output_type: 'stream',
    name: 'stdout',
    text: end + text
  }));
  expect(a && b && compareOutput(a, b, CONTEXT).kind).toBe('different');
});

test('a value nested without end differs with a sentence', () => {
  const nested = (inside: Json): Json => {
    let value = inside;
    for (let depth = 0; depth < 100_000; depth += 1) {
      value = [value];
    }
    return value;
  };
  const [a, b] = [1, 2].map((inside): Output => ({
    output_type: 'display_data',
    data: { 'application/json': nested(inside) },
    metadata: {}
  }));
  expect(a && b && compareOutput(a, b, CONTEXT)).toMatchObject({
    kind: 'different',
    detail: expect.stringMatching(/too large to be compared/)
  });
});
