import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartAndRun } from './remedies';

/**
 * Finds a cell that changes a value and ran more than once on it.
 *
 * Why it hurts: a fresh run changes the value once only.
 * Example: cell 1 `x = 1`, cell 2 `x += 1`, run in the order 1, 2, 2.
 * Cannot see: calls that change a value where neither a library is known for it nor the kernel reports values.
 */
export const repeatedUpdate: HazardRule = {
  code: 'RT008',
  name: 'repeated-update',
  causes: ['repeated'],

  message({ cause, names }, { translator, cellLabel }) {
    return translator.__(
      '%1 changed %2 more than once; a fresh run changes it once.',
      cellLabel(cause.cellId),
      nameLabel(names, translator)
    );
  },

  remedy(_cause, affected) {
    return restartAndRun(affected);
  },

  hint: translator =>
    translator.__(
      'Restart and run from the top, or write the cell so that running it twice does no harm.'
    )
};
