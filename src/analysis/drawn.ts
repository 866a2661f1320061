// Values on which a cell may draw.
import type { Range } from './name-uses';

/** A name that the cell draws on, where it stands for axes. */
export type Drawn = {
  readonly name: string;
  /** Where it is named. */
  readonly range: Range;
};
