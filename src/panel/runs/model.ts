// The state of the Run History view: one notebook's runs, what is open in them, and the filter.
import type { IDisposable } from '@lumino/disposable';
import { Signal, type ISignal } from '@lumino/signaling';

import type { ExecutionId, RunId } from '../../model';
import { runIdOf } from '../../model';
import type { IRunStore, StoreChange, StoreUsage } from '../../tokens';
import { Details } from './details';
import { Expansion } from './expansion';
import { NO_FILTER, type ExecutionFilter } from './filter';
import { flagCountOf, flagsOf } from './flags';
import { LoadedRuns } from './loaded-runs';
import type { INotebookInView } from './notebook-in-view';
import type { RunHistoryModelOptions } from './options';
import { Pacer } from './pacer';
import { buildRows, executionKey, readsAllRuns, type Row } from './rows';
import type { PanelState } from './state';

const PAGE_SIZE = 100;
const NO_ROWS: readonly Row[] = [];

/** Reads the store no more often than it can bear, and only while the panel is visible. */
export class RunHistoryModel implements IDisposable {
  constructor(options: RunHistoryModelOptions) {
    this._options = options;
    const { checklists, driftWatch, forecaster, proofs, recorder, store } =
      options;
    this._details = new Details(id => store.payload(id));
    this._loaded = new LoadedRuns(store);
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
    this._loaded.invalidate(runIdOf(executionId));
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
      this._loaded.invalidate();
      this._details.clear();
    }
    change.runIds.forEach(runId => this._loaded.invalidate(runId));
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
    this._loaded.clear();
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
      const wanted = {
        notebookPath: path,
        serverRoot,
        limit: this._limit,
        expanded: () => this._expandedRuns(),
        isStale: () => this._isStale(path)
      };
      if (!(await this._loaded.readRuns(wanted))) {
        return;
      }
      this._isLoading = false;
      this._expansion.meet(this._loaded.runs[0]);
      if (await this._loaded.readExecutions(wanted)) {
        for (const one of this._loaded.pick(this._expansion.executions)) {
          await this._details.refresh(one);
        }
      }
    }
    if (!this._isStale(path)) {
      this._publish();
    }
  }

  private _isStale(path: string | null): boolean {
    return this._isDisposed || path !== this._path;
  }

  private _expandedRuns(): ReadonlySet<RunId> {
    const { foldedInFilter, runs } = this._expansion;
    return readsAllRuns(this._filter)
      ? new Set(
          this._loaded.runs
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
      runs: this._loaded.runs,
      rows:
        path === null
          ? NO_ROWS
          : buildRows({
              runs: this._loaded.runs,
              hasOlder: this._loaded.hasOlder,
              executions: this._loaded.executions,
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
  private _expansion = new Expansion();
  private readonly _expansions = new Map<string, Expansion>();
  private _filter: ExecutionFilter = NO_FILTER;
  private _isDisposed = false;
  private _isLoading = false;
  private _isVisible = false;
  private _limit = PAGE_SIZE;
  private readonly _loaded: LoadedRuns;
  private _notebook: INotebookInView | null = null;
  private readonly _options: RunHistoryModelOptions;
  private readonly _pacer: Pacer;
  private _path: string | null = null;
  private _state: PanelState;
  private _usage: StoreUsage | null = null;
}
