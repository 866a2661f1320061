// Remedies that several rules share.
import type { CellForecast } from '../lineage';
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
