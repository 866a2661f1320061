// Writes ahead what changed in a run: soon for what happened, at longer intervals for the outputs of a running cell.
import type { Run } from '../model';
import type { RunChanges, RunFold } from '../recording';
import type { DocumentShelf } from './document-shelf';
import type { RunSurroundings } from './recorded-run';

/** Changes within this time make one transaction. */
const COALESCE_MS = 25;

/** A running cell's outputs are stored, and all is put onto the disk, at least this often while something changes. */
const BARRIER_MS = 5000;

/** What is to be written. */
export type WrittenRun = {
  /** Null until the store has opened the run: nothing is written until then. */
  readonly fold: () => RunFold | null;
  readonly documents: DocumentShelf;
  /** Message ids of executions that are not to be stored yet. */
  readonly heldBack: (fold: RunFold) => ReadonlySet<string>;
};

/** Stores one run; its promises resolve, a fault is the guard's. */
export class RunWriter {
  private readonly _written: WrittenRun;
  private readonly _around: RunSurroundings;
  private _timer: ReturnType<typeof setTimeout> | null = null;
  private _barrierTimer: ReturnType<typeof setTimeout> | null = null;
  private _writing: Promise<void> = Promise.resolve();
  /** The run as it was stored last. */
  private _stored: Run | null = null;
  /** True while something stored may not be on the disk yet. */
  private _isUnsettled = false;

  constructor(written: WrittenRun, around: RunSurroundings) {
    this._written = written;
    this._around = around;
  }

  /** Writes soon. */
  schedule(): void {
    this._timer ??= setTimeout(() => {
      this._timer = null;
      void this.write(false);
    }, COALESCE_MS);
    this.scheduleBarrier();
  }

  /** Outputs of a running cell come in storms: they alone are no reason to write at once. */
  scheduleBarrier(): void {
    this._barrierTimer ??= setTimeout(() => {
      this._barrierTimer = null;
      void this.write(true);
    }, BARRIER_MS);
  }

  /** Writes now, after what is being written; resolves when it is stored, with `isBarrier` when it is on the disk. */
  write(isBarrier: boolean): Promise<void> {
    this._writing = this._writing.then(() =>
      this._around.guard.settle('storing a run', () => this._write(isBarrier))
    );
    return this._writing;
  }

  /** Forgets what is scheduled. */
  rest(): void {
    [this._timer, this._barrierTimer].forEach(timer => {
      if (timer !== null) {
        clearTimeout(timer);
      }
    });
    this._timer = this._barrierTimer = null;
  }

  private async _write(isBarrier: boolean): Promise<void> {
    const fold = this._written.fold();
    if (fold === null) {
      return;
    }
    const changes = fold.takeChanges({
      withRunning: isBarrier,
      without: this._written.heldBack(fold)
    });
    const isNews = this._isNews(changes);
    if (!isNews && !(isBarrier && this._isUnsettled)) {
      return;
    }
    this._isUnsettled = !isBarrier;
    await this._around.store.append({
      ...changes,
      documents: this._written.documents.take(changes.executions),
      ...(isBarrier ? { isBarrier } : {})
    });
    if (isNews) {
      this._around.onChange();
    }
  }

  /** True when the changes hold more than a later time. */
  private _isNews({
    run,
    executions,
    payloads,
    environment
  }: RunChanges): boolean {
    const stored = this._stored;
    this._stored = run;
    return (
      executions.length + payloads.length > 0 ||
      environment !== undefined ||
      stored === null ||
      stored.gaps !== run.gaps ||
      stored.end !== run.end ||
      stored.notebookPath !== run.notebookPath
    );
  }
}
