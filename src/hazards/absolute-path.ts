import type { HazardRule } from './rule';
import { nameLabel } from './name-label';

/**
 * Finds a path that begins at the root of this machine or in a home folder.
 *
 * Why it hurts: on another machine, or under another user, it leads nowhere.
 * Example: cell 1 `pd.read_csv("/home/ada/data.csv")`.
 * Cannot see: paths that come from a variable of the environment or are put together inside a library.
 */
export const absolutePath: HazardRule = {
  code: 'RT024',
  name: 'absolute-path',
  causes: ['absolute-path'],

  message({ cause, names, subject }, { translator, cellLabel }) {
    const path =
      names.length > 0
        ? nameLabel(names, translator)
        : translator.__('an absolute path');
    return cause.cellId === subject
      ? translator.__(
          'Uses %1, which exists on this machine only; elsewhere a fresh run would not find it.',
          path
        )
      : translator.__(
          'Depends on %1, which uses %2; it exists on this machine only.',
          cellLabel(cause.cellId),
          path
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__('Put the file beside the notebook and use a relative path.')
};
