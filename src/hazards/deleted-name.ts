import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartUnlessFailing } from './remedies';

/**
 * Finds a cell that used a name which `del` removes, before or after its turn.
 *
 * Why it hurts: whether the name is there depends on when the `del` ran, and a fresh run gets to it at another moment.
 * Example: cell 1 `x = 1`, cell 2 `del x`, cell 3 `print(x)`, run in the order 1, 3, 2.
 * Cannot see: names removed without naming them, as `globals().clear()` does.
 */
export const deletedName: HazardRule = {
  code: 'RT015',
  name: 'deleted-name',
  causes: ['name-deleted'],

  message({ cause, names, severity }, { translator, cellLabel }) {
    const name = nameLabel(names, translator);
    const cell = cellLabel(cause.cellId);
    return severity === 'fails'
      ? translator.__(
          'Uses %1, but in a fresh run %2 has deleted it by then.',
          name,
          cell
        )
      : translator.__(
          'Ran when %1 was deleted by %2 at another moment than in a fresh run.',
          name,
          cell
        );
  },

  remedy(_cause, affected) {
    return restartUnlessFailing(affected);
  },

  hint: translator =>
    translator.__(
      'Move the `del` below the last use, or set the name again after it.'
    )
};
