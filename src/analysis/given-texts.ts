// What a cell gives to what it calls, as far as its source tells.

/** One call of something by its name. */
export type GivenTexts = {
  readonly callee: string;
  /** By position from 0 or by keyword: the text, or `{name}` for what another cell gave the name. */
  readonly texts: ReadonlyMap<number | string, string>;
  readonly given: Given;
  /** The name that a statement at the margin gives what the call gives back; null for anything else. */
  readonly target: string | null;
  /** Where it begins. */
  readonly at: number;
};

/** Positions and keywords of what a call gives that is not `None`; null where it may give anything. */
export type Given = ReadonlySet<number | string> | null;
