import type { HazardRule } from './rule';

/**
 * Finds code that goes through a set of texts so that the order of its elements shows.
 *
 * Why it hurts: Python gives texts other hashes in each process, unless `PYTHONHASHSEED` is set, so each run has another order.
 * Example: cell 1 `print({"red", "green", "blue"})`.
 * Cannot see: sets of which neither the source nor the kernel, which sees columns and what names hold, shows that they hold texts, as
 *   those that a function makes and goes through itself, and ties that an order decides, as in `max(words, key=words.count)`.
 *   A replay lets the order pass where the text shows a set in its braces; a list that was made in that order counts there, too.
 */
export const setOrder: HazardRule = {
  code: 'RT026',
  name: 'set-order',
  causes: ['hash-order'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'The order of a set of texts hangs on PYTHONHASHSEED; each run has another order.'
        )
      : translator.__(
          'Depends on %1, where the order of a set of texts hangs on PYTHONHASHSEED; each run has another order.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Go through `sorted(…)` of the set, or keep the order with `dict.fromkeys(…)`.'
    )
};
