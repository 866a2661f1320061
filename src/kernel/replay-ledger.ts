// Remembers the kernels that replays started, so that one that was left over is found by the next page and shut down.
import type { IDisposable } from '@lumino/disposable';

/** As much of the browser's local storage as the ledger uses; any call may throw. */
export type LedgerStorage = Pick<
  Storage,
  'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'
>;

/** What the ledger needs of the page. */
export type LedgerOptions = {
  /** Null where the browser forbids it: then kernels are remembered as long as the page. */
  readonly storage: LedgerStorage | null;
  /** Address of the server: an origin may stand for several. */
  readonly baseUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls again and again until the returned function is called. */
  readonly repeat: (callback: () => void, everyMs: number) => () => void;
};

/** How often a page says that it still uses its kernels. */
export const BEAT_MS = 20_000;

/** A kernel that nobody spoke for in this time is left over. Browsers slow the timers of hidden pages down to a minute. */
export const SILENCE_MS = 180_000;

/** One for the page. Another page's kernels are told from left over ones by the time at which it last spoke for them. */
export class ReplayLedger implements IDisposable {
  private readonly _options: LedgerOptions;
  private readonly _own = new Set<string>();
  private _stopBeating: (() => void) | null = null;
  private _isDisposed = false;

  constructor(options: LedgerOptions) {
    this._options = options;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Ids of kernels that this page started and has not seen end. */
  get own(): readonly string[] {
    return [...this._own];
  }

  dispose(): void {
    this._isDisposed = true;
    this._stopBeating?.();
    this._stopBeating = null;
  }

  /** A replay has a kernel now. */
  add(kernelId: string): void {
    this._own.add(kernelId);
    this._beat();
    this._stopBeating ??= this._options.repeat(() => this._beat(), BEAT_MS);
  }

  /** The kernel is gone for sure. */
  remove(kernelId: string): void {
    this._own.delete(kernelId);
    this._withStorage(storage => storage.removeItem(this._keyOf(kernelId)));
    if (this._own.size === 0) {
      this._stopBeating?.();
      this._stopBeating = null;
    }
  }

  /** Kernels of pages that are gone, and how long to wait until those that are not yet silent long enough would be. */
  leftOver(): { readonly ids: readonly string[]; readonly waitMs: number } {
    const ids: string[] = [];
    let waitMs = 0;
    const now = this._options.now();
    for (const [kernelId, at] of this._entries()) {
      // A time from the future comes from a clock that was set back.
      const silentMs = at > now ? SILENCE_MS : now - at;
      if (this._own.has(kernelId)) {
        continue;
      }
      if (silentMs >= SILENCE_MS) {
        ids.push(kernelId);
      } else {
        waitMs = Math.max(waitMs, SILENCE_MS - silentMs);
      }
    }
    return { ids, waitMs };
  }

  private _beat(): void {
    const at = String(this._options.now());
    for (const kernelId of this._own) {
      this._withStorage(storage => storage.setItem(this._keyOf(kernelId), at));
    }
  }

  private _entries(): readonly (readonly [string, number])[] {
    const prefix = this._keyOf('');
    const entries: (readonly [string, number])[] = [];
    this._withStorage(storage => {
      for (let index = 0; index < storage.length; index += 1) {
        const key = storage.key(index) ?? '';
        if (key.startsWith(prefix)) {
          const at = Number(storage.getItem(key));
          entries.push([key.slice(prefix.length), Number.isNaN(at) ? 0 : at]);
        }
      }
    });
    return entries;
  }

  private _keyOf(kernelId: string): string {
    return `jupyterlab-retrace:replay-kernel:${this._options.baseUrl}:${kernelId}`;
  }

  /** A storage that is full or forbidden costs the memory beyond this page, and nothing else. */
  private _withStorage(use: (storage: LedgerStorage) => void): void {
    const { storage } = this._options;
    if (storage === null) {
      return;
    }
    try {
      use(storage);
    } catch (fault) {
      console.warn(
        'Retrace cannot remember the kernels of replays in this browser.',
        fault
      );
    }
  }
}

/** Ends kernels by id, and knows which there are. */
export type KernelEnder = {
  /** Ids of the kernels that run now; null when the server does not answer. */
  runningIds(): Promise<ReadonlySet<string> | null>;
  shutdown(kernelId: string): Promise<void>;
};

/** Shuts down what earlier pages left over; gives the time after which to look again, 0 for never. */
export async function sweepLeftOver(
  ledger: ReplayLedger,
  kernels: KernelEnder
): Promise<number> {
  const { ids, waitMs } = ledger.leftOver();
  if (ids.length === 0) {
    return waitMs;
  }
  const running = await kernels.runningIds();
  if (running === null) {
    return SILENCE_MS;
  }
  for (const kernelId of ids) {
    if (running.has(kernelId)) {
      await kernels.shutdown(kernelId);
    }
    ledger.remove(kernelId);
  }
  return waitMs;
}
