import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartUnlessFailing } from './remedies';

/**
 * Finds a cell that used a built-in or imported name under which another cell has put a value of its own, or the other way round.
 *
 * Why it hurts: which of the two it gets depends on what ran before, and in a fresh run it is the other one.
 * Example: cell 1 `print(max(1, 2))`, cell 2 `max = 3`, run in the order 2, 1.
 * Cannot see: names that code sets without naming them.
 */
export const shadowedName: HazardRule = {
  code: 'RT016',
  name: 'shadowed-name',
  causes: ['shadowed'],

  message({ cause, names, severity }, { translator, cellLabel }) {
    const name = nameLabel(names, translator);
    const cell = cellLabel(cause.cellId);
    return severity === 'fails'
      ? translator.__(
          'Uses %1, a built-in or imported name that %2 also sets; a fresh run gets the other one and fails.',
          name,
          cell
        )
      : translator.__(
          'Uses %1, a built-in or imported name that %2 also sets; a fresh run gets the other one.',
          name,
          cell
        );
  },

  remedy(_cause, affected) {
    return restartUnlessFailing(affected);
  },

  hint: translator => translator.__('Give the value a name of its own.')
};
