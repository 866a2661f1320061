import type { HazardRule } from './rule';

/**
 * Finds random numbers that are drawn while no seed is set.
 *
 * Why it hurts: every run draws others, so the output never comes out again.
 * Example: cell 1 `import numpy as np`, cell 2 `np.random.rand(3)`.
 * Cannot see: randomness inside libraries that nobody has described and the kernel does not report.
 */
export const unseededRandomness: HazardRule = {
  code: 'RT018',
  name: 'unseeded-randomness',
  causes: ['unseeded'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Draws random numbers without a seed; each run draws others.'
        )
      : translator.__(
          'Depends on %1, which draws random numbers without a seed; each run draws others.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Set a seed before the numbers are drawn, for example `np.random.seed(0)` or `default_rng(0)`.'
    )
};
