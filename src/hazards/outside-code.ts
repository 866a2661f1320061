import type { HazardRule } from './rule';
import { nameLabel } from './name-label';

/**
 * Finds a cell that used a name as code left it that is in no cell: a console or another program on the same kernel.
 *
 * Why it hurts: a fresh run of the notebook does not run that code.
 * Example: `x = 1` typed into a console of the kernel, then cell 1 `print(x)`.
 * Cannot see: code that ran while nobody recorded.
 */
export const outsideCode: HazardRule = {
  code: 'RT003',
  name: 'outside-code',
  causes: ['other-client'],

  message({ names, severity }, { translator }) {
    const name = nameLabel(names, translator);
    return severity === 'fails'
      ? translator.__(
          'Uses %1, which was set outside the notebook, for example in a console; a fresh run has no %1.',
          name
        )
      : translator.__(
          'Uses %1 as code outside the notebook left it; a fresh run has another %1.',
          name
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__('Put that code into a cell of the notebook.')
};
