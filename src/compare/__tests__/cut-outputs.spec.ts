// Outputs over the size cap, on either side: what is known of them counts, and no more.
import { hashOf, type Omission, type Output } from '../../model';
import { compareRecords } from '..';
import { CONTEXT } from './context';

const stream = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

/** A text as it is kept over the cap, and what is noted of it. */
function cut(
  text: string,
  hash: string | null = hashOf(text)
): { readonly output: Output; readonly omissions: readonly Omission[] } {
  const bytes = text.length;
  return {
    output: stream(
      `${text.slice(0, 40)}\n[… ${bytes} bytes in all, the middle was not kept …]\n${text.slice(-20)}`
    ),
    omissions: [{ outputIndex: 0, mediaType: 'text/plain', bytes, hash }]
  };
}

const lines = (what: string, count = 100): string =>
  Array.from({ length: count }, (_, at) => `${what} ${at}\n`).join('');

function verdict(
  recorded: ReturnType<typeof cut>,
  replayed: ReturnType<typeof cut>
): string {
  const [outcome] = compareRecords(
    {
      recorded: [recorded.output],
      omissions: recorded.omissions,
      replayed: [replayed.output],
      replayedOmissions: replayed.omissions,
      isVolatile: false
    },
    CONTEXT
  );
  return `${outcome?.verdict} ${outcome?.detail}`.trim();
}

const whole = (text: string): ReturnType<typeof cut> => ({
  output: stream(text),
  omissions: []
});

test.each([
  ['cut in the record', cut(lines('row')), whole(lines('row'))],
  ['cut in the replay', whole(lines('row')), cut(lines('row'))],
  ['cut on both sides', cut(lines('row')), cut(lines('row'))]
])('the same text, %s, is identical by its hash', (_, a, b) => {
  expect(verdict(a, b)).toBe('identical');
});

test.each([
  ['the record', cut(`${lines('row')}x`), whole(lines('row'))],
  ['the replay', whole(lines('row')), cut(`${lines('row')}x`)],
  ['the record', cut(lines('row'), null), cut(lines('row'), null)]
])(
  'a middle that is not known leaves the rest unknown: of %s',
  (side, a, b) => {
    expect(verdict(a, b)).toMatch(
      new RegExp(`^unknown Only a part of ${side} was kept`)
    );
  }
);

test.each([
  ['the record', cut(lines('row')), whole(lines('line'))],
  ['the replay', whole(lines('row')), cut(lines('line'))],
  ['both', cut(lines('row')), cut(lines('line'))]
])('a beginning that differs is different, with a cut in %s', (_, a, b) => {
  expect(verdict(a, b)).toMatch(/^different Line 1: “row 0” is “line 0” now/);
});
