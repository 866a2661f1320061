// The terminal speaks English: the sentences of the core as they are written.
import type { Translator } from '../model';

/** Fills in arguments and changes nothing else. */
export const english: Translator = {
  __: (text, ...args) => filled(text, args),
  _n: (singular, plural, count, ...args) =>
    filled(count === 1 ? singular : plural, [count, ...args])
};

function filled(text: string, args: readonly (string | number)[]): string {
  return text.replace(/%(\d)/g, (_, place: string) =>
    String(args[Number(place) - 1])
  );
}
