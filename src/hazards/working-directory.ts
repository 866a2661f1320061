import type { HazardRule } from './rule';

/**
 * Finds a relative path in a notebook that changes its working directory, or was started in another one.
 *
 * Why it hurts: started elsewhere, the same path is another file or none.
 * Example: cell 1 `%cd data`, cell 2 `open("a.csv")`.
 * Cannot see: paths that are put together inside a library.
 */
export const workingDirectory: HazardRule = {
  code: 'RT023',
  name: 'working-directory',
  causes: ['directory'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Uses a relative path, which leads elsewhere when the notebook starts in another folder.'
        )
      : translator.__(
          'Depends on %1, which uses a relative path; it leads elsewhere when the notebook starts in another folder.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Build the path from one folder that is set at the top of the notebook.'
    )
};
