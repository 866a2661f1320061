import type { HazardRule } from './rule';

/**
 * Finds a cell that gave different outputs before, though the code and all that it read were the same.
 *
 * Why it hurts: something that nobody can see in the code decides what comes out.
 * Example: cell 1 `print(set("abc"))`, in two kernels.
 * Cannot see: differences that have not happened yet: it speaks only when history shows two.
 */
export const nondeterministicOutput: HazardRule = {
  code: 'RT025',
  name: 'nondeterministic-output',
  causes: ['nondeterministic'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Gave different outputs before from the same code and inputs; a fresh run may give another one.'
        )
      : translator.__(
          'Depends on %1, which gave different outputs before from the same code and inputs.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Compare the executions listed here, and look for what they do not share: order of sets, threads, memory addresses.'
    )
};
