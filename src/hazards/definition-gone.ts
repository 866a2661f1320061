import type { HazardRule } from './rule';
import { nameLabel } from './name-label';

/**
 * Finds a cell that used a name whose cell is still there but binds it no more.
 *
 * Why it hurts: the name lives on in the kernel; a fresh run does not have it.
 * Example: cell 1 `x = 1` ran, then was edited to `z = 1`; cell 2 `print(x)`.
 * Cannot see: names that code binds without naming them.
 */
export const definitionGone: HazardRule = {
  code: 'RT004',
  name: 'definition-gone',
  causes: ['definition-gone'],

  message({ cause, names }, { translator, cellLabel }) {
    const name = nameLabel(names, translator);
    return translator.__(
      'Uses %1 as %2 left it before an edit; a fresh run does not have it so.',
      name,
      cellLabel(cause.cellId)
    );
  },

  remedy() {
    return null;
  },

  hint: translator => translator.__('Set the name again in a cell above.')
};
