import type { EnvironmentId, RunId } from './ids';

/** How a run ended. `unseen`: no page was listening when the process went away. */
export type RunEnd = 'restarted' | 'shut-down' | 'died' | 'unseen';

/** Why a run's record is incomplete. One gap per cause, not per event. */
export type Gap = {
  readonly kind:
    | 'joined-late' // the kernel had already run something when a page met it
    | 'page-away' // no page listened for a while
    | 'no-probe' // no probe for this language
    | 'probe-failed' // the probe could not be installed or never answered
    | 'probe-partial' // a reply was damaged, capped or filtered
    | 'recording-off' // the user switched recording off for a while
    | 'output-dropped' // the server dropped output over its rate limit
    | 'storage' // something could not be stored
    | 'internal'; // a fault of ours
  /** An English sentence with the particulars; empty when `kind` says it all. */
  readonly detail: string;
  /** ISO time of the first occurrence. */
  readonly at: string;
};

export type KernelIdentity = {
  /** Of the kernel connection; survives restarts. */
  readonly kernelId: string;
  /** Tells one process of that kernel from the next; empty when the kernel gives no sign of it. */
  readonly processId: string;
  /** Name of the kernelspec. */
  readonly name: string;
  /** The kernelspec's display name; text from outside, shown as text only. */
  readonly displayName: string;
  /** Language of the kernelspec, lower case; empty when unknown. */
  readonly language: string;
};

/** One life of one kernel process as one notebook sees it. */
export type Run = {
  readonly schemaVersion: 1;
  readonly runId: RunId;
  /** 1 for the notebook's first run. Given by the store. */
  readonly number: number;
  /** Path of the notebook in the contents manager, drive prefix included; follows renames. */
  readonly notebookPath: string;
  /** Folder that the server serves; empty when the server does not tell. */
  readonly serverRoot: string;
  readonly kernel: KernelIdentity;
  /** ISO time, by the page's clock: for display. Order comes from `number` and `sequence`. */
  readonly openedAt: string;
  /** ISO time of the last thing recorded. */
  readonly changedAt: string;
  readonly closedAt: string | null;
  /** Null while the run is open. */
  readonly end: RunEnd | null;
  /** Null until the kernel has reported it, and for kernels that never do. */
  readonly environmentId: EnvironmentId | null;
  /** Executions that have a sequence. */
  readonly executionCount: number;
  /** Executions that ended in an error. */
  readonly failureCount: number;
  /** Sum of the executions' times, in milliseconds. */
  readonly busyMs: number;
  /** Secrets that were masked in what its executions left; absent where there were none. */
  readonly maskedCount?: number;
  /** Never pruned. */
  readonly isPinned: boolean;
  readonly gaps: readonly Gap[];
};
