// Calls of which the classes of values pick the code: part of what an analysis tells.

/** What a cell calls that picks a method, and which classes its values may have. */
export type Dispatch = {
  /** Functions and operators that may look for a method, those that show its result among them; sorted. */
  readonly generics: readonly string[];
  /** Constant texts in it, each of which may be the class of a value that it makes; sorted. */
  readonly classes: readonly string[];
  /** How the language of the cell picks. */
  readonly rules: MethodRules;
};

/** How a language finds the method of a class by its name. */
export type MethodRules = {
  /** False for a name that no method has. */
  readonly mayBeMethod: (name: string) => boolean;
  /** The generics themselves, what the language calls where these are called, and the groups that have methods in their place. */
  readonly calledFor: (generics: ReadonlySet<string>) => ReadonlySet<string>;
  /** `print.money` for `print` and a value of class `money`; `area,Circle-method` for a formal one. */
  readonly isMeant: (
    name: string,
    generics: ReadonlySet<string>,
    classes: ReadonlySet<string>
  ) => boolean;
};
