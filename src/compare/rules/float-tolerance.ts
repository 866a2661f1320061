import type { Tolerance } from '../comparator';
import type { SpanRule } from './text-rule';

/** Floating-point numbers that are equal but for the last of their digits. */
export const floatTolerance: SpanRule = {
  id: 'float-tolerance',
  label: 'the last digits of numbers',
  blind: 'It cannot see that so small a difference was what counted.',
  kind: 'span',
  pattern:
    /(?:(?<![ \t])[ \t]{1,40})?(?<![\w.][+-]?|\d:)[+-]?(?:\d{1,400}\.\d{0,400}(?:e[+-]?\d{1,4})?|\.\d{1,400}(?:e[+-]?\d{1,4})?|\d{1,400}e[+-]?\d{1,4})(?![\w.]|:\d)/gi,
  accepts: (a, b, { tolerance }) =>
    /^\s/.test(a) === /^\s/.test(b) && areClose(Number(a), Number(b), tolerance)
};

/** True for numbers that lie within the tolerance. */
export function areClose(a: number, b: number, tolerance: Tolerance): boolean {
  if (a === b) {
    return true;
  }
  const distance = Math.abs(a - b);
  const size = Math.max(Math.abs(a), Math.abs(b));
  return (
    Number.isFinite(distance) &&
    (distance <= size * tolerance.relative || distance <= tolerance.absolute)
  );
}
