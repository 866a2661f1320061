// English: the sentences of the core as they are written.
import type { Translator } from './translator';

/** Fills in arguments and changes nothing else; as JupyterLab's own, a plural takes the count as its first argument. */
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
