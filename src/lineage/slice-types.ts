import type {
  BlobHash,
  CellId,
  Environment,
  ExecutionId,
  Package
} from '../model';

/** Why an execution is not in a slice. */
export type OmissionReason =
  | 'repeats' // an execution with the same lineage is there already
  | 'no-effect' // nothing in the slice depends on it
  | 'not-run' // it was aborted before it started
  | 'source-lost';

/** Something the reader of a script has to know. */
export type PlanWarning = {
  readonly kind:
    | 'partial-analysis' // a step was not understood in full, and everything before it was kept
    | 'failed-step' // the step ended in an error or was interrupted
    | 'lost-step' // the end of the step was not seen
    | 'incomplete-run' // the run has gaps
    | 'no-environment' // versions are not known
    | 'unseeded' // a step drew random numbers that no seed determines
    | 'clock' // a step read the clock or another thing that differs each time
    | 'network' // a step asked a server
    | 'folder' // a step asked which files are in a folder
    | 'absolute-path' // a step used a file by a path that other machines need not have
    | 'masked-secret' // a mark stands in the code of a step for each of its secrets; `detail` tells how many
    | 'installs'; // a step installed or removed packages
  readonly executionId: ExecutionId | null;
  /** Particulars in English: names, reasons. Empty when `kind` says it all. */
  readonly detail: string;
};

export type PlanStep = {
  readonly executionId: ExecutionId;
  readonly sequence: number;
  readonly cellId: CellId | null;
  /** The cell's position among all cells, from 0, when it ran; absent or null when not known. */
  readonly cellIndex?: number | null;
  readonly executionCount: number | null;
  /** ISO time. */
  readonly startedAt: string | null;
  readonly sourceHash: BlobHash;
  /** As it was sent. */
  readonly source: string;
  readonly status: 'ok' | 'error' | 'interrupted' | 'lost';
  /** On what its output may hang besides the notebook; absent or empty where nothing is known to vary. */
  readonly hangsOn?: readonly (
    'unseeded' | 'hash-order' | 'address' | 'clock' | 'network' | 'folder'
  )[];
};

/** The slice in the form that every exporter reads. */
export type ScriptPlan = {
  readonly language: string;
  readonly notebookPath: string;
  readonly runId: string;
  readonly runNumber: number;
  /** ISO time. */
  readonly openedAt: string;
  /** In the order in which they ran. */
  readonly steps: readonly PlanStep[];
  /** The run's other executions, in order. */
  readonly omitted: readonly {
    readonly executionId: ExecutionId;
    readonly sequence: number;
    readonly cellId: CellId | null;
    readonly firstLine: string;
    readonly reason: OmissionReason;
  }[];
  /** Distributions that the steps import, directly or not, at the versions of the run; sorted by name. */
  readonly requires: readonly Package[];
  readonly environment: Environment | null;
  readonly warnings: readonly PlanWarning[];
};
