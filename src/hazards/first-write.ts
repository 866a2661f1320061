import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { runCells } from './remedies';

/**
 * Finds a cell that says that it wrote a file which was not there before.
 *
 * Why it hurts: the file is there by now, so a fresh run says that it overwrites it.
 * Example: cell 1 `%%writefile module.py`, run for the first time.
 * Cannot see: that somebody has deleted the file by hand since.
 */
export const firstWrite: HazardRule = {
  code: 'RT028',
  name: 'first-write',
  causes: ['file-made'],

  message({ names }, { translator }) {
    return translator.__(
      'Says that it made %1, which is there by now; a fresh run says that it overwrites it.',
      names.length > 0 ? nameLabel(names, translator) : translator.__('a file')
    );
  },

  remedy({ cellId }, affected) {
    return runCells(cellId, affected);
  },

  hint: translator =>
    translator.__('Run the cell again, or delete the file before a fresh run.')
};
