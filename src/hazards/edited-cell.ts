import type { HazardRule } from './rule';
import { runCells } from './remedies';

/**
 * Finds a cell whose source is not what ran.
 *
 * Why it hurts: its output, and all that was made from it, is of the former source.
 * Example: cell 1 `x = 1` ran, then was edited to `x = 2` and not run again.
 * Cannot see: nothing, where executions are recorded; comments and layout do not count.
 */
export const editedCell: HazardRule = {
  code: 'RT006',
  name: 'edited-cell',
  causes: ['edited'],

  message({ cause, subject }, { translator, cellLabel }) {
    const cell = cellLabel(cause.cellId);
    return cause.cellId === subject
      ? translator.__(
          'Was edited after it ran; a fresh run takes the present source.'
        )
      : translator.__(
          'Depends on %1, which was edited after it ran; a fresh run takes the present source.',
          cell
        );
  },

  remedy({ cellId }, affected) {
    return runCells(cellId, affected);
  },

  hint: translator => translator.__('Run the cell again.')
};
