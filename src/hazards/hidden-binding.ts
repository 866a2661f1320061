import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartUnlessFailing } from './remedies';

/**
 * Finds a cell that used a name which a star import, `exec` or `%run` brought in, and would not bring in again.
 *
 * Why it hurts: nothing in the notebook says where the name comes from, and a fresh run does not have it.
 * Example: cell 1 `from math import *` and cell 2 `sqrt(2)` ran, then cell 1 became `import math` and ran.
 * Cannot see: what a star import brings in on a kernel that does not report names.
 */
export const hiddenBinding: HazardRule = {
  code: 'RT017',
  name: 'hidden-binding',
  causes: ['hidden-binding'],

  message({ cause, names, severity }, { translator, cellLabel }) {
    const name = nameLabel(names, translator);
    const cell = cellLabel(cause.cellId);
    return severity === 'fails'
      ? translator.__(
          'Uses %1, which came from a star import, exec or %run in %2; a fresh run does not get it there.',
          name,
          cell
        )
      : translator.__(
          'Uses %1 as a star import, exec or %run in %2 left it; a fresh run has another %1.',
          name,
          cell
        );
  },

  remedy(_cause, affected) {
    return restartUnlessFailing(affected);
  },

  hint: translator =>
    translator.__('Import or set the name where it can be seen.')
};
