import type { HazardRule } from './rule';

/**
 * Finds an output that shows an identifier which was drawn for a display.
 *
 * Why it hurts: each run draws and shows another one.
 * Example: cell 1 `display("hello", display_id=True)`.
 * Cannot see: identifiers of widgets, drawings and elements of a page; no reader sees them either.
 */
export const drawnIdentifier: HazardRule = {
  code: 'RT030',
  name: 'drawn-identifier',
  causes: ['drawn-id'],

  message(_, { translator }) {
    return translator.__(
      'Shows the identifier of a display, which is drawn anew in each run.'
    );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Give the display an id of its own, or end the line with a semicolon.'
    )
};
