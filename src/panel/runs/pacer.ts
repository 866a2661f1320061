// Turns any number of requests into as few runs of one asynchronous task as keep a view fresh.
import type { IDisposable } from '@lumino/disposable';

/** Calls back once after a time, unless cancelled by the function that it returns. */
export type Schedule = (callback: () => void, delayMs: number) => () => void;

export type PacerOptions = {
  /** What is to be done; never runs twice at the same time. */
  readonly work: () => Promise<void>;
  /** Milliseconds of a clock that may start anywhere. */
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Receives what `work` rejects with. */
  readonly report: (error: unknown) => void;
};

const SHORTEST_PAUSE_MS = 120;
const LONGEST_PAUSE_MS = 3000;
/** At most one part in this many of the time is spent working. */
const WORK_SHARE = 5;

/** Runs work at once when it was idle, and with pauses that grow with the work's own cost when it is busy. */
export class Pacer implements IDisposable {
  constructor(options: PacerOptions) {
    this._options = options;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Asks for one more run that starts after this moment. */
  request(): void {
    if (this._isDisposed || this._cancel) {
      return;
    }
    if (this._isWorking) {
      this._isAskedAgain = true;
      return;
    }
    const delay = Math.max(0, this._notBefore - this._options.now());
    this._cancel = this._options.schedule(() => {
      this._cancel = null;
      void this._work();
    }, delay);
  }

  dispose(): void {
    this._isDisposed = true;
    this._cancel?.();
    this._cancel = null;
  }

  private async _work(): Promise<void> {
    const { now, report, work } = this._options;
    const started = now();
    this._isWorking = true;
    try {
      await work();
    } catch (error) {
      report(error);
    }
    this._isWorking = false;
    const ended = now();
    const pause = (ended - started) * (WORK_SHARE - 1);
    this._notBefore =
      ended + Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, pause));
    if (this._isAskedAgain) {
      this._isAskedAgain = false;
      this.request();
    }
  }

  private readonly _options: PacerOptions;
  private _cancel: (() => void) | null = null;
  private _isAskedAgain = false;
  private _isDisposed = false;
  private _isWorking = false;
  private _notBefore = 0;
}
