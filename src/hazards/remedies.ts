// Remedies that several rules share.
import type { CauseKind, CellForecast, Forecast } from '../lineage';
import type { CellId } from '../model';
import type { Remedy } from './rule';

/** Run the cell that is the cause and then the cells that it affects, as the document has them. */
export function runCells(
  cause: CellId | null,
  affected: readonly CellForecast[]
): Remedy {
  const cellIds = affected.map(({ cellId }) => cellId);
  const isThere = cause === null || cellIds.includes(cause);
  return {
    kind: 'run-cells',
    cellIds: isThere ? cellIds : [cause, ...cellIds]
  };
}

/** Start from nothing and run up to the last cell that is affected; null when none is. */
export function restartAndRun(
  affected: readonly CellForecast[]
): Remedy | null {
  const last = affected[affected.length - 1];
  return last ? { kind: 'restart-and-run-to', cellId: last.cellId } : null;
}

/** The same; null where a fresh run would fail at one of the cells, so that it would only lose what the kernel holds. */
export function restartUnlessFailing(
  affected: readonly CellForecast[]
): Remedy | null {
  return affected.some(({ verdict }) => verdict === 'fails')
    ? null
    : restartAndRun(affected);
}

/**
 * What helps in the kernel as it is: the cells of the remedy where running them gives what a fresh run gives, else
 * those with all that is stale above, else a fresh start. Null where a fresh start would fail on its way.
 */
export function workable(
  remedy: Remedy | null,
  affected: readonly CellForecast[],
  forecast: Forecast
): Remedy | null {
  if (remedy?.kind !== 'run-cells') {
    return arriving(remedy, forecast);
  }
  if (forecast.comesOutNow(remedy.cellIds)) {
    return remedy;
  }
  const cellIds = staleUpTo(affected, remedy.cellIds, forecast);
  return forecast.comesOutNow(cellIds)
    ? { kind: 'run-cells', cellIds }
    : arriving(restartAndRun(affected), forecast);
}

/** Drops a restart that a failing cell would stop: it would only lose what the kernel holds. */
function arriving(remedy: Remedy | null, { cells }: Forecast): Remedy | null {
  if (remedy?.kind !== 'restart-and-run-to') {
    return remedy;
  }
  const target = cells.findIndex(({ cellId }) => cellId === remedy.cellId);
  const onTheWay = cells.slice(0, target + 1);
  return onTheWay.some(({ verdict }) => verdict === 'fails') ? null : remedy;
}

/** Causes whose cells have to run. */
const TO_RUN: ReadonlySet<CauseKind> = new Set<CauseKind>([
  'edited',
  'older-version',
  'unrun',
  'interrupted'
]);

/** The cells given and all stale ones above the last cell affected, in the order of the document. */
function staleUpTo(
  affected: readonly CellForecast[],
  given: readonly CellId[],
  { cells }: Forecast
): CellId[] {
  const last = affected[affected.length - 1]?.index ?? 0;
  const wanted = new Set(given);
  for (const { cellId, verdict, causes } of cells) {
    if (verdict !== 'same' && verdict !== 'unrun') {
      wanted.add(cellId);
    }
    for (const cause of causes) {
      if (cause.cellId !== null && TO_RUN.has(cause.kind)) {
        wanted.add(cause.cellId);
      }
    }
  }
  return cells
    .filter(({ cellId, index }) => index <= last && wanted.has(cellId))
    .map(({ cellId }) => cellId);
}
