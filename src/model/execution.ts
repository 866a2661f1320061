import type { BlobHash, CellId, DocumentHash, ExecutionId, RunId } from './ids';
import type { Omission, Output } from './output';
import type { OutputTells } from './output-tells';
import type { ExecutionReport } from './report';

/**
 * `queued` and `running` pass; the others are final. `aborted`: never started, because a cell before it failed.
 * `lost`: it ended, or its kernel did, while nobody could see how.
 */
export type ExecutionStatus =
  'queued' | 'running' | 'ok' | 'error' | 'aborted' | 'interrupted' | 'lost';

/** Why an execution's record is incomplete. */
export type ExecutionGap =
  | 'outputs-partial' // some of its outputs came while nobody listened, or were dropped by the server
  | 'outputs-capped' // an output was over the size cap
  | 'payload-lost' // what the head points to could not be stored or read back
  | 'source-unknown'; // the code was never seen

/** One run of one cell's source in one kernel: the small part, for lists and lineage. */
export type Execution = {
  readonly schemaVersion: 1;
  readonly executionId: ExecutionId;
  readonly runId: RunId;
  /** 1, 2, 3 … in the order in which executions of the run started (or were aborted); null while queued. */
  readonly sequence: number | null;
  /** Null for code that another client of the kernel ran. */
  readonly cellId: CellId | null;
  /** The cell's position among all cells, from 0, when it was submitted; null when not known. */
  readonly cellIndex: number | null;
  /** The kernel's count, which repeats after restarts; null when it gave none. */
  readonly executionCount: number | null;
  /** Of the code as it was sent. */
  readonly sourceHash: BlobHash;
  /** First line that is not blank, at most 200 characters. */
  readonly firstLine: string;
  readonly status: ExecutionStatus;
  /** ISO times by the page's clock; null when not seen. */
  readonly submittedAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** The document when the cell was submitted; null for other clients' code. */
  readonly documentHash: DocumentHash | null;
  /** Hash over all outputs as they came, before any cap; equal hashes mean equal outputs. Null until it ended. */
  readonly outputsHash: BlobHash | null;
  /**
   * Over the texts of the outputs without what differs whenever a program runs: addresses, times, identifiers. Null or
   * missing where outputs are not comparable in this way, or nobody looked.
   */
  readonly stableHash?: BlobHash | null;
  /** What the outputs tell of what it met outside of the notebook; missing where they tell nothing, or are not all there. */
  readonly tells?: OutputTells;
  readonly outputCount: number;
  /** UTF-8 bytes of the outputs as they came. */
  readonly outputBytes: number;
  /** Present when `status` is `error` or `interrupted` and the kernel said why. */
  readonly error: { readonly ename: string; readonly evalue: string } | null;
  /** Null when no probe reported. */
  readonly report: ExecutionReport | null;
  readonly gaps: readonly ExecutionGap[];
  /** Secrets that were masked in its code, outputs and report; absent where there were none. */
  readonly maskedCount?: number;
};

/** The large part of an execution. */
export type ExecutionPayload = {
  /** Code as it was sent; null when it was never seen or is lost. */
  readonly source: string | null;
  /** Null while running and when lost. */
  readonly outputs: readonly Output[] | null;
  /** Outputs of which only a preview was kept. */
  readonly omissions: readonly Omission[];
};

/** True once `status` will not change any more. */
export function isFinal(status: ExecutionStatus): boolean {
  return status !== 'queued' && status !== 'running';
}
