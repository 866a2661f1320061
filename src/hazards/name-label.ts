// How a sentence calls names.
import type { Translator } from '../model';

/** How many names a sentence gives before it counts the rest. */
const SHOWN = 3;

/** Names in quotation marks, joined; what is beyond the third is counted. */
export function nameLabel(
  names: readonly string[],
  translator: Translator
): string {
  const labels = names.map(name => oneLabel(name, translator));
  const rest = labels.length - SHOWN;
  if (rest > 1) {
    const shown = labels.slice(0, SHOWN).join(', ');
    return translator.__('%1 and %2 more names', shown, rest);
  }
  const last = labels.pop() ?? translator.__('a name');
  return labels.length > 0
    ? translator.__('%1 and %2', labels.join(', '), last)
    : last;
}

/** A name or a file's path in quotation marks, or words for the ambient state that a pseudo-name stands for. */
function oneLabel(name: string, translator: Translator): string {
  switch (name) {
    case '@random':
      return translator.__('the state of the random numbers');
    case '@plotting':
      return translator.__('the settings for plots');
    case '@display':
      return translator.__('the display options');
    case '@directory':
      return translator.__('the working directory');
    case '@environment':
      return translator.__('the environment variables');
    case '@path':
      return translator.__('the import path');
    case '@warnings':
      return translator.__('the warning filters');
    case '@logging':
      return translator.__('the settings of the log');
    default:
      return translator.__('“%1”', name.replace(/^@file:/, ''));
  }
}
