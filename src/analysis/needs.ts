// What a cell surely stops at, where it is missing: part of what an analysis tells.

/** A statement at the margin, alone on its line, that evaluates all of itself at once. */
export type Place = {
  /** The line of `CellAnalysis.normalised` that begins with it, from 0. */
  readonly line: number;
  /** Where it begins in the source. */
  readonly from: number;
  /** What it has evaluated by then, as it stands: empty for nothing but names and constants, an import as a whole. */
  readonly before: string;
};

/** By name and by dotted module the statement that needs it first; without those that may be needed elsewhere before. */
export type Needs = {
  readonly names: ReadonlyMap<string, Place>;
  readonly modules: ReadonlyMap<string, Place>;
  /** By name where the statement at the margin begins that mentions it first, whenever that evaluates it. */
  readonly mentions: ReadonlyMap<string, number>;
  /** By the last word of what is called, where the one statement at the margin begins that calls it, and nothing else. */
  readonly calls: ReadonlyMap<string, number>;
};
