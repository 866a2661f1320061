// What is replayed, how, and what is said meanwhile.
import type { Tolerance } from '../compare';
import type {
  CellId,
  CellOutcome,
  Environment,
  ExecutionId,
  Omission,
  Output,
  Proof,
  ReplaySubject,
  RunId
} from '../model';
import type { StartKernel } from './replay-kernel';

/** One piece of code to be run, with its record. */
export type ReplayStep = {
  readonly cellId: CellId | null;
  /** The execution whose outputs are the record; null when they are the document's own. */
  readonly executionId: ExecutionId | null;
  /** Among all cells, from 0; null when not known. */
  readonly cellIndex: number | null;
  readonly source: string;
  /** Null when it is lost, or was not seen whole: whether it came out again cannot be known. */
  readonly recorded: readonly Output[] | null;
  /** True for a cell that never ran: there is nothing that could come out again. */
  readonly isNew: boolean;
  /** Parts of `recorded` that were over the size cap. */
  readonly omissions: readonly Omission[];
  /** When the record was made, as an ISO time, and how long it took; null when not known. */
  readonly recordedAt: string | null;
  readonly recordedMs: number | null;
  /** True where an error is what the author wants, or what the record shows. */
  readonly mayRaise: boolean;
  /** True where the user said that the outputs may differ. */
  readonly isVolatile: boolean;
  /** Positions of the earlier steps that it depends on, among the steps. */
  readonly needs: readonly number[];
};

/**
 * What becomes of the steps below one that raised where its record did not. `stop`: none runs, as with run-all.
 * `skip`: those that depend on it do not run. `go-on`: all run.
 */
export type ErrorPolicy = 'stop' | 'skip' | 'go-on';

/** Tells that the user wants an end; an `AbortSignal` is one. */
export type CancelSignal = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** How far a replay is. Sent before each step, run or skipped, and at the end of each repeat. */
export type ReplayProgress = {
  /** From 1. */
  readonly repeat: number;
  readonly repeats: number;
  /** Steps that ended in this repeat. */
  readonly done: number;
  readonly steps: number;
  /** The step that begins now; null at the end and while the kernel starts. */
  readonly current: {
    readonly cellId: CellId | null;
    readonly cellIndex: number | null;
  } | null;
  readonly elapsedMs: number;
  /** From recorded durations, over all repeats that are left; null when too few are known. */
  readonly leftMs: number | null;
  /** The outcome of the step before, as soon as it is known; null before the first. */
  readonly last: CellOutcome | null;
};

/** Takes secrets out, as the record has them taken out; both sides have to be masked alike to be compared. */
export type ReplayMask = {
  readonly text: (text: string) => string;
  readonly outputs: (outputs: readonly Output[]) => readonly Output[];
};

/** One order for a replay. */
export type ReplayRequest = {
  readonly proofId: string;
  readonly runId: RunId;
  readonly notebookPath: string;
  readonly subject: ReplaySubject;
  readonly place: Proof['place'];
  readonly folder: Proof['folder'];
  /** In the order in which they run. */
  readonly steps: readonly ReplayStep[];
  /** The run's own environment, to name what is missing; null when not known. */
  readonly environment: Environment | null;
  /** Code of ours that runs silently before the first step, as `scratchCode` makes it; null for none. */
  readonly prepare: string | null;
  readonly onError: ErrorPolicy;
  /** For each step; null for no limit. */
  readonly timeoutMs: number | null;
  /** 1 or more; each in a fresh kernel. */
  readonly repeats: number;
  /** How a step is called in sentences; absent for `cell 5`, counted from 1, and `a cell` where its position is not known. */
  readonly cellLabel?: (step: ReplayStep) => string;
  readonly mask: ReplayMask;
  /** Absent for the usual one. */
  readonly tolerance?: Tolerance;
};

/** What a replay is given by whoever runs it. */
export type ReplayHost = {
  readonly startKernel: StartKernel;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly cancel: CancelSignal;
  readonly onProgress: (progress: ReplayProgress) => void;
};

/** Runs the steps and compares; resolves with the proof whatever happens, rejects never. */
export type Replay = (
  request: ReplayRequest,
  host: ReplayHost
) => Promise<Proof>;
