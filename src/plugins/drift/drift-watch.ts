// Keeps the drift of open notebooks up to date, and remembers what was dismissed.
import { Signal, type ISignal } from '@lumino/signaling';

import type { Drift } from '../../facts';
import type { Pacer } from '../../panel';
import type { IDriftWatch } from '../../tokens';

/** Remembers for each notebook the difference that was dismissed and the one that was told. */
export type DriftMemory = {
  readonly dismissed: string;
  readonly told: string;
};

/** What a pacer does, so that tests can do it at once. */
type PacedWork = Pick<Pacer, 'request' | 'dispose' | 'isDisposed'>;

export type DriftWatchOptions = {
  /** Looks for the drift of an open notebook; null without one. */
  readonly find: (notebookPath: string) => Promise<Drift | null>;
  readonly load: (notebookPath: string) => DriftMemory;
  /** What is saved has to be there when it returns: a page may be left at any time. */
  readonly save: (notebookPath: string, memory: DriftMemory) => void;
  /** Tells the user of a difference for the first time. */
  readonly tell: (notebookPath: string, drift: Drift) => void;
  /** Runs the work as often as is good for the page. */
  readonly pacerOf: (work: () => Promise<void>) => PacedWork;
};

const BLANK: DriftMemory = { dismissed: '', told: '' };

/** Looks again when it is asked to, one notebook after the other. */
export class DriftWatch implements IDriftWatch {
  constructor(private readonly _options: DriftWatchOptions) {
    this._pacer = _options.pacerOf(() => this._lookNext());
  }

  get changed(): ISignal<IDriftWatch, string> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._pacer.isDisposed;
  }

  drift(notebookPath: string): Drift | null {
    const found = this._found.get(notebookPath) ?? null;
    return found?.key === this._memory(notebookPath).dismissed ? null : found;
  }

  dismiss(notebookPath: string): void {
    const found = this._found.get(notebookPath);
    if (found) {
      this._remember(notebookPath, { dismissed: found.key });
      this._changed.emit(notebookPath);
    }
  }

  /** Asks for another look at a notebook. */
  request(notebookPath: string): void {
    this._wanted.add(notebookPath);
    this._pacer.request();
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._pacer.dispose();
      Signal.clearData(this);
    }
  }

  private async _lookNext(): Promise<void> {
    const [notebookPath] = this._wanted;
    if (notebookPath === undefined) {
      return;
    }
    this._wanted.delete(notebookPath);
    if (this._wanted.size > 0) {
      this._pacer.request();
    }
    if (!this._memories.has(notebookPath)) {
      this._memories.set(notebookPath, this._options.load(notebookPath));
    }
    const drift = await this._options.find(notebookPath);
    if (!this.isDisposed) {
      this._put(notebookPath, drift);
    }
  }

  private _put(notebookPath: string, drift: Drift | null): void {
    const before = this._found.get(notebookPath) ?? null;
    this._found.set(notebookPath, drift);
    if (drift?.key === before?.key) {
      return;
    }
    this._changed.emit(notebookPath);
    const { dismissed, told } = this._memory(notebookPath);
    if (drift && drift.key !== dismissed && drift.key !== told) {
      this._remember(notebookPath, { told: drift.key });
      this._options.tell(notebookPath, drift);
    }
  }

  private _memory(notebookPath: string): DriftMemory {
    return this._memories.get(notebookPath) ?? BLANK;
  }

  private _remember(notebookPath: string, part: Partial<DriftMemory>): void {
    const memory = { ...this._memory(notebookPath), ...part };
    this._memories.set(notebookPath, memory);
    this._options.save(notebookPath, memory);
  }

  private readonly _changed = new Signal<IDriftWatch, string>(this);
  private readonly _found = new Map<string, Drift | null>();
  private readonly _memories = new Map<string, DriftMemory>();
  private readonly _pacer: PacedWork;
  private readonly _wanted = new Set<string>();
}
