import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { runCells } from './remedies';

/**
 * Finds a cell that read a file which has another content now.
 *
 * Why it hurts: the output shows the former content; a fresh run reads the present one.
 * Example: cell 1 `df = pd.read_csv("data.csv")` ran, then `data.csv` was written anew.
 * Cannot see: files that the kernel did not report, and files on another machine.
 */
export const changedFile: HazardRule = {
  code: 'RT021',
  name: 'changed-file',
  causes: ['file-changed'],

  message({ cause, names, subject }, { translator, cellLabel }) {
    const file =
      names.length > 0 ? nameLabel(names, translator) : translator.__('a file');
    return cause.cellId === subject
      ? translator.__(
          'Read %1, which has changed since; a fresh run reads it as it is now.',
          file
        )
      : translator.__(
          'Depends on %1, which read %2 before it changed; a fresh run reads it as it is now.',
          cellLabel(cause.cellId),
          file
        );
  },

  remedy({ cellId }, affected) {
    return runCells(cellId, affected);
  },

  hint: translator =>
    translator.__('Run the cell again, or bring the former file back.')
};
