// Where a forecast and a proof contradict each other: one of them has a fault, and the case is worth keeping.
import type { CellForecast, Verdict } from '../lineage';
import type { CellId, CellOutcome, Proof } from '../model';

/** One cell of which two things were said that cannot both hold. */
export type Disagreement = {
  readonly cellId: CellId;
  readonly forecast: Verdict;
  readonly proof: CellOutcome['verdict'];
  /** `missed`: the forecast said that it comes out again. `false-alarm`: the forecast said that it does not. */
  readonly kind: 'missed' | 'false-alarm';
};

const HOLDS: ReadonlySet<CellOutcome['verdict']> = new Set([
  'identical',
  'equivalent'
]);

const FAILS: ReadonlySet<CellOutcome['verdict']> = new Set([
  'different',
  'missing',
  'error'
]);

/**
 * The cells where both cannot be right, in the order of the proof. A forecast is about the document: what a replay of
 * executions shows is no contradiction, and neither is what a forecast left open.
 */
export function disagreementsOf(
  cells: readonly CellForecast[],
  proof: Proof
): Disagreement[] {
  if (proof.subject.kind !== 'document') {
    return [];
  }
  const forecasts = new Map(cells.map(one => [one.cellId, one.verdict]));
  return proof.outcomes.flatMap(({ cellId, verdict }): Disagreement[] => {
    const forecast = cellId === null ? undefined : forecasts.get(cellId);
    if (cellId === null || forecast === undefined) {
      return [];
    }
    const isMissed = forecast === 'same' && FAILS.has(verdict);
    const isFalseAlarm =
      (forecast === 'differs' || forecast === 'fails') && HOLDS.has(verdict);
    return isMissed || isFalseAlarm
      ? [
          {
            cellId,
            forecast,
            proof: verdict,
            kind: isMissed ? 'missed' : 'false-alarm'
          }
        ]
      : [];
  });
}
