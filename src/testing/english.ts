// A translator for tests: the English text with its arguments filled in.
import type { Translator } from '../model';

/** Says everything in English; as JupyterLab's own, it takes the count as the first argument of a plural. */
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
