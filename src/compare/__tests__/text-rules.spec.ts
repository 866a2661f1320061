// Which texts are equal, by which rules, and which never are.
import type { Output } from '../../model';
import { allRules, compareOutput, type CompareContext } from '..';
import { textRules } from '../rules';
import {
  DIFFERENT_TEXTS as DIFFERENT,
  EQUAL_TEXTS as EQUAL
} from '../../testing/text-pairs';
import { CONTEXT, swapped } from './context';

const stream = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

function compare(a: string, b: string, context: CompareContext = CONTEXT) {
  return compareOutput(stream(a), stream(b), context);
}

test.each(EQUAL)('equal by %s: %j and %j', (rules, a, b) => {
  expect(compare(a, b)).toEqual({
    kind: 'equivalent',
    rules: rules.split(' ').sort()
  });
  expect(compare(b, a, swapped(CONTEXT))).toEqual(compare(a, b));
});

test('every rule for texts is named by one case at least, and has its page', () => {
  const named = new Set(EQUAL.flatMap(([rules]) => rules.split(' ')));
  const known = new Set(allRules.map(({ id }) => id));
  for (const { id } of textRules) {
    expect([id, named.has(id), known.has(id)]).toEqual([id, true, true]);
  }
  expect(known.size).toBe(allRules.length);
});

test.each(DIFFERENT)('different: %j and %j', (a, b) => {
  expect(compare(a, b).kind).toBe('different');
  expect(compare(b, a, swapped(CONTEXT)).kind).toBe('different');
});

test('without the time of a run no date is let pass', () => {
  const unknown = { ...CONTEXT, ranAt: { a: null, b: null } };
  expect(compare('2026-03-01', '2026-11-26', unknown).kind).toBe('different');
});

test('a date of an old record whose time is not known has to be older than the replay', () => {
  const old = { ...CONTEXT, ranAt: { a: null, b: CONTEXT.ranAt.b } };
  expect(compare('2019-03-01', '2026-11-26', old).kind).toBe('equivalent');
  expect(compare('2027-03-01', '2026-11-26', old).kind).toBe('different');
  expect(compare('1815-12-10', '2026-11-26', old).kind).toBe('different');
});

test.each([
  ['a\nb\nc', 'a\nX\nc', 'Line 2: “b” is “X” now.', 2],
  ['1.0', '1.1', '“1.0” is “1.1” now.', 1],
  ['a  b', 'a b', '“a  b” has other blanks now.', 1],
  ['a\nb', 'a', 'Line 2: “b” is not in the replay.', 2],
  ['a', 'a\n\nb', 'Line 2: an empty line is not in the record.', 2],
  [
    `${'x'.repeat(100)}1${'y'.repeat(100)}`,
    `${'x'.repeat(100)}2${'y'.repeat(100)}`,
    `“…${'x'.repeat(30)}1${'y'.repeat(29)}…” is “…${'x'.repeat(30)}2${'y'.repeat(29)}…” now.`,
    1
  ],
  [
    '<A at 0x7f3a5c0b9d90>\n{1,\n2}\n',
    '<A at 0x7f3a5c0b9000>\n{1,\n3}\n',
    'Line 2: “{1, 2}” is “{1, 3}” now.',
    2
  ]
])('the first difference is told: %j', (a, b, detail, line) => {
  expect(compare(a, b)).toEqual({
    kind: 'different',
    detail,
    difference: { kind: 'text', line }
  });
});

test('a tolerance that is asked for holds', () => {
  const wide = {
    ...CONTEXT,
    tolerance: { relative: 1e-3, absolute: 1e-12 }
  };
  expect(compare('acc 0.9312', 'acc 0.9313', wide).kind).toBe('equivalent');
  expect(compare('1.1e-16', '0.0', wide).kind).toBe('equivalent');
  expect(compare('acc 0.93', 'acc 0.94', wide).kind).toBe('different');
});
