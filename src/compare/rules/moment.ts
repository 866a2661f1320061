// Dates and times of day as programs print them, read as milliseconds.

/** A point in time, without the zone that it was printed for. */
export type Moment = {
  /** `clock`: a time of day alone, in milliseconds since midnight. */
  readonly kind: 'date' | 'clock';
  /** Every way to read it, as `03/04/2026` has two. */
  readonly values: readonly number[];
};

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

const NAMED =
  /(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? /.source +
  /(?:([a-z]{3})[a-z]{0,6} {1,2}(\d{1,2}),?|(\d{1,2}) ([a-z]{3})[a-z]{0,6})/
    .source +
  /(?: (\d{4}))?(?: (\d\d:\d\d:\d\d))?(?: [a-z]{3,4})?(?: (\d{4}))?\b/.source;

const FORMS: readonly string[] = [
  NAMED,
  /(?<![a-z\d.-])\d{4}[-/]\d\d[-/]\d\d/.source +
    /(?:[T _]\d\d[:h-]\d\d(?:[:m-]\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?(?![a-z\d-])/
      .source,
  /(?<![a-z\d.-])\d{8}[_-]\d{6}(?!\d)/.source,
  /(?<![\w./-])\d{1,2}[./]\d{1,2}[./]\d{4}(?: \d\d:\d\d(?::\d\d)?)?(?![\w/-])/
    .source,
  /\bdate(?:time)?\(\d{4}(?:, \d{1,6}){2,6}/.source,
  /(?<![\w.,-])1[5-9]\d{8}(?:\.\d{1,9})?(?![\w.,]\d)(?!\d)/.source,
  /(?<![\w.:])\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?(?![\w:])/.source
];

/** Everything that looks like a date or a time of day. */
export const MOMENTS = new RegExp(FORMS.join('|'), 'gi');

const NAMED_ONLY = new RegExp(`^${NAMED}$`, 'i');

/** Reads a match of `MOMENTS`; null for what is no date after all. */
export function momentOf(text: string): Moment | null {
  const named = NAMED_ONLY.exec(text);
  if (named) {
    return fromNames(named);
  }
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const [first = 0, second = 0, third = 0, ...clock] = numbers;
  if (/^1[5-9]\d{8}(?:\.|$)/.test(text)) {
    return { kind: 'date', values: [first * 1000] };
  }
  if (/^\d{8}[_-]/.test(text)) {
    const spread = text.replace(
      /^(\d{4})(\d\d)(\d\d).(\d\d)(\d\d)/,
      '$1-$2-$3 $4:$5:'
    );
    return momentOf(spread);
  }
  if (/^\d{1,2}:/.test(text)) {
    return {
      kind: 'clock',
      values: [((first * 60 + second) * 60 + third) * 1000]
    };
  }
  if (/^\d{1,2}[./]/.test(text)) {
    return dated(
      [
        [third, second, first],
        [third, first, second]
      ],
      clock
    );
  }
  return dated([[first, second, third]], clock);
}

function fromNames(named: RegExpExecArray): Moment | null {
  const [, monthFirst, dayLast, dayFirst, monthLast, early, time, late] = named;
  const place = MONTHS.indexOf((monthFirst ?? monthLast ?? '').toLowerCase());
  const year = early ?? late;
  if (place < 0 || place % 3 !== 0 || year === undefined) {
    return null;
  }
  const clock = (time ?? '').split(':').map(Number);
  return dated(
    [[Number(year), place / 3 + 1, Number(dayLast ?? dayFirst)]],
    clock
  );
}

function dated(
  dates: readonly (readonly [year: number, month: number, day: number])[],
  [hour = 0, minute = 0, second = 0]: readonly number[]
): Moment | null {
  const values = dates
    .filter(
      ([, month, day]) => month >= 1 && month <= 12 && day >= 1 && day <= 31
    )
    .map(([year, month, day]) =>
      Date.UTC(year, month - 1, day, hour, minute, second)
    );
  return values.length > 0 ? { kind: 'date', values } : null;
}
