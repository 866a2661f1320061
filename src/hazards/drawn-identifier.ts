import type { HazardRule } from './rule';

/**
 * Finds an output with an identifier that was drawn for it: of a widget, an interactive figure, a display.
 *
 * Why it hurts: each run draws another one, so saved notebooks differ although nothing that a reader sees does.
 * Example: cell 1 `display("hello", display_id=True)`.
 * Cannot see: identifiers in other forms than those that libraries give to elements of a page.
 */
export const drawnIdentifier: HazardRule = {
  code: 'RT030',
  name: 'drawn-identifier',
  causes: ['drawn-id'],

  message(_, { translator }) {
    return translator.__(
      'Shows an identifier that is drawn anew in each run, as widgets and interactive figures have them.'
    );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Give the display an id of its own, or show the figure as a picture.'
    )
};
