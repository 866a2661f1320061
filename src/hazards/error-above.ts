import type { HazardRule } from './rule';

/**
 * Finds cells below a cell that ends in an error.
 *
 * Why it hurts: run-all stops at the error and never gets to them.
 * Example: cell 1 `1 / 0` ran and failed, cell 2 `print(1)` was run by hand.
 * Cannot see: errors that come from outside and may not come again: a network, a full disk.
 */
export const errorAbove: HazardRule = {
  code: 'RT012',
  name: 'error-above',
  causes: ['error-above'],

  message({ cause }, { translator, cellLabel }) {
    return translator.__(
      'A fresh run stops at %1, which ends in an error.',
      cellLabel(cause.cellId)
    );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Mend the error, delete the cell, or tag it `raises-exception` if the error is meant.'
    )
};
