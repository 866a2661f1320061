import type { HazardRule } from './rule';
import { nameLabel } from './name-label';

/**
 * Finds a cell that reads a name which nothing above it binds, and nobody is known to have bound.
 *
 * Why it hurts: a fresh run stops there with a NameError.
 * Example: cell 1 `print(x)` after an edit, and no cell binds `x`.
 * Cannot see: names that a star import, `exec` or `%run` would bind; such cells are reported as unknown.
 */
export const undefinedName: HazardRule = {
  code: 'RT005',
  name: 'undefined-name',
  causes: ['undefined'],

  message({ names }, { translator }) {
    return translator.__(
      'Uses %1, which no cell above sets; a fresh run has no %1.',
      nameLabel(names, translator)
    );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__('Set the name in a cell above, or correct its spelling.')
};
