// One run of one notebook: opens it in the store, folds what happens, and writes ahead what changed.
import type { Run, DocumentCell, DocumentHash, RunEnd } from '../model';
import { RunFold, type MissedExecution, type RunEvent } from '../recording';
import type { IRunStore, RunDraft } from '../tokens';
import { DocumentShelf } from './document-shelf';
import { closeForgottenRuns, type LiveKernels } from './forgotten-runs';
import type { Guard } from './guard';
import { missedExecutions, missedSentence } from './missed-executions';
import { RunWriter } from './run-writer';
import { readStored } from './stored-run';

/** How long executions that this page sees start wait for those that it missed, so that they are numbered in order. */
const JOIN_MS = 3000;

/** What a run needs of its surroundings. */
export type RunSurroundings = {
  readonly store: IRunStore;
  readonly guard: Guard;
  readonly kernels: LiveKernels;
  readonly now: () => string;
  readonly outputCapBytes: () => number;
  /** Takes secrets out of everything before it is stored. */
  readonly mask: (text: string) => string;
  /** Called when something was stored, or the run opened. */
  readonly onChange: () => void;
};

/** Records one run. */
export class RecordedRun {
  private readonly _draft: RunDraft;
  private readonly _around: RunSurroundings;
  private _fold: RunFold | null = null;
  private _isContinued = false;
  private _waiting: RunEvent[] = [];
  private readonly _opened: Promise<void>;
  private readonly _documents = new DocumentShelf();
  private readonly _writer: RunWriter;
  private _joinTimer: ReturnType<typeof setTimeout> | null = null;
  private _wasRunning: readonly string[] = [];
  private _isCaughtUp = false;
  private _isCounted = false;
  private _isElsewhereToo = false;

  constructor(draft: RunDraft, around: RunSurroundings) {
    this._draft = draft;
    this._around = around;
    this._writer = new RunWriter(
      {
        fold: () => this._fold,
        documents: this._documents,
        heldBack: fold => this._heldBack(fold)
      },
      around
    );
    this._joinTimer = setTimeout(() => this._endJoin(), JOIN_MS);
    around.store.changed.connect(this._noteOthers, this);
    this._opened = this._open();
  }

  /** Null until the store has opened it. */
  get run(): Run | null {
    return this._fold?.run ?? null;
  }

  /** Resolves when the store has opened it, or could not. */
  get opened(): Promise<void> {
    return this._opened;
  }

  /** True once it is closed: nothing more is recorded in it. */
  get isClosed(): boolean {
    return this._fold !== null && this._fold.run.end !== null;
  }

  /** Folds an event in, or keeps it until the run is open. */
  apply(event: RunEvent): void {
    if (this._fold === null) {
      this._waiting.push(event);
      return;
    }
    this._noteLateStart(this._fold, event);
    this._fold.limitOutputs(this._around.outputCapBytes());
    this._fold.apply(event);
    if (event.kind === 'output') {
      this._writer.scheduleBarrier();
    } else {
      this._writer.schedule();
    }
  }

  /** True when the run has the request already, or will have it once it is open. */
  knows(msgId: string): boolean {
    return (
      this._fold?.find(msgId) !== undefined ||
      this._waiting.some(
        event =>
          (event.kind === 'submitted' || event.kind === 'started') &&
          event.msgId === msgId
      )
    );
  }

  /** Makes a document known that an event of the run names. */
  addDocument(
    documentHash: DocumentHash,
    cells: readonly DocumentCell[]
  ): void {
    this._documents.add(documentHash, cells);
  }

  /**
   * The kernel has worked off everything that was sent before this page came. `count` is how many executions it has
   * seen, null when it does not say; `recover` asks it for the sources of those whose counts are given.
   */
  async catchUp(options: {
    readonly count: number | null;
    readonly reports: readonly MissedExecution[];
    readonly recover: (
      counts: readonly number[]
    ) => Promise<ReadonlyMap<number, string>>;
  }): Promise<void> {
    await this._opened;
    const fold = this._fold;
    if (this._isCaughtUp || fold === null) {
      return;
    }
    this._isCaughtUp = true;
    this._isCounted = options.count !== null;
    this._noteBreak(fold);
    const missed = missedExecutions(fold, options);
    // What ran while recording was off is nobody's business, and what comes late would be numbered in a wrong order.
    const isSecret = fold.run.gaps.some(gap => gap.kind === 'recording-off');
    const isOpenToOthers = !isSecret && this._joinTimer !== null;
    const executions = missed.filter(
      one => isOpenToOthers || fold.find(one.msgId) !== undefined
    );
    if (missed.length > 0) {
      this.apply({ kind: 'missed', at: this._around.now(), executions });
      this._noteMissed(fold, {
        count: missed.length,
        isListed: executions.length === missed.length
      });
    }
    this._endJoin();
    if (!isSecret && executions.length > 0) {
      await this._addSources(executions, options.recover);
    }
  }

  /** The kernel may be busy with what was sent since: its history comes when it comes. */
  private async _addSources(
    missed: readonly MissedExecution[],
    recover: (counts: readonly number[]) => Promise<ReadonlyMap<number, string>>
  ): Promise<void> {
    const counts = missed.flatMap(one => one.executionCount ?? []);
    const sources = await recover(counts);
    const executions = missed.flatMap(one => {
      const code = sources.get(one.executionCount ?? -1);
      return code === undefined ? [] : [{ ...one, code }];
    });
    this.apply({ kind: 'missed', at: this._around.now(), executions });
  }

  /** Ends the run; executions that are open are lost with it. */
  close(end: RunEnd): void {
    this.apply({ kind: 'closed', at: this._around.now(), end });
    this._endJoin();
    void this.suspend();
  }

  /** Resolves when everything seen so far is in the store. */
  async flush(isBarrier: boolean): Promise<void> {
    await this._opened;
    await this._writer.write(isBarrier);
  }

  /** Stops listening without closing the run: a page may continue it. */
  async suspend(): Promise<void> {
    await this.flush(true);
    this._around.store.changed.disconnect(this._noteOthers, this);
    this._writer.rest();
    if (this._joinTimer !== null) {
      clearTimeout(this._joinTimer);
      this._joinTimer = null;
    }
  }

  private async _open(): Promise<void> {
    await this._around.guard.settle('opening a run', async () => {
      const { store } = this._around;
      await store.ready;
      const run = await store.openRun(this._draft);
      this._isContinued = run.runId !== this._draft.runId;
      const stored = this._isContinued ? await readStored(store, run) : [];
      this._fold = new RunFold({
        run,
        outputCapBytes: this._around.outputCapBytes(),
        mask: this._around.mask,
        stored
      });
      this._wasRunning = stored
        .filter(({ head }) => head.status === 'running')
        .map(({ head }) => head.executionId.slice(run.runId.length + 1));
      const waiting = this._waiting;
      this._waiting = [];
      waiting.forEach(event => this.apply(event));
      this._writer.schedule();
      this._around.onChange();
      await closeForgottenRuns(run, this._around);
    });
  }

  /** An execution that ran while the page went away and came back has lost some of its outputs. */
  private _noteBreak(fold: RunFold): void {
    const isBroken =
      this._wasRunning.length > 0 &&
      !this._isElsewhereToo &&
      this._wasRunning.some(msgId => fold.find(msgId)?.isUnheard === false);
    if (isBroken) {
      const detail =
        'Outputs of a cell are missing from the time when no page was listening.';
      const gap = { kind: 'page-away', detail } as const;
      this.apply({ kind: 'gap', at: this._around.now(), gap });
    }
  }

  /** A kernel without a probe tells only by the count of the first execution that others ran before it. */
  private _noteLateStart(fold: RunFold, event: RunEvent): void {
    const isLate =
      event.kind === 'started' &&
      (event.executionCount ?? 0) > 1 &&
      !this._isContinued &&
      !this._isCounted &&
      fold.counts.size === 0;
    if (isLate) {
      const detail = 'Earlier executions of the kernel are not listed.';
      const gap = { kind: 'joined-late', detail } as const;
      fold.apply({ kind: 'gap', at: event.at, gap });
    }
  }

  private _noteMissed(
    fold: RunFold,
    missed: { readonly count: number; readonly isListed: boolean }
  ): void {
    if (this._isContinued && this._isElsewhereToo) {
      return;
    }
    const kind = this._isContinued ? 'page-away' : 'joined-late';
    const gap = { kind, detail: missedSentence(missed) } as const;
    fold.apply({ kind: 'gap', at: this._around.now(), gap });
    this._writer.schedule();
  }

  private _noteOthers(
    _: IRunStore,
    change: { readonly kind: string; readonly runIds: readonly string[] }
  ): void {
    const runId = this._fold?.run.runId;
    if (change.kind === 'elsewhere' && runId !== undefined) {
      this._isElsewhereToo ||= change.runIds.includes(runId);
    }
  }

  private _endJoin(): void {
    if (this._joinTimer !== null) {
      clearTimeout(this._joinTimer);
      this._joinTimer = null;
      this._writer.schedule();
    }
  }

  /** What waits to be numbered until those are known that this page missed. */
  private _heldBack(fold: RunFold): ReadonlySet<string> {
    return this._joinTimer === null
      ? new Set()
      : new Set(
          fold.changed
            .filter(one => one.status !== 'queued')
            .map(one => one.msgId)
        );
  }
}
