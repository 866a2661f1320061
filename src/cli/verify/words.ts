// A replay in lines for people, like those of a test runner.
import type { CellOutcome, Proof } from '../../model';
import { disagreementsOf } from '../../replay';
import { firstLineOf } from '../run-history';
import type { Numbers, Subject } from './subject';

const MARKS: { readonly [verdict in CellOutcome['verdict']]: string } = {
  identical: 'same',
  equivalent: 'same',
  volatile: 'differs*',
  unknown: 'unknown',
  different: 'DIFFERS',
  missing: 'MISSING',
  error: 'ERROR',
  unrun: 'not run',
  nothing: 'ran'
};

/** Which cell, and which execution of it. */
type Place = Pick<CellOutcome, 'cellIndex' | 'executionId'>;

/** How a cell is called: by its place, or else by the execution that is its record. */
export function cellName(
  { cellIndex, executionId }: Place,
  numbers: Numbers
): string {
  return cellIndex === null
    ? `execution ${numbers.get(executionId) ?? '?'}`
    : `cell[${cellIndex}]`;
}

/** One cell: its verdict, its first line, how long it took, by which rules it is the same, and what differs. */
export function cellLines(
  outcome: CellOutcome,
  source: string,
  numbers: Numbers
): string {
  const { detail, durationMs, outputs, verdict } = outcome;
  const rules = [...new Set(outputs.flatMap(one => one.rules))].sort();
  const time = durationMs === null ? '' : `  ${seconds(durationMs)}`;
  const line = `${MARKS[verdict].padEnd(9)}${cellName(outcome, numbers).padEnd(9)} ${shown(firstLineOf(source), 60).padEnd(60)}${time}${rules.length > 0 ? `  (${rules.join(', ')})` : ''}`;
  const first = outputs.find(one => one.detail !== '');
  const reasons = [...new Set([detail, first?.detail ?? ''])].filter(
    each => each !== ''
  );
  return [
    line.trimEnd(),
    ...reasons.map(each => `         ${shown(each, 400)}`)
  ]
    .map(each => `${each}\n`)
    .join('');
}

/** The last lines: why it stopped, what the repeats say, where the forecast was another, and how many came out. */
export function summaryLines(
  proof: Proof,
  { forecasts, numbers }: Subject
): string {
  const { compared, metrics, outcomes, proven, repeats, stop } = proof;
  // Several executions may be of one cell: what is said of the cell names none of them.
  const nameOf = (cellId: CellOutcome['cellId']): string => {
    const place = outcomes.find(one => one.cellId === cellId);
    if (cellId === null || !place) {
      return 'code outside the notebook';
    }
    return place.cellIndex === null
      ? `cell “${shown(cellId, 60)}”`
      : cellName(place, numbers);
  };
  const spread = repeats > 1 ? metrics : [];
  const lines = [
    stop ? `Stopped: ${shown(stop.sentence, 400)}` : '',
    ...spread.map(
      ({ cellId, count, deviation, mean, name }) =>
        `${nameOf(cellId)} ${shown(name, 60)}: mean ${rounded(mean)}, deviation ${deviation === null ? 'unknown' : rounded(deviation)} over ${count}`
    ),
    ...proof.varying.map(
      cellId => `${nameOf(cellId)} varies from repeat to repeat.`
    ),
    ...disagreementsOf(forecasts, proof).map(
      one => `${nameOf(one.cellId)} was forecast as “${one.forecast}”.`
    ),
    compared === 0
      ? 'Nothing was recorded that could be compared.'
      : `${proven} of ${compared} came out again${countsIn(outcomes)}; ${placeIn(proof)}.`
  ];
  return lines
    .filter(line => line !== '')
    .map(line => `${line}\n`)
    .join('');
}

function countsIn(outcomes: readonly CellOutcome[]): string {
  const counts = (['identical', 'equivalent', 'volatile'] as const).flatMap(
    verdict => {
      const count = outcomes.filter(one => one.verdict === verdict).length;
      return count > 0 ? [`${count} ${verdict}`] : [];
    }
  );
  return counts.length > 0 ? ` (${counts.join(', ')})` : '';
}

function placeIn({
  environmentLabel,
  finishedAt,
  repeats,
  startedAt
}: Proof): string {
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  const times = repeats > 1 ? `, ${repeats} times` : '';
  return `${environmentLabel === '' ? 'unknown environment' : shown(environmentLabel, 120)}${times}, ${seconds(ms)}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function rounded(number: number): string {
  return String(Number(number.toPrecision(6)));
}

/** Text from a notebook, without what a terminal would obey. */
function shown(text: string, length: number): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return plain.length > length ? `${plain.slice(0, length - 1)}…` : plain;
}
