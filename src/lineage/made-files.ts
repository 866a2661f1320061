// Cells that say that they made a file: it is there by now, so a fresh run says that it overwrites it.
import { fileName, nearPath } from './ambient-names';
import { causeAt } from './cause';
import type { SimulatedCell } from './documents';
import type { FileRecord } from './files';
import type { Cause } from './forecast-types';
import type { Moment } from './timeline';

/** The cause at a cell that said so, unless the file may be gone again; null for every other cell. */
export function madeFile(
  { step }: Pick<Moment, 'step'>,
  cells: readonly SimulatedCell[],
  files: FileRecord
): Cause | null {
  const made = step.prepared.analysis.files?.find(one => one.isAnnounced);
  if (!made || !step.execution?.tells?.isNewFile) {
    return null;
  }
  const path = nearPath(made.path);
  const isChanged = cells.some(({ step: { prepared } }) =>
    prepared.analysis.files?.some(
      one =>
        !one.isAnnounced &&
        one.action !== 'read' &&
        one.action !== 'list' &&
        one.action !== 'stamp' &&
        one.path === path
    )
  );
  return isChanged || files.isGone(path)
    ? null
    : causeAt('file-made', fileName(path), step.cellId, step);
}
