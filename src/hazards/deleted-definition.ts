import type { HazardRule } from './rule';
import { nameLabel } from './name-label';

/**
 * Finds a cell that used a name as a cell left it that is no longer in the notebook.
 *
 * Why it hurts: a fresh run never runs the deleted code, so the name is missing or has another value.
 * Example: cell 1 `x = 1` and cell 2 `print(x)`, both run; then cell 1 was deleted.
 * Cannot see: cells deleted before recording began.
 */
export const deletedDefinition: HazardRule = {
  code: 'RT002',
  name: 'deleted-definition',
  causes: ['deleted-cell'],

  message({ names, severity }, { translator }) {
    const name = nameLabel(names, translator);
    return severity === 'fails'
      ? translator.__(
          'Uses %1 from a cell that was deleted; a fresh run has no %1.',
          name
        )
      : translator.__(
          'Uses %1 from a cell that was deleted; a fresh run has another %1.',
          name
        );
  },

  remedy(cause) {
    return cause.executionId
      ? { kind: 'restore-cell', executionId: cause.executionId }
      : null;
  },

  hint: translator =>
    translator.__(
      'Bring the deleted cell back, or set the name in another cell above.'
    )
};
