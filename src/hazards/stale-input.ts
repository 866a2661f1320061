import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { runCells } from './remedies';

/**
 * Finds a cell that used a value which its cell has made anew since.
 *
 * Why it hurts: the output shows the former value; a fresh run shows the present one.
 * Example: cell 1 `x = 1`, cell 2 `print(x)`, then cell 1 was edited to `x = 2` and run.
 * Cannot see: changes in place that neither the code nor the kernel shows.
 */
export const staleInput: HazardRule = {
  code: 'RT007',
  name: 'stale-input',
  causes: ['older-version'],

  message({ cause, names, subject }, { translator, cellLabel }) {
    return cause.name === null
      ? translator.__(
          '%1 ran before a cell above it ran anew; a fresh run may show something else.',
          cellLabel(cause.cellId)
        )
      : cause.cellId === subject
        ? translator.__(
            'Ran before %1 changed, so a fresh run may show something else.',
            nameLabel(names, translator)
          )
        : translator.__(
            'Depends on %1, which ran before %2 changed.',
            cellLabel(cause.cellId),
            nameLabel(names, translator)
          );
  },

  remedy({ cellId }, affected) {
    return runCells(cellId, affected);
  },

  hint: translator => translator.__('Run the cell again.')
};
