import type { HazardRule } from './rule';
import { restartAndRun } from './remedies';

/**
 * Finds packages that were installed, updated or removed while the kernel ran.
 *
 * Why it hurts: what was imported before stays in use until a restart; a fresh run imports the packages as they are now.
 * Example: cell 1 `import pandas` ran, then cell 2 `%pip install -U pandas`.
 * Cannot see: packages changed from a terminal on a kernel that does not report packages.
 */
export const changedEnvironment: HazardRule = {
  code: 'RT022',
  name: 'changed-environment',
  causes: ['environment-changed'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Changed the installed packages during the run; a fresh run has the changed ones from the start.'
        )
      : translator.__(
          'Ran while %1 changed the installed packages; a fresh run has the changed ones from the start.',
          cellLabel(cause.cellId)
        );
  },

  remedy(_cause, affected) {
    return restartAndRun(affected);
  },

  hint: translator =>
    translator.__('Restart after installing, and name the versions.')
};
