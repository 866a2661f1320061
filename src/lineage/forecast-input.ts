import type { CellAnalysis } from '../analysis';
import type { PresentCell, RunHistory } from '../model';

/** What a forecast is made from. */
export type ForecastInput = {
  /** All cells of the notebook as it stands now, in order; Markdown and raw cells too. */
  readonly document: readonly PresentCell[];
  /** All recorded runs of this notebook, oldest first; the last one may still be open. */
  readonly runs: readonly RunHistory[];
  /** Reads the kernel's language; absent when nothing does. */
  readonly analyse?: (source: string) => CellAnalysis;
};
