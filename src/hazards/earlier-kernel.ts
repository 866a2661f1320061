import type { HazardRule } from './rule';
import { restartAndRun } from './remedies';

/**
 * Finds an output from a kernel that is gone, which the present kernel has not confirmed.
 *
 * Why it hurts: what that kernel held besides is lost, and nothing shows that it did not matter.
 * Example: cell 1 ran, the kernel was restarted, cell 2 ran without cell 1.
 * Cannot see: kernels that ran before recording began.
 */
export const earlierKernel: HazardRule = {
  code: 'RT010',
  name: 'earlier-kernel',
  causes: ['earlier-kernel'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__('Ran in a kernel that is gone.')
      : translator.__(
          'Depends on %1, which ran in a kernel that is gone.',
          cellLabel(cause.cellId)
        );
  },

  remedy(_cause, affected) {
    return restartAndRun(affected);
  },

  hint: translator => translator.__('Run the cells again in this kernel.')
};
