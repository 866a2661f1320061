// Pictures: equal by their pixels however they are packed, different for one pixel that an eye sees, bounded when hostile.
import { deflateSync } from 'node:zlib';

import type { Output } from '../../model';
import { compareOutput } from '..';
import { decodePng } from '../png';
import { CONTEXT } from './context';
import { pngOf, type PictureFacts } from './pictures';

const shown = (data: string, mediaType = 'image/png'): Output => ({
  output_type: 'display_data',
  data: { [mediaType]: data, 'text/plain': '<Figure size 640x480>' },
  metadata: {}
});

const compare = (a: string, b: string, mediaType?: string) =>
  compareOutput(shown(a, mediaType), shown(b, mediaType), CONTEXT);

const ROWS = [
  [255, 0, 0, 0, 255, 0],
  [0, 0, 255, 255, 255, 255]
];

const COLOURS: PictureFacts = { width: 2, height: 2, colour: 2, rows: ROWS };

const RGBA = ROWS.map(row => [
  ...row.slice(0, 3),
  255,
  ...row.slice(3),
  255
]).flat();

const pixelsOf = (facts: PictureFacts) => {
  const read = decodePng(Buffer.from(pngOf(facts), 'base64'));
  return read.ok ? [...read.value.pixels] : read.reason;
};

test.each([0, 1, 2, 3, 4])('rows with filter %d are read', filter => {
  expect(pixelsOf({ ...COLOURS, filter })).toEqual(RGBA);
});

const grey = (...values: readonly (readonly [number, number])[]) =>
  values.flatMap(([value, opacity]) => [value, value, value, opacity]);

test.each<[string, PictureFacts, number[]]>([
  [
    'grey of 16 bits',
    { width: 2, height: 1, colour: 0, depth: 16, rows: [[255, 255, 128, 0]] },
    grey([255, 255], [128, 255])
  ],
  [
    'grey of 1 bit',
    { width: 3, height: 1, colour: 0, depth: 1, rows: [[0b10100000]] },
    grey([255, 255], [0, 255], [255, 255])
  ],
  [
    'grey with opacity',
    { width: 2, height: 1, colour: 4, rows: [[9, 0, 200, 255]] },
    grey([9, 0], [200, 255])
  ],
  [
    'colours by number, one of them clear',
    {
      width: 2,
      height: 1,
      colour: 3,
      depth: 4,
      rows: [[0x01]],
      chunks: { PLTE: [1, 2, 3, 4, 5, 6], tRNS: [0] }
    },
    [1, 2, 3, 0, 4, 5, 6, 255]
  ],
  [
    'one colour that is clear',
    {
      width: 2,
      height: 1,
      colour: 2,
      rows: [[1, 2, 3, 1, 2, 4]],
      chunks: { tRNS: [0, 1, 0, 2, 0, 3] }
    },
    [1, 2, 3, 0, 1, 2, 4, 255]
  ],
  [
    'colour with opacity of 16 bits',
    {
      width: 1,
      height: 1,
      colour: 6,
      depth: 16,
      rows: [[255, 255, 0, 0, 128, 0, 255, 255]]
    },
    [255, 0, 128, 255]
  ]
])('%s is read', (_, facts, pixels) => {
  expect(pixelsOf(facts)).toEqual(pixels);
});

test('the same pixels in other bytes are equal', () => {
  const packed = pngOf({
    ...COLOURS,
    chunks: { tEXt: [65, 0, 66] },
    filter: 2
  });
  expect(compare(pngOf(COLOURS), packed)).toEqual({
    kind: 'equivalent',
    rules: ['image-encoding']
  });
});

test('a picture whose base64 is broken into lines is the same', () => {
  const data = pngOf(COLOURS);
  const lines = data.replace(/(.{20})/g, '$1\n');
  expect(compare(data, lines).kind).toBe('equivalent');
});

const withFirst = (value: number): PictureFacts => ({
  ...COLOURS,
  rows: ROWS.map((row, y) => row.map((old, x) => (x + y === 0 ? value : old)))
});

test('shades that no eye tells apart are equal, others are counted', () => {
  expect(compare(pngOf(COLOURS), pngOf(withFirst(253)))).toEqual({
    kind: 'equivalent',
    rules: ['image-perceptual']
  });
  expect(compare(pngOf(COLOURS), pngOf(withFirst(200)))).toEqual({
    kind: 'different',
    detail: '1 of 4 pixels differ (25.00 %).',
    difference: { kind: 'pixels', width: 2, height: 2, differing: 1 }
  });
});

test('another size is told', () => {
  const wide = pngOf({ ...COLOURS, height: 1, rows: ROWS.slice(0, 1) });
  expect(compare(pngOf(COLOURS), wide)).toEqual({
    kind: 'different',
    detail: '2 × 2 pixels are 2 × 1 now.'
  });
});

/** A header of any size over data of a gigabyte that pack into a megabyte. */
function bomb(width: number, height: number): string {
  return pngOf({
    width,
    height,
    colour: 0,
    rows: [],
    chunks: { IDAT: [...deflateSync(Buffer.alloc(1 << 27), { level: 9 })] }
  });
}

test.each([
  [
    'huge dimensions',
    pngOf({ ...COLOURS, width: 1 << 30 }),
    /at most 16000000/
  ],
  ['no pixel', pngOf({ ...COLOURS, width: 0 }), /0 × 2 pixels/],
  ['more data than pixels', bomb(2, 2), /not of the size/],
  [
    'fewer data than pixels',
    pngOf({ ...COLOURS, height: 9 }),
    /not of the size/
  ],
  [
    'damaged data',
    pngOf({ ...COLOURS, chunks: { IDAT: [1, 2, 3] } }),
    /damaged/
  ],
  ['an unknown filter', pngOf({ ...COLOURS, filter: 9 }), /unknown filter/],
  ['an unknown colour type', pngOf({ ...COLOURS, colour: 5 }), /header/],
  ['interlace', pngOf({ ...COLOURS, interlace: 1 }), /interlaced/],
  ['no header', pngOf(COLOURS).slice(0, 20), /header/],
  ['another format', Buffer.from('GIF89a').toString('base64'), /not a PNG/],
  ['no base64', '<svg/>', /base64/],
  ['nothing', '', /not a PNG/]
])(
  'a picture with %s differs by its bytes, with the reason',
  (_, data, reason) => {
    const found = compare(pngOf(COLOURS), data);
    expect(found.kind).toBe('different');
    expect(found.kind === 'different' && found.detail).toMatch(reason);
    expect(compare(data, data)).toEqual({ kind: 'identical' });
  }
);

test('formats that are not read are compared by their bytes', () => {
  const [a, b] = ['/9j/AAAA', '/9j/BBBB'];
  expect(compare(a, a, 'image/jpeg')).toEqual({ kind: 'identical' });
  expect(compare(a, b, 'image/jpeg').kind).toBe('different');
});
