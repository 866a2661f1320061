// Times, durations and states read as a person would write them.
import { english } from '../../model';
import { anExecution } from '../../testing/executions';
import {
  bytesText,
  durationOf,
  durationText,
  gapSentence,
  relativeText,
  timeText
} from '../runs/words';

const locale = { translator: english, tag: 'en-GB', timeZone: 'UTC' };
const noon = Date.parse('2026-01-01T12:00:00Z');

it.each([
  [0, '< 1 ms'],
  [12.4, '12 ms'],
  [999, '999 ms'],
  [999.7, '1.0 s'],
  [1234, '1.2 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [184_000, '3 min 4 s'],
  [3_599_700, '1 h 0 min'],
  [7_500_000, '2 h 5 min']
])('%d ms is “%s”', (ms, text) => {
  expect(durationText(ms, locale)).toBe(text);
});

it.each([
  [512, '512 B'],
  [3400, '3 kB'],
  [999_400, '999 kB'],
  [999_600, '1.0 MB'],
  [3_400_000, '3.4 MB'],
  [2_500_000_000, '2.5 GB']
])('%d bytes are “%s”', (bytes, text) => {
  expect(bytesText(bytes, locale)).toBe(text);
});

it('gives no duration where start or end was not seen, and none below zero', () => {
  expect(durationOf(anExecution('r', '1'))).toBe(1500);
  expect(durationOf(anExecution('r', '1', { startedAt: null }))).toBeNull();
  expect(durationOf(anExecution('r', '1', { finishedAt: 'bad' }))).toBeNull();
  const backwards = { finishedAt: '2026-01-01T11:00:00.000Z' };
  expect(durationOf(anExecution('r', '1', backwards))).toBe(0);
});

it('leaves the date out today', () => {
  expect(timeText('2026-01-01T09:05:03Z', noon, locale)).toBe('09:05:03');
  expect(timeText('2025-12-31T23:00:00Z', noon, locale)).toBe(
    '31 Dec 2025, 23:00:00'
  );
  expect(timeText('nonsense', noon, locale)).toBe('');
});

it.each([
  ['2026-01-01T11:59:57Z', '3 seconds ago'],
  ['2026-01-01T11:55:00Z', '5 minutes ago'],
  ['2026-01-01T09:00:00Z', '3 hours ago'],
  ['2025-12-31T12:00:00Z', 'yesterday'],
  ['2026-01-01T12:00:10Z', 'in 10 seconds'],
  ['nonsense', '']
])('%s is “%s” at noon', (at, text) => {
  expect(relativeText(at, noon, locale)).toBe(text);
});

it('adds the particulars of a gap to what it means', () => {
  const gap = { kind: 'storage', detail: 'Disk full.', at: '' } as const;
  expect(gapSentence(gap, locale)).toBe(
    'Some of this run could not be stored. Disk full.'
  );
});
