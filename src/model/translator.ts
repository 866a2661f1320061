/** What the pure folders need of JupyterLab's `TranslationBundle`, which satisfies it. `%1`, `%2` … are arguments. */
export type Translator = {
  __(message: string, ...args: (string | number)[]): string;
  _n(
    singular: string,
    plural: string,
    count: number,
    ...args: (string | number)[]
  ): string;
};
