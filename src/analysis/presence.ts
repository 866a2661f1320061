/** A question whether a file or a folder is there, and what the cell shows that hangs on it. */
export type Presence = {
  /** As written; `{name}` stands for what another cell gave the name. */
  readonly path: string;
  /** Words that show where it is not there yet, and not where it is. */
  readonly ifNew: readonly string[];
  /** Those that show where it is there already, and not where it is not. */
  readonly ifThere: readonly string[];
  /** True when the code makes it where it is not there. */
  readonly isMade: boolean;
};
