// Many requests, few passes: an asynchronous task runs when requests have paused, never twice at a time.
import type { IDisposable } from '@lumino/disposable';

/** How long a coalescer waits. */
export type CoalescerOptions = {
  /** Pause after the last request, in milliseconds. */
  pauseMs(): number;
  /** A stream of requests holds a pass up no longer than this. */
  readonly limitMs: number;
};

/** Runs `task` after requests have paused; a request during a pass leads to another one. */
export class Coalescer implements IDisposable {
  /** `task` handles its own failures: one that rejects counts as done. */
  constructor(
    private readonly _task: () => Promise<void>,
    private readonly _options: CoalescerOptions
  ) {}

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Asks for a pass that sees everything up to now. */
  request(): void {
    if (this._isDisposed) {
      return;
    }
    this._requested++;
    this._arm();
  }

  /** Resolves when a pass has seen all requests up to this call; starts it at once if need be. */
  async settled(): Promise<void> {
    const requested = this._requested;
    while (this._seen < requested && !this._isDisposed) {
      this._disarm();
      await this._run();
    }
  }

  dispose(): void {
    this._isDisposed = true;
    this._disarm();
  }

  private _arm(): void {
    if (this._pass) {
      return; // the end of the pass arms again
    }
    const now = Date.now();
    this._waitingSince ??= now;
    const left = this._waitingSince + this._options.limitMs - now;
    const pause = Math.max(0, Math.min(this._options.pauseMs(), left));
    clearTimeout(this._timer);
    this._timer = setTimeout(() => void this._run(), pause);
  }

  private _disarm(): void {
    clearTimeout(this._timer);
    this._waitingSince = null;
  }

  private _run(): Promise<void> {
    this._waitingSince = null;
    this._pass ??= this._runPass().finally(() => {
      this._pass = null;
      if (this._seen < this._requested && !this._isDisposed) {
        this._arm();
      }
    });
    return this._pass;
  }

  private async _runPass(): Promise<void> {
    const requested = this._requested;
    try {
      await this._task();
    } finally {
      this._seen = requested;
    }
  }

  private _requested = 0;
  private _seen = 0;
  private _pass: Promise<void> | null = null;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _waitingSince: number | null = null;
  private _isDisposed = false;
}
