// Degrees of reproducibility of runs, found out when somebody asks and again when a run changed.
import { Signal, type ISignal } from '@lumino/signaling';

import type { CellAnalysis } from '../../analysis';
import {
  checklistOf,
  degreeOf,
  factsOf,
  storedFacts,
  type Degree
} from '../../facts';
import type { RunId, Translator } from '../../model';
import type { Pacer } from '../../panel';
import type { IRunChecklists, IRunStore, StoreChange } from '../../tokens';

/** What a pacer does, so that tests can do it at once. */
type PacedWork = Pick<Pacer, 'request' | 'dispose' | 'isDisposed'>;

export type RunChecklistsOptions = {
  /** Of the titles of open rows. */
  readonly translator: Translator;
  readonly store: IRunStore;
  /** Reader of a kernel's language; undefined where there is none. */
  readonly analyserOf: (
    language: string
  ) => ((source: string) => CellAnalysis) | undefined;
  /** Runs the work as often as is good for the page. */
  readonly pacerOf: (work: () => Promise<void>) => PacedWork;
};

/** One run at a time, with pauses; a degree that may have changed is shown until the new one is known. */
export class RunChecklists implements IRunChecklists {
  constructor(private readonly _options: RunChecklistsOptions) {
    this._pacer = _options.pacerOf(() => this._judgeNext());
    _options.store.changed.connect(this._onStoreChanged, this);
  }

  get changed(): ISignal<IRunChecklists, RunId> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._pacer.isDisposed;
  }

  degree(runId: RunId): Degree | undefined {
    if (!this._fresh.has(runId)) {
      this._wanted.add(runId);
      this._pacer.request();
    }
    return this._degrees.get(runId);
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._pacer.dispose();
      Signal.clearData(this);
    }
  }

  private _onStoreChanged(_: IRunStore, { runIds }: StoreChange): void {
    if (runIds.length === 0) {
      this._fresh.clear();
    }
    runIds.forEach(runId => this._fresh.delete(runId));
  }

  private async _judgeNext(): Promise<void> {
    const [runId] = this._wanted;
    if (runId === undefined) {
      return;
    }
    this._wanted.delete(runId);
    // Before reading: what is written meanwhile makes it stale again.
    this._fresh.add(runId);
    const degree = await this._judge(runId);
    if (this._wanted.size > 0) {
      this._pacer.request();
    }
    if (!isSame(degree, this._degrees.get(runId)) && !this.isDisposed) {
      if (degree === undefined) {
        this._degrees.delete(runId);
      } else {
        this._degrees.set(runId, degree);
      }
      this._changed.emit(runId);
    }
  }

  /** Undefined for a run that is gone. */
  private async _judge(runId: RunId): Promise<Degree | undefined> {
    const { analyserOf, store, translator } = this._options;
    await store.ready;
    const stored = await storedFacts(store, runId);
    if (!stored) {
      return undefined;
    }
    const analyse = analyserOf(stored.history.run.kernel.language);
    return degreeOf(checklistOf(factsOf({ ...stored, analyse }), translator));
  }

  private readonly _changed = new Signal<IRunChecklists, RunId>(this);
  private readonly _fresh = new Set<RunId>();
  private readonly _degrees = new Map<RunId, Degree>();
  private readonly _pacer: PacedWork;
  private readonly _wanted = new Set<RunId>();
}

function isSame(one: Degree | undefined, other: Degree | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
