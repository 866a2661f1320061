import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartUnlessFailing } from './remedies';

/**
 * Finds a cell that uses a name by which another cell no longer calls its value.
 *
 * Why it hurts: the former name lives on in the kernel; a fresh run knows the present one only.
 * Example: cell 1 `df = load()` and cell 2 `df.head()` ran, then cell 1 became `data = load()` and ran.
 * Cannot see: renames in a cell that changed in other ways too; those are told as RT004.
 */
export const renamedDefinition: HazardRule = {
  code: 'RT014',
  name: 'renamed-definition',
  causes: ['renamed'],

  message({ cause, names, severity }, { translator, cellLabel }) {
    const name = nameLabel(names, translator);
    const cell = cellLabel(cause.cellId);
    return severity === 'fails'
      ? translator.__(
          'Uses %1, which %2 has renamed since; a fresh run has no %1.',
          name,
          cell
        )
      : translator.__(
          'Uses %1 as %2 left it before it was renamed there; a fresh run has another %1.',
          name,
          cell
        );
  },

  remedy(_cause, affected) {
    return restartUnlessFailing(affected);
  },

  hint: translator =>
    translator.__('Use the new name here, or go back to the old one there.')
};
