import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { runCells } from './remedies';

/**
 * Finds a cell that never ran and would change what a cell below it shows.
 *
 * Why it hurts: a fresh run runs it, so the cells below see another value.
 * Example: cell 1 `x = 1` and cell 3 `print(x)` ran, cell 2 `x = 2` in between did not.
 * Cannot see: cells that would change a value through a call that nobody knows.
 */
export const unrunCell: HazardRule = {
  code: 'RT009',
  name: 'unrun-cell',
  causes: ['unrun'],

  message({ cause, names }, { translator, cellLabel }) {
    return cause.name === null
      ? translator.__(
          '%1 never ran; a fresh run runs it first.',
          cellLabel(cause.cellId)
        )
      : translator.__(
          '%1 sets %2 and never ran; a fresh run runs it first.',
          cellLabel(cause.cellId),
          nameLabel(names, translator)
        );
  },

  remedy({ cellId }, affected) {
    return runCells(cellId, affected);
  },

  hint: translator =>
    translator.__('Run the cell, or delete it if it is not needed.')
};
