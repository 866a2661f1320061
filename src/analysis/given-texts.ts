// Which constant texts a cell gives to what it calls.

/** One call of something by its name. */
export type GivenTexts = {
  readonly callee: string;
  /** By position from 0 or by keyword: the text, or `{name}` for what another cell gave the name. */
  readonly texts: ReadonlyMap<number | string, string>;
  /** Where it begins. */
  readonly at: number;
};
