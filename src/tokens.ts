// Where the parts of the shell meet: service interfaces and their tokens. No code.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { Degree, Drift } from './facts';
import type { Dismissals, KnownFinding } from './hazards';
import type { Probe, ProbeLimits } from './languages';
import type { CellForecast, DependenceGraph } from './lineage';
import type {
  BlobHash,
  CellId,
  DocumentCell,
  DocumentHash,
  Environment,
  EnvironmentId,
  Execution,
  ExecutionId,
  ExecutionPayload,
  Output,
  Omission,
  Proof,
  Result,
  Run,
  RunContext,
  RunHistory,
  RunId
} from './model';
import type { IReplayKernel, StartKernel } from './replay';

// ------------------------------------------------------------------------------------------------ store

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
  /** Empty when it may be any. `elsewhere`: another page wrote. */
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
  /** Inserts, or replaces the one with the same id; without its run it is not kept. */
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

// --------------------------------------------------------------------------------------------- recorder

/** Whether and what is recorded for one notebook. */
export type RecordingState = {
  readonly isRecording: boolean;
  /** The run that is open, or null: no kernel, or nothing recorded. */
  readonly run: Run | null;
};

/** Records every execution in the kernels of open notebooks. */
export interface IRunRecorder extends IDisposable {
  /** For notebooks that are not open: not recording, no run. */
  state(notebookPath: string): RecordingState;
  /** Switches recording for one notebook, until it is switched again; remembered over reloads. */
  setRecording(notebookPath: string, isOn: boolean): void;
  /** Emits a notebook's path whenever its state or an execution of its run changed. */
  readonly changed: ISignal<IRunRecorder, string>;
  /** Takes secrets out of a text, as out of everything that is recorded. */
  readonly mask: (text: string) => string;
  /** Resolves when all that was seen so far has been handed to the store and settled there. */
  flush(): Promise<void>;
}

export const IRunRecorder = new Token<IRunRecorder>(
  'jupyterlab-retrace:IRunRecorder',
  'Records the executions of open notebooks.'
);

// ------------------------------------------------------------------------------------------- forecaster

/** A finding that the user can dismiss. */
export type PublishedFinding = KnownFinding;

/** What restart-and-run-all would do to one open notebook. */
export type NotebookForecast = {
  readonly notebookPath: string;
  /** One for each code cell that is not blank, in the order of the document. */
  readonly cells: readonly CellForecast[];
  /** Worst first; one for each cause, with the cells that it affects. Without those that the user dismissed. */
  readonly findings: readonly PublishedFinding[];
  /** What the user dismissed, in the same order. The verdicts of its cells stay what they are. */
  readonly dismissed: readonly PublishedFinding[];
  /** The verdicts added up; `shown` counts the cells that show an output of theirs or have run. */
  readonly summary: {
    readonly same: number;
    readonly differs: number;
    readonly fails: number;
    readonly random: number;
    readonly unknown: number;
    readonly unrun: number;
    readonly shown: number;
  };
};

/** Keeps a forecast for every open notebook up to date. */
export interface IForecaster extends IDisposable {
  /** Null until the first one is made. */
  get(notebookPath: string): NotebookForecast | null;
  /** Emits the path of a notebook whose forecast changed. */
  readonly changed: ISignal<IForecaster, string>;
  /** All that its cells read from one another, by the last forecast; null until there is one. */
  graph(notebookPath: string): DependenceGraph | null;
  /** The way from the causes to what a cell shows; null until there is a forecast. */
  why(notebookPath: string, cellId: CellId): DependenceGraph | null;
  /** Emits the path of a notebook after each forecast, also one that says the same: its graph may be another. */
  readonly refreshed: ISignal<IForecaster, string>;
  /** Resolves when the forecast holds for the document and the records as they are now. */
  settled(panel: NotebookPanel): Promise<void>;
}

export const IForecaster = new Token<IForecaster>(
  'jupyterlab-retrace:IForecaster',
  'Tells which displayed outputs a fresh run would give again.'
);

// ----------------------------------------------------------------------------------------------- kernels

/** A fresh kernel for code of ours; it ends when it is shut down, or with the page. */
export interface IHelperKernel extends IReplayKernel {
  run(
    code: string,
    options: Parameters<IReplayKernel['run']>[1] & {
      /** Hears what it prints as it comes. */
      readonly onText?: (text: string) => void;
    }
  ): ReturnType<IReplayKernel['run']>;
}

/** Starts kernels that belong to no notebook: nothing of them is recorded, and none outlives what it was started for. */
export interface IReplayKernels {
  /** Bytes of one output that are kept of a replay. */
  readonly capBytes: number;
  /** Starts kernels of one kind in the folder of one notebook. */
  starter(kernelName: string, notebookPath: string): StartKernel;
  /** What such a kernel is asked to tell, for one that is started in another way; null where nothing can be. */
  probeFor(kernelName: string): {
    readonly probe: Probe;
    readonly limits: ProbeLimits;
  } | null;
  /** A kernel for code of ours, whose output is read whole. */
  helper(
    kernelName: string,
    notebookPath: string
  ): Promise<Result<IHelperKernel>>;
}

export const IReplayKernels = new Token<IReplayKernels>(
  'jupyterlab-retrace:IReplayKernels',
  'Starts kernels that belong to no notebook, and ends them.'
);

// ----------------------------------------------------------------------------------------------- proofs

/** What the newest replay of a notebook says of it now. */
export type NotebookProof = {
  readonly proof: Proof;
  /** False once the notebook's code or what it shows is another than it was; null for what does not speak of it. */
  readonly isCurrent: boolean | null;
};

/** Knows what replays came to. */
export interface IProofs {
  /** Of the document as it stands; null when it was not replayed, and while that is not known. */
  latest(notebookPath: string): NotebookProof | null;
  /** The newest one of a run of a notebook that is open, whatever of it was replayed; null when there is none. */
  ofRun(runId: RunId): NotebookProof | null;
  /** Emits a notebook's path. */
  readonly changed: ISignal<IProofs, string>;
}

export const IProofs = new Token<IProofs>(
  'jupyterlab-retrace:IProofs',
  'Knows what replays of notebooks and runs came to.'
);

// ------------------------------------------------------------------------------------------- dismissals

/** Remembers which findings the user does not want to be told about. */
export interface IDismissals {
  /** Resolves when `of` knows what was dismissed for a notebook. */
  load(notebookPath: string): Promise<void>;
  of(notebookPath: string): Dismissals;
  /** Dismisses one finding until its situation changes. */
  dismiss(notebookPath: string, finding: PublishedFinding): void;
  /** Dismisses all findings of a rule, in all notebooks. */
  dismissRule(code: string): void;
  /** Takes back whatever keeps a finding dismissed, its rule too. */
  restore(notebookPath: string, finding: PublishedFinding): void;
  /** Emits the path of a notebook, or null for all. */
  readonly changed: ISignal<IDismissals, string | null>;
}

export const IDismissals = new Token<IDismissals>(
  'jupyterlab-retrace:IDismissals',
  'Remembers which findings the user dismissed.'
);

// ------------------------------------------------------------------------------------------- checklists

/** Judges runs by the checklist, at leisure and once for each state of a run. */
export interface IRunChecklists extends IDisposable {
  /**
   * The degree of reproducibility of a run. Undefined while it is not known: it is found out, and `changed` tells.
   */
  degree(runId: RunId): Degree | undefined;
  /** Emits a run whose degree became known or changed. */
  readonly changed: ISignal<IRunChecklists, RunId>;
}

export const IRunChecklists = new Token<IRunChecklists>(
  'jupyterlab-retrace:IRunChecklists',
  'Judges runs by the checklist for reproducible work.'
);

// ------------------------------------------------------------------------------------------------ drift

/** Watches whether open notebooks show outputs that were made under another environment than their kernel's. */
export interface IDriftWatch extends IDisposable {
  /** Null without drift, while it cannot be told, and once it was dismissed. */
  drift(notebookPath: string): Drift | null;
  /** Says no more of it until the difference changes. */
  dismiss(notebookPath: string): void;
  /** Emits the path of a notebook whose drift changed. */
  readonly changed: ISignal<IDriftWatch, string>;
}

export const IDriftWatch = new Token<IDriftWatch>(
  'jupyterlab-retrace:IDriftWatch',
  'Tells when outputs were made under another environment.'
);

// ---------------------------------------------------------------------------------------------- actions

/** What the panel, the marks, the palette and menus can do to a notebook; one place for all of them. */
export interface INotebookActions {
  /** Activates the notebook and scrolls to the cell; false when the cell is gone. */
  goToCell(panel: NotebookPanel, cellId: CellId): Promise<boolean>;
  /** Runs cells in the order of the document. */
  runCells(panel: NotebookPanel, cellIds: readonly CellId[]): Promise<void>;
  /** Asks, restarts the kernel and runs all cells up to and including this one. */
  restartAndRunTo(panel: NotebookPanel, cellId: CellId): Promise<void>;
  /** Inserts a cell with the source that an execution ran, where it stood; undo takes it out again. */
  restoreCell(panel: NotebookPanel, executionId: ExecutionId): Promise<void>;
}

export const INotebookActions = new Token<INotebookActions>(
  'jupyterlab-retrace:INotebookActions',
  'Acts on a notebook as a remedy or a history entry asks.'
);

/** Shows the panel at one place of a notebook's history. */
export interface IRunHistoryPanel {
  /** Opens the panel and brings an execution into view. */
  revealExecution(executionId: ExecutionId): Promise<void>;
  /** Opens the panel at the findings, with the cell's one focused when a cell is given. */
  revealFindings(cellId?: CellId): Promise<void>;
  /** The same with the picture of why the cell's output would not come out again. */
  revealWhy(cellId: CellId): Promise<void>;
}

export const IRunHistoryPanel = new Token<IRunHistoryPanel>(
  'jupyterlab-retrace:IRunHistoryPanel',
  'The Run History side panel.'
);
