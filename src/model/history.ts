import type { DocumentCell } from './document';
import type { Environment } from './environment';
import type { Execution } from './execution';
import type { BlobHash } from './ids';
import type { Run } from './run';

/** One run with all that lineage needs of it; outputs stay behind. */
export type RunHistory = {
  readonly run: Run;
  /** Those that have a sequence, in its order. */
  readonly executions: readonly Execution[];
  /** Source of each execution by its hash; a missing entry is a lost source. */
  readonly sources: ReadonlyMap<BlobHash, string>;
  /** Null when the kernel did not report it. */
  readonly environment: Environment | null;
};

/** One cell of the notebook as it stands now. */
export type PresentCell = DocumentCell & {
  /** The count in the cell's prompt; null for a cell that shows none. */
  readonly executionCount: number | null;
  /** True when the cell shows at least one output. */
  readonly hasOutputs: boolean;
  /** True for cells tagged `raises-exception`: a failure there does not stop run-all. */
  readonly mayRaise: boolean;
};
