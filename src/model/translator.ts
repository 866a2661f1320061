/**
 * What the pure folders need of JupyterLab's `TranslationBundle`, which satisfies it. `%1`, `%2` … are arguments;
 * in `_n` the count is `%1`, and what follows it begins at `%2`.
 */
export type Translator = {
  __(message: string, ...args: (string | number)[]): string;
  _n(
    singular: string,
    plural: string,
    count: number,
    ...args: (string | number)[]
  ): string;
};
