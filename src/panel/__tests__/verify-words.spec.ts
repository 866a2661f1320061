// What a replay came to, in words.
import { asCellId, english, type MetricSpread } from '../../model';
import type { ReplayProgress } from '../../replay';
import { outputAt, proofAt } from '../../testing/proofs';
import type { Locale } from '../runs/words';
import {
  cellProofText,
  circumstances,
  headline,
  lackingSentences,
  provenText
} from '../verify/proof-words';
import {
  leftText,
  outputSentence,
  spreadText,
  stepText
} from '../verify/words';

const locale: Locale = { translator: english, tag: 'en-GB', timeZone: 'UTC' };

test('a proof says when, in what and how much, and for which version', () => {
  const proof = proofAt({ verdicts: ['identical', 'equivalent', 'nothing'] });
  const text =
    'Proven on 2 Jan 2026, 10:00 in CPython 3.11.7, 108 packages: 2 of 2';
  expect(provenText({ proof, isCurrent: true }, locale)).toBe(text);
  expect(provenText({ proof, isCurrent: false }, locale)).toBe(
    `${text}, for an earlier version of the notebook`
  );
  const lacking = { missing: ['a==1'], leftOut: ['b'] };
  const poor = { ...proof, lacking };
  expect(provenText({ proof: poor, isCurrent: true }, locale)).toBe(
    `${text}, without 2 packages of the run`
  );
  expect(lackingSentences(proof, locale)).toEqual([]);
  expect(lackingSentences(poor, locale)).toEqual([
    'Could not be had: a==1.',
    'Left out, because no package index has them: b.'
  ]);
  const failed = proofAt({ verdicts: ['different'], environmentLabel: '' });
  expect(provenText({ proof: failed, isCurrent: true }, locale)).toBe(
    'Replayed on 2 Jan 2026, 10:00: 0 of 1'
  );
});

test.each([
  [proofAt({ verdicts: ['identical'] }), 'All outputs came out again'],
  [proofAt({ verdicts: ['missing'] }), 'Not all outputs came out again'],
  [proofAt({ verdicts: ['nothing'] }), 'There was nothing to compare'],
  [
    proofAt({
      verdicts: ['identical', 'unrun'],
      stop: { kind: 'cancelled', sentence: '' }
    }),
    'Cancelled'
  ],
  [
    proofAt({
      verdicts: ['identical'],
      stop: { kind: 'timeout', sentence: 'Too long.' }
    }),
    'It did not come to its end'
  ]
])('the head of a result: %#', (proof, expected) => {
  expect(headline(proof, locale)).toBe(expected);
});

test('a cell that was not proven by the present version says nothing', () => {
  const proof = proofAt({ verdicts: ['identical', 'different', 'unrun'] });
  const of = (cell: string, isCurrent: boolean): string | null =>
    cellProofText({ proof, isCurrent }, asCellId(cell), locale);
  expect(of('c1', true)).toBe('Proven by a replay on 2 Jan 2026, 10:00.');
  expect(of('c2', true)).toBe(
    'A replay on 2 Jan 2026, 10:00 gave another output.'
  );
  expect([of('c1', false), of('c3', true), of('gone', true)]).toEqual([
    null,
    null,
    null
  ]);
});

test('circumstances tell the place, the folder, the time and the repeats', () => {
  const proof = proofAt({
    verdicts: ['identical'],
    place: 'clean',
    repeats: 3
  });
  expect(circumstances(proof, locale)).toEqual([
    'Replayed on 2 Jan 2026, 10:00 in CPython 3.11.7, 108 packages.',
    'The environment was built anew for it.',
    'In a scratch copy of the notebook’s folder.',
    'It took 12.0 s.',
    'Each cell ran 3 times, each time in a fresh kernel.'
  ]);
});

const progress: ReplayProgress = {
  repeat: 1,
  repeats: 1,
  done: 0,
  steps: 4,
  current: null,
  elapsedMs: 0,
  leftMs: null,
  last: null
};

test.each([
  [progress, 'Starting a kernel…'],
  [
    { ...progress, done: 2, current: { cellId: null, cellIndex: 7 } },
    'Cell 3 of 4'
  ],
  [{ ...progress, done: 4 }, 'Cell 4 of 4'],
  [
    { ...progress, repeat: 2, repeats: 5, done: 1 },
    'Replay 2 of 5: Cell 2 of 4'
  ]
])('progress: %#', (state, expected) => {
  expect(stepText(state, locale)).toBe(expected);
});

test.each([
  [null, ''],
  [400, 'nearly done'],
  [90_000, 'about 1 min 30 s left']
])('time left: %s', (leftMs, expected) => {
  expect(leftText(leftMs, locale)).toBe(expected);
});

const spread = (mean: number, deviation: number | null): MetricSpread => ({
  name: 'm',
  cellId: null,
  count: 5,
  mean,
  deviation
});

test.each([
  [spread(0.93421, 0.01132), '0.934 ± 0.011'],
  [spread(1234.56, 78.9), '1,235 ± 79'],
  [spread(12.5, null), '12.5'],
  [spread(12.5, 0), '12.5'],
  [spread(0, 0.25), '0 ± 0.25'],
  [spread(0.001, 500), '0 ± 500']
])(
  'a mean has as many digits as its deviation allows: %#',
  (metric, expected) => {
    expect(spreadText(metric, locale)).toBe(expected);
  }
);

test('an equivalent output names its rules, and a missing one its side', () => {
  expect(
    outputSentence(
      outputAt('equivalent', { rules: ['memory-address'] }),
      locale
    )
  ).toBe('The replay showed the same but for memory addresses.');
  expect(outputSentence(outputAt('missing', { replayed: null }), locale)).toBe(
    'The replay did not show this.'
  );
  expect(outputSentence(outputAt('missing', { recorded: null }), locale)).toBe(
    'The replay showed this, and nothing of it is recorded.'
  );
});
