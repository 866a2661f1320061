// What a run printed while it went on -> figures over their counts.
import type { ExecutionId, Output } from '../model';
import { progressLines, type Figure } from './progress-lines';
import type { FactsInput } from './run-facts-input';

/** One value of a series. */
export type SeriesPoint = {
  /** What the line counted, else its place among the lines with this figure, from 1. */
  readonly at: number;
  /** May be no number or infinite, as printed. */
  readonly value: number;
};

/** One figure that an execution printed again and again. */
export type Series = {
  readonly name: string;
  readonly executionId: ExecutionId;
  /** `epoch`, `step`, `iteration`, `batch`; null for the place among the lines. */
  readonly unit: string | null;
  /** Two or more; at most one for each count, the last that was printed. */
  readonly points: readonly SeriesPoint[];
};

/** Series of one run. More are more than a reader can use. */
const MOST_SERIES = 200;
/** Points of one series: of more, one in so many is kept, and the last. */
const MOST_POINTS = 1000;

/** In order of the run and of the text. Reads what was given of the outputs. */
export function seriesOf({ history, outputs }: FactsInput): readonly Series[] {
  return history.executions
    .flatMap(({ executionId }) =>
      seriesIn(executionId, outputs?.get(executionId) ?? [])
    )
    .slice(0, MOST_SERIES);
}

type Growing = {
  readonly unit: string | null;
  readonly points: Map<number, number>;
};

function seriesIn(
  executionId: ExecutionId,
  outputs: readonly Output[]
): readonly Series[] {
  const found = new Map<string, Growing>();
  for (const output of outputs) {
    const isText =
      output.output_type === 'stream' &&
      (output.name === 'stdout' || BAR.test(output.text));
    if (isText) {
      addLines(output.text, found);
    }
  }
  return [...found.entries()]
    .filter(([, { points }]) => points.size > 1)
    .map(([key, { points, unit }]) => ({
      name: key.slice(key.indexOf(' ') + 1),
      executionId,
      unit,
      points: thinned([...points].map(([at, value]) => ({ at, value })))
    }));
}

/** Bars go to the stream of errors as a rule; other text there is no progress. */
const BAR = /\d+%\|/;

function addLines(text: string, found: Map<string, Growing>): void {
  for (const { at, figures, unit } of progressLines(text)) {
    for (const { name, value } of figures) {
      addPoint(found, { unit, at }, { name, value });
    }
  }
}

function addPoint(
  found: Map<string, Growing>,
  { at, unit }: { readonly at: number | null; readonly unit: string | null },
  { name, value }: Figure
): void {
  const key = `${unit ?? ''} ${name}`;
  const series = found.get(key) ?? { unit, points: new Map() };
  found.set(key, series);
  series.points.set(at ?? series.points.size + 1, value);
}

function thinned(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const stride = Math.ceil(points.length / MOST_POINTS);
  return points.filter(
    (_, index) => index % stride === 0 || index === points.length - 1
  );
}
