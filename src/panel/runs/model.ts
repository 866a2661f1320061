// The state of the Run History view: one notebook's runs, what is open in them, and the filter.
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { Execution, ExecutionId, Run, RunId } from '../../model';
import { runIdOf } from '../../model';
import type {
  IDriftWatch,
  IForecaster,
  IRunChecklists,
  IProofs,
  IRunRecorder,
  IRunStore,
  StoreChange,
  StoreUsage
} from '../../tokens';
import { Details } from './details';
import { Expansion } from './expansion';
import { NO_FILTER, type ExecutionFilter } from './filter';
import { flagCountOf, flagsOf } from './flags';
import type { INotebookInView } from './notebook-in-view';
import { Pacer, type Schedule } from './pacer';
import {
  buildRows,
  executionKey,
  readsAllRuns,
  type CellPlace,
  type Row
} from './rows';
import type { PanelState } from './state';

export type RunHistoryModelOptions = {
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly forecaster: IForecaster | null;
  readonly checklists?: IRunChecklists | null;
  readonly proofs: IProofs | null;
  readonly driftWatch?: IDriftWatch | null;
  /** Folder that the server serves; empty to list runs of any. */
  readonly serverRoot: string;
  readonly now: () => number;
  readonly schedule: Schedule;
  /** Receives faults that have no other place to go. */
  readonly report: (error: unknown) => void;
  readonly placeLabel: (place: CellPlace) => string;
};

const PAGE_SIZE = 100;
const NO_ROWS: readonly Row[] = [];

/** Reads the store no more often than it can bear, and only while the panel is visible. */
export class RunHistoryModel implements IDisposable {
  constructor(options: RunHistoryModelOptions) {
    this._options = options;
    const { checklists, driftWatch, forecaster, proofs, recorder, store } =
      options;
    this._details = new Details(id => store.payload(id));
    this._pacer = new Pacer({ ...options, work: () => this._refresh() });
    this._state = this._compose();
    store.changed.connect(this._onStoreChanged, this);
    store.stateChanged.connect(this._onChanged, this);
    recorder.changed.connect(this._onPathChanged, this);
    forecaster?.changed.connect(this._onPathChanged, this);
    checklists?.changed.connect(this._publish, this);
    proofs?.changed.connect(this._onPathChanged, this);
    driftWatch?.changed.connect(this._publish, this);
  }

  /** Emits after `state` or a detail changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get state(): PanelState {
    return this._state;
  }

  /** Payloads and tabs of open executions. */
  get details(): Details {
    return this._details;
  }

  /** Key of the row that holds or last held the focus; it is always rendered. */
  focusKey: string | null = null;

  /** Shows another notebook, or none. The model owns the view that it is given. */
  setNotebook(notebook: INotebookInView | null): void {
    this._notebook?.changed.disconnect(this._onNotebookChanged, this);
    this._notebook?.dispose();
    this._notebook = notebook;
    notebook?.changed.connect(this._onNotebookChanged, this);
    this._showPath();
  }

  /** While invisible nothing is read and nothing is emitted. */
  setVisible(isVisible: boolean): void {
    this._isVisible = isVisible;
    if (isVisible) {
      this._update();
    }
  }

  setFilter(filter: ExecutionFilter): void {
    this._filter = filter;
    this._expansion.foldedInFilter.clear();
    this._update();
  }

  /** Lists older runs too. */
  showOlder(): void {
    this._limit += PAGE_SIZE;
    this._update();
  }

  /** Opens or folds the row of a run or of an execution. */
  toggle(row: Row): void {
    if (row.kind === 'run') {
      this._expansion.toggleRun(row.run.runId, readsAllRuns(this._filter));
    } else if (row.kind === 'execution') {
      this._expansion.toggleExecution(row.execution.executionId);
    }
    this._update();
  }

  /** Opens an execution and all around it; its row's key once it is in the list, or null when it is gone. */
  async reveal(executionId: ExecutionId): Promise<string | null> {
    this._filter = NO_FILTER;
    this._expansion.runs.add(runIdOf(executionId));
    this._expansion.executions.add(executionId);
    this._dirtyRuns.add(runIdOf(executionId));
    await this._refresh();
    const key = executionKey(executionId);
    return this._state.rows.some(row => row.key === key) ? key : null;
  }

  /** Changes how an open execution is shown. */
  changeDetail(change: (details: Details) => void): void {
    change(this._details);
    this._changed.emit();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._pacer.dispose();
    this._notebook?.dispose();
    Signal.clearData(this);
  }

  private _onStoreChanged(_: IRunStore, change: StoreChange): void {
    if (change.kind === 'removed' || change.runIds.length === 0) {
      this._executions.clear();
      this._details.clear();
    }
    change.runIds.forEach(runId => this._dirtyRuns.add(runId));
    this._usage = null;
    this._requestRefresh();
  }

  private _onChanged(): void {
    this._requestRefresh();
  }

  private _onPathChanged(_: unknown, path: string): void {
    if (path === this._notebook?.path) {
      this._requestRefresh();
    }
  }

  private _onNotebookChanged(): void {
    if (this._notebook?.path !== this._path) {
      this._showPath();
    } else {
      this._requestRefresh();
    }
  }

  /** Starts anew with the notebook's path; what was open there stays open. */
  private _showPath(): void {
    const path = this._notebook?.path ?? null;
    this._path = path;
    this._runs = [];
    this._hasOlder = false;
    this._executions.clear();
    this._limit = PAGE_SIZE;
    this._isLoading = path !== null;
    this._filter = NO_FILTER;
    this._expansion = this._expansions.get(path ?? '') ?? new Expansion();
    this._expansions.set(path ?? '', this._expansion);
    this._update();
  }

  /** Shows at once what is known, and reads what is not. */
  private _update(): void {
    this._publish();
    this._requestRefresh();
  }

  private _requestRefresh(): void {
    if (this._isVisible) {
      this._pacer.request();
    }
  }

  private async _refresh(): Promise<void> {
    const path = this._path;
    const { serverRoot, store } = this._options;
    this._usage ??= await store.usage();
    if (path !== null) {
      const runs = await store.list({
        notebookPath: path,
        ...(serverRoot === '' ? {} : { serverRoot }),
        limit: this._limit
      });
      if (this._isStale(path)) {
        return;
      }
      // A kernel that was only started has nothing to show.
      this._runs = runs.filter(run => run.executionCount > 0);
      this._hasOlder = runs.length >= this._limit;
      this._isLoading = false;
      this._expansion.meet(this._runs[0]);
      await this._readExecutions(path);
    }
    if (!this._isStale(path)) {
      this._publish();
    }
  }

  private async _readExecutions(path: string): Promise<void> {
    const { store } = this._options;
    const expanded = this._expandedRuns();
    for (const { runId } of this._runs.filter(run => expanded.has(run.runId))) {
      if (this._executions.has(runId) && !this._dirtyRuns.has(runId)) {
        continue;
      }
      this._dirtyRuns.delete(runId);
      const executions = await store.executions(runId);
      if (this._isStale(path)) {
        return;
      }
      this._executions.set(runId, executions);
    }
    for (const execution of this._openExecutions()) {
      await this._details.refresh(execution);
    }
  }

  private _openExecutions(): readonly Execution[] {
    const open = this._expansion.executions;
    return [...this._executions.values()]
      .flat()
      .filter(execution => open.has(execution.executionId));
  }

  private _isStale(path: string | null): boolean {
    return this._isDisposed || path !== this._path;
  }

  private _expandedRuns(): ReadonlySet<RunId> {
    const { foldedInFilter, runs } = this._expansion;
    return readsAllRuns(this._filter)
      ? new Set(
          this._runs
            .map(run => run.runId)
            .filter(runId => !foldedInFilter.has(runId))
        )
      : runs;
  }

  private _publish(): void {
    this._state = this._compose();
    if (this._isVisible) {
      this._changed.emit();
    }
  }

  private _compose(): PanelState {
    const { driftWatch, forecaster, proofs, recorder, store } = this._options;
    const path = this._path;
    const recording =
      path === null ? { isRecording: false, run: null } : recorder.state(path);
    const forecast = path === null ? null : (forecaster?.get(path) ?? null);
    const currentRun = recording.run;
    return {
      notebook: this._notebook,
      isRecording: recording.isRecording,
      currentRun,
      store: store.state,
      usage: this._usage ?? this._state?.usage ?? null,
      runs: this._runs,
      rows:
        path === null
          ? NO_ROWS
          : buildRows({
              runs: this._runs,
              hasOlder: this._hasOlder,
              executions: this._executions,
              cells: this._notebook?.cells ?? new Map(),
              expandedRuns: this._expandedRuns(),
              openExecutions: this._expansion.executions,
              filter: this._filter,
              currentRunId: currentRun?.runId ?? null,
              flagCount: forecast ? flagCountOf(forecast) : 0,
              flags: forecast ? flagsOf(forecast) : new Map(),
              proofOf: runId => proofs?.ofRun(runId) ?? null,
              placeLabel: this._options.placeLabel
            }),
      filter: this._filter,
      forecast,
      drift: path === null ? null : (driftWatch?.drift(path) ?? null),
      isLoading: this._isLoading
    };
  }

  private readonly _changed = new Signal<this, void>(this);
  private readonly _details: Details;
  private readonly _dirtyRuns = new Set<RunId>();
  private readonly _executions = new Map<RunId, readonly Execution[]>();
  private _expansion = new Expansion();
  private readonly _expansions = new Map<string, Expansion>();
  private _filter: ExecutionFilter = NO_FILTER;
  private _hasOlder = false;
  private _isDisposed = false;
  private _isLoading = false;
  private _isVisible = false;
  private _limit = PAGE_SIZE;
  private _notebook: INotebookInView | null = null;
  private readonly _options: RunHistoryModelOptions;
  private readonly _pacer: Pacer;
  private _path: string | null = null;
  private _runs: readonly Run[] = [];
  private _state: PanelState;
  private _usage: StoreUsage | null = null;
}
