import type { Analyse, DryRun } from '../analysis';
import type { FileState } from './files';
import type { PresentCell, RunHistory } from '../model';

/** What a forecast is made from. */
export type ForecastInput = {
  /** All cells of the notebook as it stands now, in order; Markdown and raw cells too. */
  readonly document: readonly PresentCell[];
  /** All recorded runs of this notebook, oldest first; the last one may still be open. */
  readonly runs: readonly RunHistory[];
  /** Present state of files that runs read, by the path in their reports; what is missing is not known. */
  readonly files?: ReadonlyMap<string, FileState>;
  /** Whether a moment, an ISO time, lies on the present day; absent where nobody knows what day it is. */
  readonly isToday?: (moment: string) => boolean;
  /** Reads the kernel's language; absent when nothing does. */
  readonly analyse?: Analyse;
  /** Gives what makes namespaces in which cells run in thought; absent where nothing follows the language. */
  readonly dryRuns?: () => () => DryRun;
};
