// What a run printed while it went on, as small line charts.
import * as React from 'react';

import type { Series, SeriesPoint } from '../../facts';
import type { Translator } from '../../model';
import { PanelButton } from '../button';
import { goToIcon } from '../icons';
import type { SectionHost } from '../sections';
import { scalarText } from './words';

const WIDTH = 220;
const HEIGHT = 60;
const EDGE = 4;

/** One picture for each series. */
export function SeriesView(props: {
  readonly series: readonly Series[];
  readonly host: SectionHost;
}): JSX.Element {
  const { host, series } = props;
  return (
    <ul className="jp-RetraceSeries">
      {series.map(each => (
        <li key={`${each.executionId} ${each.unit ?? ''} ${each.name}`}>
          <SeriesChart series={each} host={host} />
        </li>
      ))}
    </ul>
  );
}

function SeriesChart(props: {
  readonly series: Series;
  readonly host: SectionHost;
}): JSX.Element {
  const { host, series } = props;
  const { executionId, name, points } = series;
  const { translator } = host;
  const finite = points.filter(({ value }) => Number.isFinite(value));
  const last = points[points.length - 1];
  return (
    <figure>
      <figcaption>
        <bdi className="jp-RetraceSeries-name">{name}</bdi>
        <span>{last ? scalarText(last.value) : ''}</span>
        {host.goToExecution && (
          <PanelButton
            icon={goToIcon}
            caption={translator.__('Go to the execution of “%1”', name)}
            onClick={() => host.goToExecution?.(executionId)}
          />
        )}
      </figcaption>
      <svg
        role="img"
        aria-label={seriesLabel(series, translator)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <title>{seriesLabel(series, translator)}</title>
        <line
          className="jp-RetraceSeries-axis"
          x1="0"
          x2={WIDTH}
          y1={HEIGHT - 0.5}
          y2={HEIGHT - 0.5}
        />
        <polyline className="jp-RetraceSeries-line" points={path(finite)} />
      </svg>
      <div className="jp-RetraceSeries-scale" aria-hidden="true">
        <span>{rangeText(series, translator)}</span>
      </div>
    </figure>
  );
}

/** `loss over epoch, 12 points, from 0.9 to 0.1`. */
export function seriesLabel(
  { name, points, unit }: Series,
  translator: Translator
): string {
  const [first, last] = [points[0], points[points.length - 1]];
  const values = [first, last].map(point =>
    point ? scalarText(point.value) : ''
  );
  return unit === null
    ? translator.__(
        '%1, %2 points, from %3 to %4',
        name,
        points.length,
        values[0] ?? '',
        values[1] ?? ''
      )
    : translator.__(
        '%1 over %2, %3 points, from %4 to %5',
        name,
        unit,
        points.length,
        values[0] ?? '',
        values[1] ?? ''
      );
}

function rangeText({ points, unit }: Series, translator: Translator): string {
  const values = points
    .map(({ value }) => value)
    .filter(value => Number.isFinite(value));
  const least = scalarText(Math.min(...values));
  const most = scalarText(Math.max(...values));
  const last = points[points.length - 1]?.at ?? 0;
  return values.length === 0
    ? translator.__('no finite value')
    : unit === null
      ? translator.__('%1 to %2', least, most)
      : translator.__('%1 to %2, %3 %4', least, most, unit, scalarText(last));
}

/** Points in the picture's own units, left to right. */
function path(points: readonly SeriesPoint[]): string {
  const across = spanOf(points.map(({ at }) => at));
  const up = spanOf(points.map(({ value }) => value));
  return points
    .map(({ at, value }) => {
      const x = EDGE + across(at) * (WIDTH - 2 * EDGE);
      const y = HEIGHT - EDGE - up(value) * (HEIGHT - 2 * EDGE);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}

/** From a value to its place between the least and the greatest, 0 to 1; the middle when all are equal. */
function spanOf(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return value => (span > 0 ? (value - least) / span : 0.5);
}
