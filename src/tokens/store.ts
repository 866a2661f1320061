// Keeps runs: the store that all parts of the shell read and the recorder writes.
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type {
  BlobHash,
  DocumentCell,
  DocumentHash,
  Environment,
  EnvironmentId,
  Execution,
  ExecutionId,
  ExecutionPayload,
  Omission,
  Output,
  Proof,
  Run,
  RunContext,
  RunHistory,
  RunId
} from '../model';

/** A run as a recorder proposes it; the store numbers it. */
export type RunDraft = Omit<Run, 'number'>;

/** What one recorder step leaves to be stored. Applying it twice leaves what applying it once leaves. */
export type RunBatch = {
  readonly run: Run;
  /** Heads to insert or replace; a final head is never replaced by one that is not. */
  readonly executions: readonly Execution[];
  /** Payloads of some of those executions; a part that is absent leaves what is stored. */
  readonly payloads: readonly {
    readonly executionId: ExecutionId;
    readonly source?: string;
    readonly outputs?: readonly Output[];
    readonly omissions?: readonly Omission[];
  }[];
  /** Documents that the heads name and that this page has not stored before. */
  readonly documents: readonly {
    readonly documentHash: DocumentHash;
    readonly cells: readonly DocumentCell[];
  }[];
  /** Present when the run's environment became known. */
  readonly environment?: Environment;
  /** True to have this batch, and with it all before it, on the disk before `append` resolves. */
  readonly isBarrier?: boolean;
};

/**
 * `ready`: all is kept. `heads-only`: the space is used up, outputs are not kept. `memory`: nothing outlives the page.
 * `read-only`: newer code has the database. `failing`: writes fail at the moment and are being tried again.
 */
export type StoreCondition =
  'opening' | 'ready' | 'heads-only' | 'memory' | 'read-only' | 'failing';

export type StoreState = {
  readonly condition: StoreCondition;
  /** One sentence for the user, in English, with what to do; empty for `opening` and `ready`. */
  readonly message: string;
  /** What was recorded at this address earlier and is gone, in one sentence; empty when nothing is missing. */
  readonly loss: string;
};

/** Which runs to list: all filters that are given must hold. */
export type RunQuery = {
  readonly notebookPath?: string;
  readonly serverRoot?: string;
  readonly kernelId?: string;
  readonly isOpen?: boolean;
  /** Runs older than this one only; for paging. */
  readonly before?: RunId;
  /** Default 100. */
  readonly limit?: number;
};

/** Which proofs to list. */
export type ProofQuery =
  { readonly runId: RunId } | { readonly notebookPath: string };

export type StoreUsage = {
  readonly runs: number;
  readonly executions: number;
  /** Our own account of what the records take; the browser's figure is not to be trusted. */
  readonly bytes: number;
  /** Beyond it the oldest unpinned runs go. */
  readonly budgetBytes: number;
};

/** What changed, so that views can refresh no more than they show. */
export type StoreChange = {
  readonly kind: 'appended' | 'removed' | 'renamed' | 'elsewhere';
  /** Empty when it may be any; `noRunId` among them stands for proofs of no run. `elsewhere`: another page wrote. */
  readonly runIds: readonly RunId[];
};

/** Keeps runs. Every promise resolves: a fault becomes a state, never an exception into the recorder. */
export interface IRunStore extends IDisposable {
  readonly state: StoreState;
  readonly stateChanged: ISignal<IRunStore, StoreState>;
  readonly changed: ISignal<IRunStore, StoreChange>;
  /** Resolves when the store can be read, at the latest after five seconds. */
  readonly ready: Promise<void>;
  /**
   * The open run of the draft's notebook, kernel and process if there is one, else the draft, numbered and stored.
   * Atomic over all pages of the origin.
   */
  openRun(draft: RunDraft): Promise<Run>;
  /** Resolves when the batch is stored or has become part of `state`. */
  append(batch: RunBatch): Promise<void>;
  /** Newest first. */
  list(query: RunQuery): Promise<readonly Run[]>;
  get(runId: RunId): Promise<Run | null>;
  /** Heads that have a sequence, in its order; then the queued ones in order of submission. */
  executions(runId: RunId): Promise<readonly Execution[]>;
  execution(executionId: ExecutionId): Promise<Execution | null>;
  payload(executionId: ExecutionId): Promise<ExecutionPayload>;
  /** Texts by hash; what is lost is missing. */
  sources(hashes: readonly BlobHash[]): Promise<ReadonlyMap<BlobHash, string>>;
  environment(environmentId: EnvironmentId): Promise<Environment | null>;
  document(documentHash: DocumentHash): Promise<readonly DocumentCell[] | null>;
  /** A run with what lineage needs; null when the run is gone. */
  history(runId: RunId): Promise<RunHistory | null>;
  /** Where a run took place; an empty context when nothing is known. */
  context(runId: RunId): Promise<RunContext>;
  /** Replaces the context of its run; without the run it is not kept. */
  putContext(context: RunContext): Promise<void>;
  /** Newest first. */
  proofs(query: ProofQuery): Promise<readonly Proof[]>;
  /** Inserts, or replaces the one with the same id; without its run it is not kept, but for one of `noRunId`. */
  addProof(proof: Proof): Promise<void>;
  removeProofs(proofIds: readonly string[]): Promise<void>;
  /** Lets runs follow a file or a folder that moved. */
  rename(oldPath: string, newPath: string): Promise<void>;
  setPinned(runId: RunId, isPinned: boolean): Promise<void>;
  remove(runIds: readonly RunId[]): Promise<void>;
  /** Removes everything that this address holds, also what other notebooks recorded. */
  clear(): Promise<void>;
  usage(): Promise<StoreUsage>;
}

export const IRunStore = new Token<IRunStore>(
  'jupyterlab-retrace:IRunStore',
  'Keeps the runs that Retrace recorded.'
);
