import type { HazardRule } from './rule';
import { runCells } from './remedies';

/**
 * Finds a cell that was interrupted, and the cells that used what it left.
 *
 * Why it hurts: a fresh run goes on to its end.
 * Example: cell 1 `for i in range(10**9): n = i` was interrupted; cell 2 `print(n)`.
 * Cannot see: interrupts that the cell itself catches.
 */
export const interruptedRun: HazardRule = {
  code: 'RT013',
  name: 'interrupted-run',
  causes: ['interrupted'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__('Was interrupted; a fresh run goes on to its end.')
      : translator.__(
          'Depends on %1, which was interrupted; a fresh run goes on to its end.',
          cellLabel(cause.cellId)
        );
  },

  remedy({ cellId }, affected) {
    return runCells(cellId, affected);
  },

  hint: translator => translator.__('Run the cell to its end.')
};
