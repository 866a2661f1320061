import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartAndRun } from './remedies';

/**
 * Finds a cell that ran after cells in another order than they stand.
 *
 * Why it hurts: a fresh run goes from top to bottom, and another cell has the last word about a value.
 * Example: cell 1 `x = 1`, cell 2 `x = 2`, cell 3 `print(x)`, run in the order 1, 2, 1, 3.
 * Cannot see: whether the order matters, where nothing reads the language; such cells are reported as unknown.
 */
export const outOfOrder: HazardRule = {
  code: 'RT011',
  name: 'out-of-order',
  causes: ['out-of-order'],

  message({ cause, names }, { translator, cellLabel }) {
    return cause.name === null
      ? translator.__(
          'The cells did not run from top to bottom, so what a fresh run shows cannot be told.'
        )
      : translator.__(
          'Uses %1 as %2 left it; in a fresh run another cell sets it last.',
          nameLabel(names, translator),
          cellLabel(cause.cellId)
        );
  },

  remedy(_cause, affected) {
    return restartAndRun(affected);
  },

  hint: translator => translator.__('Restart and run from the top.')
};
