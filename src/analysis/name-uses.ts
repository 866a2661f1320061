// How the source of a cell uses names: what it binds, reads and changes in place.

/** A stretch of the source; UTF-16 offsets, `to` excluded. */
export type Range = { readonly from: number; readonly to: number };

/** How a name comes to be bound at the top level of a cell. Ruff's words. */
export type BindingKind =
  | 'assignment'
  | 'annotated-assignment'
  | 'augmented-assignment'
  | 'named-expression'
  | 'loop-variable'
  | 'with-item'
  | 'import'
  | 'from-import'
  | 'function'
  | 'class'
  | 'type-alias'
  | 'bound-exception'
  | 'match-capture'
  | 'global'
  | 'magic';

/** A name that the cell leaves bound in the notebook's namespace. */
export type Binding = {
  readonly name: string;
  readonly kind: BindingKind;
  readonly range: Range;
  /** False when some way through the cell does not reach it: the version before may survive. */
  readonly isCertain: boolean;
};

/**
 * A name that the cell reads from the namespace before the cell itself surely bound it. Builtins are left out, and so
 * is the value whose part an `Update` that is certain or known changes: the update tells that it is needed.
 */
export type Reference = {
  readonly name: string;
  readonly range: Range;
  /**
   * The part of the value that is read, when it is constant: `.a` or `["a"]`; null for the whole value.
   * `df["x"]` and `df.x` are one part, `["x"]`.
   */
  readonly path: string | null;
  /** False when some way through the cell does not reach it, or an exception handler covers its absence. */
  readonly isCertain: boolean;
};

/**
 * A value that the cell changes in place, under the name by which it is reached; for an alias that the cell makes, under
 * both names. Changes of what the cell itself surely bound before are left out: the binding stands for them.
 */
export type Update = {
  readonly name: string;
  readonly range: Range;
  /** The part that is changed, as in `Reference.path`; null for a change of unknown extent. */
  readonly path: string | null;
  /**
   * `certain`: syntax that updates. `known`: a call that the library's knowledge file lists.
   * `possible`: any other call that receives the value; a forecast ignores it, a slice counts it.
   */
  readonly certainty: 'certain' | 'known' | 'possible';
  /**
   * True when doing it twice does what doing it once does (`df["x"] = …`, `model.fit(…)`): the part's former value
   * does not flow into the new one.
   */
  readonly isReplacement: boolean;
  /** Of a change that may go anywhere: parts that the cell has surely replaced before, as `path`. */
  readonly replaced?: readonly string[] | undefined;
  /**
   * What stays as it is all the same, if that is what the name stands for: a module of which a function is called whose result
   * is used, and whatever was imported of which a class is called.
   */
  readonly spares?: 'imports' | 'modules' | undefined;
};
