import type { FormRule } from './text-rule';

const ESCAPE = '\u001b';
const BELL = '\u0007';

/** Colours and moves of the cursor; addresses behind words. */
const SEQUENCES = new RegExp(
  `${ESCAPE}(?:\\[[0-9;:?]*[A-Za-z]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\))`,
  'g'
);

/** Colours and links of a terminal. */
export const ansiColours: FormRule = {
  id: 'ansi-colours',
  label: 'colours of a terminal',
  blind: 'It cannot see a colour that says something that the text does not.',
  kind: 'form',
  normalise: text =>
    text.includes(ESCAPE) ? text.replace(SEQUENCES, '') : text
};
