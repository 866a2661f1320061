import type { HazardRule } from './rule';

/**
 * Finds code that shows or keeps what `id(…)` or `os.getpid()` gives.
 *
 * Why it hurts: the number is where the value lies in memory, which is elsewhere in each process.
 * Example: cell 1 `print(id(x))`.
 * Cannot see: numbers that a function of the notebook gives back, and those that were put into a list or another container.
 *   Comparing two of them, as in `id(a) == id(b)`, comes out again and is not meant, nor are addresses in the text of an
 *   object, as `<Line2D at 0x7f3a…>`: nobody reads them, and a replay lets them pass.
 */
export const objectAddress: HazardRule = {
  code: 'RT027',
  name: 'object-address',
  causes: ['address'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Shows where a value lies in memory, or the number of a process; each run has another.'
        )
      : translator.__(
          'Depends on %1, which asks where a value lies in memory, or for the number of a process; each run has another.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Show whether two names mean one value, with `a is b`, in place of the numbers.'
    )
};
