import type { HazardRule } from './rule';

/**
 * Finds code that gets data from a server.
 *
 * Why it hurts: the answer may be another one tomorrow, or none.
 * Example: cell 1 `df = pd.read_csv("https://example.org/data.csv")`.
 * Cannot see: connections that a library opens inside and nobody has described.
 */
export const networkDependence: HazardRule = {
  code: 'RT020',
  name: 'network-dependence',
  causes: ['network'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Gets data over the network; a fresh run may get other data or none.'
        )
      : translator.__(
          'Depends on %1, which gets data over the network; a fresh run may get other data or none.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__('Save what came back to a file, and read that file.')
};
