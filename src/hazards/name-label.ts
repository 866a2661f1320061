// How a sentence calls a name.
import type { Translator } from '../model';

/** A name in quotation marks, or words for the ambient state that a pseudo-name stands for. */
export function nameLabel(name: string | null, translator: Translator): string {
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
    default:
      return translator.__('“%1”', name ?? '?');
  }
}
