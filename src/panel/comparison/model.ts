// The state of a comparison of two runs.
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { CellAnalysis } from '../../analysis';
import { compareRuns, type RunComparison } from '../../facts';
import type { ExecutionId, Output, RunId } from '../../model';
import type { IRunStore, StoreChange } from '../../tokens';
import { Pacer, type Schedule } from '../runs/pacer';
import { readFacts } from './read-facts';

/** Null while it is read; `gone` when one of the runs was removed. */
export type ComparisonState = RunComparison | 'gone' | null;

export type ComparisonModelOptions = {
  readonly beforeId: RunId;
  readonly afterId: RunId;
  readonly store: IRunStore;
  /** Reader of a kernel's language; undefined where there is none. */
  readonly analyserOf: (
    language: string
  ) => ((source: string) => CellAnalysis) | undefined;
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Receives faults that have no other place to go. */
  readonly report: (error: unknown) => void;
};

/** Reads both runs again when one of them changed, while it can be seen. */
export class ComparisonModel implements IDisposable {
  constructor(private readonly _options: ComparisonModelOptions) {
    this._pacer = new Pacer({ ..._options, work: () => this._refresh() });
    _options.store.changed.connect(this._onStoreChanged, this);
  }

  /** Emits after `state` changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._pacer.isDisposed;
  }

  get state(): ComparisonState {
    return this._state;
  }

  /** Null when they are lost or not yet there. */
  async outputs(executionId: ExecutionId): Promise<readonly Output[] | null> {
    return (await this._options.store.payload(executionId)).outputs;
  }

  /** While invisible nothing is read. */
  setVisible(isVisible: boolean): void {
    this._isVisible = isVisible;
    if (isVisible && this._isStale) {
      this._pacer.request();
    }
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._pacer.dispose();
      Signal.clearData(this);
    }
  }

  private _onStoreChanged(_: IRunStore, { runIds }: StoreChange): void {
    const { afterId, beforeId } = this._options;
    const isOurs =
      runIds.length === 0 ||
      runIds.some(runId => runId === beforeId || runId === afterId);
    if (isOurs) {
      this._isStale = true;
      if (this._isVisible) {
        this._pacer.request();
      }
    }
  }

  private async _refresh(): Promise<void> {
    const { afterId, analyserOf, beforeId, store } = this._options;
    this._isStale = false;
    const before = await readFacts(store, beforeId, analyserOf);
    const after = await readFacts(store, afterId, analyserOf);
    if (!this.isDisposed) {
      this._state = before && after ? compareRuns(before, after) : 'gone';
      this._changed.emit();
    }
  }

  private readonly _changed = new Signal<this, void>(this);
  private _isStale = true;
  private _isVisible = false;
  private readonly _pacer: Pacer;
  private _state: ComparisonState = null;
}
