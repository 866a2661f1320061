// What the source of a cell shows of values that change by being looked at, or through other names.

/** Two names that reach one state: a change by the one is a change by the other. */
export type Sharing = {
  readonly name: string;
  readonly with: string;
  /**
   * `state`: surely, as a cursor and its connection. `memory`: if the values are arrays or tensors. `within`: who changes the one
   * changes the other, and not the other way round, as axes and their figure.
   */
  readonly kind: 'state' | 'memory' | 'within';
};

/** A name whose value may hold what another name stands for: who changes the one in place may change the other. */
export type Holding = {
  readonly holder: string;
  readonly held: string;
  /** Whom a call handed it to that made the holder: a class keeps what it is given. Null where no call did. */
  readonly callee: string | null;
};

/** A name that the cell surely leaves standing for the very value of another, unless it binds one of them again. */
export type SameValue = {
  readonly name: string;
  readonly of: string;
  /** Where the statement ends: an offset. */
  readonly to: number;
};

/** What the source shows of values that change by being looked at, or through other names. */
export type ValueFacts = {
  /** Names bound to what can be gone through once; with `callee` only if that is a function that yields. */
  readonly oneShot: readonly {
    readonly name: string;
    readonly callee: string | null;
    /** Names that are gone through along with it. */
    readonly over: readonly string[];
  }[];
  /** Names that the cell goes through now: it uses up those that can be gone through once. */
  readonly consumed: readonly string[];
  /** Those of them that it surely goes through to the end. */
  readonly exhausted?: readonly string[];
  readonly sharing: readonly Sharing[];
  readonly holdings: readonly Holding[];
  /** In order of the source. */
  readonly same?: readonly SameValue[];
  /** Functions of the cell that yield. */
  readonly generators: readonly string[];
};
