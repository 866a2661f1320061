import type { HazardRule } from './rule';
import { nameLabel } from './name-label';
import { restartAndRun } from './remedies';

/**
 * Finds a cell that used a name as a cell further down left it.
 *
 * Why it hurts: run-all gets to the use before it gets to the binding, so the use fails or sees something else.
 * Example: cell 1 `print(x)`, cell 2 `x = 1`, run in the order 2, 1.
 * Cannot see: names bound by code that could not be analysed; such cells are reported as unknown.
 */
export const boundBelow: HazardRule = {
  code: 'RT001',
  name: 'bound-below',
  causes: ['bound-below'],

  message({ cause, names, severity }, { translator, cellLabel }) {
    const name = nameLabel(names, translator);
    const cell = cellLabel(cause.cellId);
    return severity === 'fails'
      ? translator.__(
          'Uses %1, which is set only further down, in %2; a fresh run has no %1 yet.',
          name,
          cell
        )
      : translator.__(
          'Uses %1 as %2 further down left it; a fresh run gets to that cell only later.',
          name,
          cell
        );
  },

  remedy({ cellId }, affected) {
    return affected.some(({ verdict }) => verdict === 'fails') || !cellId
      ? null
      : restartAndRun(affected);
  },

  hint: translator =>
    translator.__('Move the cell that sets it above this one.')
};
