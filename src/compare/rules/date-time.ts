import type { CompareContext } from '../comparator';
import { momentOf, MOMENTS, type Moment } from './moment';
import type { SpanRule } from './text-rule';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** Zones, and cells that run over midnight. */
const NEAR = 1.5 * DAY;

/** Zones differ by quarters of an hour. */
const QUARTER = HOUR / 4;

/** The day and the time at which the code ran; other dates count. */
export const dateTime: SpanRule = {
  id: 'date-time',
  label: 'the day and time of the run',
  blind: 'It cannot see that the day of the run was not read from a clock.',
  kind: 'span',
  pattern: MOMENTS,
  accepts(a, b, { ranAt }) {
    const first = momentOf(a);
    const second = momentOf(b);
    if (!first || !second || first.kind !== second.kind) {
      return false;
    }
    return first.kind === 'clock'
      ? areClocks(first, second, ranAt)
      : areOwnDates(first, second, ranAt);
  }
};

/** Each is the date of its own run; where one run's time is not known, its date is not after the other's. */
function areOwnDates(
  first: Moment,
  second: Moment,
  ranAt: CompareContext['ranAt']
): boolean {
  const ranA = timeOf(ranAt.a);
  const ranB = timeOf(ranAt.b);
  if (ranA !== null && ranB !== null) {
    return isNear(first, ranA) && isNear(second, ranB);
  }
  return ranA !== null
    ? isNear(first, ranA) && isBefore(second, ranA)
    : ranB !== null && isNear(second, ranB) && isBefore(first, ranB);
}

/** Both are as far from the start of their run, in the same zone. */
function areClocks(
  first: Moment,
  second: Moment,
  ranAt: CompareContext['ranAt']
): boolean {
  const ranA = timeOf(ranAt.a);
  const ranB = timeOf(ranAt.b);
  if (ranA === null || ranB === null) {
    return false;
  }
  const apart =
    ((first.values[0] ?? 0) - ranA - ((second.values[0] ?? 0) - ranB)) % DAY;
  const rest = ((apart % DAY) + DAY) % DAY;
  return Math.min(rest, DAY - rest) < QUARTER;
}

function isNear({ values }: Moment, time: number): boolean {
  return values.some(value => Math.abs(value - time) <= NEAR);
}

/** Some years before: a record is old, and not from the time of the data. */
function isBefore({ values }: Moment, time: number): boolean {
  const oldest = Date.UTC(2011, 0, 1);
  return values.some(value => value >= oldest && value <= time + NEAR);
}

function timeOf(at: string | null): number | null {
  const time = at === null ? NaN : Date.parse(at);
  return Number.isNaN(time) ? null : time;
}
