// Keeps the forecast of one open notebook up to date.
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';

import type { Analyse } from '../../analysis';
import { languageOf } from '../../languages';
import {
  createForecaster,
  type DependenceGraph,
  type Forecast
} from '../../lineage';
import { isFinal, isSameDay, type CellId } from '../../model';
import type {
  IDismissals,
  IRunRecorder,
  IRunStore,
  NotebookForecast,
  StoreChange
} from '../../tokens';
import { Coalescer } from './coalescer';
import { FileStates, type FileStatesOptions } from './file-states';
import { HistoryCache, type CachedHistory } from './history-cache';
import { inSlices } from './in-slices';
import { maskedCells, notebookLanguage } from './present-cells';
import { publish, withoutCells, withoutDismissed } from './published';
import { situationOf } from './situation';

/** Newest runs that a forecast looks at. */
const RUNS = 10;
/** Pause after an edit before a forecast is made, in milliseconds. */
const PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 2000;
/** Longest time for which a forecast holds the page up at once, in milliseconds, but for its last step. */
const SLICE_MS = 16;
/** An idle moment is waited for no longer than this before a forecast begins, in milliseconds. */
const START_WITHIN_MS = 500;
/** The same between two slices of a forecast. */
const GO_ON_WITHIN_MS = 25;

/** What a notebook's forecaster works with. */
export type NotebookForecasterOptions = {
  readonly context: DocumentRegistry.IContext<INotebookModel>;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  /** Tells what the files that were read look like now. */
  readonly contents: FileStatesOptions['contents'];
  /** Null: nothing can be dismissed. */
  readonly dismissals: IDismissals | null;
  /** Runs of other folders that were served at this address are other notebooks' runs. */
  readonly serverRoot: string;
  /** Reads a kernel language; undefined when nothing does. */
  analyserFor(language: string): Analyse | undefined;
  /** Resolves when the page has nothing better to do, at the latest after the time given. */
  whenIdle(timeoutMs: number): Promise<void>;
  onChanged(): void;
  /** Called after each forecast, also one that says the same. */
  onRefreshed(): void;
};

/** Makes forecasts of one notebook, after edits and records have paused. */
export class NotebookForecaster implements IDisposable {
  constructor(private readonly _options: NotebookForecasterOptions) {
    const { context, dismissals, store, recorder } = _options;
    this._histories = new HistoryCache(store, RUNS);
    this._files = new FileStates({
      contents: _options.contents,
      now: () => performance.now(),
      onChanged: this._request
    });
    this._passes = new Coalescer(() => this._refresh(), {
      pauseMs: () => this._pauseMs(),
      limitMs: 2 * LONGEST_PAUSE_MS
    });
    context.model.contentChanged.connect(this._onChanged, this);
    context.pathChanged.connect(this._onChanged, this);
    context.ready.then(this._request, this._request);
    recorder.changed.connect(this._onRecorded, this);
    dismissals?.changed.connect(this._onDismissed, this);
    store.changed.connect(this._onStored, this);
    store.stateChanged.connect(this._onChanged, this);
  }

  /** Null until the first one is made, and when the last one could not be made. */
  get forecast(): NotebookForecast | null {
    return this._shown;
  }

  /** What the cells read from one another by the last forecast; null until there is one. */
  graph(): DependenceGraph | null {
    return this._made?.graph() ?? null;
  }

  /** The way from the causes to what a cell shows; null until there is a forecast. */
  why(cellId: CellId): DependenceGraph | null {
    return this._made?.why(cellId) ?? null;
  }

  get isDisposed(): boolean {
    return this._passes.isDisposed;
  }

  /** Resolves when the forecast holds for the document and the records as they are now. */
  async settled(): Promise<void> {
    await this._options.recorder.flush();
    this._passes.request();
    await this._passes.settled();
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._passes.dispose();
      this._files.dispose();
      Signal.clearData(this);
    }
  }

  private async _refresh(): Promise<void> {
    try {
      await this._make();
    } catch (error) {
      if (!this._hasFailed) {
        console.error('Retrace could not make a forecast.', error);
      }
      this._hasFailed = true;
      this._whole = null;
      this._made = null;
      this._show(null);
    }
  }

  private async _make(): Promise<void> {
    const { context, serverRoot, store } = this._options;
    await context.ready;
    await store.ready;
    await this._options.dismissals?.load(context.path);
    const notebookPath = context.path;
    const runs = await this._histories.read({ notebookPath, serverRoot });
    if (this._isOver()) {
      return;
    }
    const pending = pendingCells(runs);
    if (pending.size > 0 && this._whole?.notebookPath === notebookPath) {
      pending.forEach(cellId => this._ranSince.add(cellId));
      this._showWhole();
      return;
    }
    await this._options.whenIdle(START_WITHIN_MS);
    const whole = await this._compute(notebookPath, runs);
    if (whole) {
      this._whole = whole;
      this._ranSince = new Set(pending);
      this._showWhole();
      this._options.onRefreshed();
    }
  }

  /** Null when the notebook was closed meanwhile. */
  private async _compute(
    notebookPath: string,
    runs: readonly CachedHistory[]
  ): Promise<NotebookForecast | null> {
    if (this._isOver()) {
      return null;
    }
    const { model } = this._options.context;
    const language =
      notebookLanguage(model) || runs[runs.length - 1]?.run.kernel.language;
    const document = maskedCells(model, this._options.recorder.mask);
    const task = this._forecaster.forecastInSteps({
      document,
      runs,
      files: this._files.states(notebookPath, pathsRead(runs)),
      isToday: moment => isSameDay(moment, new Date().toISOString()),
      analyse: this._options.analyserFor(language ?? ''),
      dryRuns: languageOf(language ?? '')?.dryRuns
    });
    const made = await inSlices(task, {
      sliceMs: SLICE_MS,
      now: () => performance.now(),
      breathe: () => this._options.whenIdle(GO_ON_WITHIN_MS),
      isOver: () => this._isOver()
    });
    this._lastMs = made?.busyMs ?? 0;
    this._made = made?.result ?? null;
    return (
      made &&
      publish(
        notebookPath,
        made.result,
        situationOf(document, made.result, runs)
      )
    );
  }

  /** A large notebook waits for a longer pause, so that forecasts take a small share of the time. */
  private _pauseMs(): number {
    return Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, 8 * this._lastMs));
  }

  /** Shows the last forecast, less what runs and what was dismissed. */
  private _showWhole(): void {
    const { dismissals } = this._options;
    const idle = this._whole && withoutCells(this._whole, this._ranSince);
    this._show(
      idle && dismissals
        ? withoutDismissed(idle, dismissals.of(idle.notebookPath))
        : idle
    );
  }

  private _onDismissed(_: IDismissals, notebookPath: string | null): void {
    if (notebookPath === null || notebookPath === this._whole?.notebookPath) {
      this._showWhole();
    }
  }

  private _show(shown: NotebookForecast | null): void {
    const isSame = JSON.stringify(shown) === JSON.stringify(this._shown);
    this._shown = shown;
    if (!isSame) {
      this._options.onChanged();
    }
  }

  private _isOver(): boolean {
    return this.isDisposed || this._options.context.isDisposed;
  }

  private readonly _request = (): void => this._passes.request();

  private _onChanged(): void {
    this._request();
  }

  private _onRecorded(_: IRunRecorder, notebookPath: string): void {
    if (notebookPath === this._options.context.path) {
      this._request();
    }
  }

  private _onStored(_: IRunStore, change: StoreChange): void {
    const isOfOthers =
      change.kind === 'appended' &&
      change.runIds.length > 0 &&
      !change.runIds.some(runId => this._histories.holds(runId));
    if (!isOfOthers) {
      this._histories.invalidate(
        change.kind === 'appended' ? change.runIds : []
      );
      this._request();
    }
  }

  private readonly _forecaster = createForecaster();
  private readonly _histories: HistoryCache;
  private readonly _files: FileStates;
  private readonly _passes: Coalescer;
  private _shown: NotebookForecast | null = null;
  /** The last forecast, with the cells that have started since. */
  private _whole: NotebookForecast | null = null;
  /** What it was made from: it answers for graphs. */
  private _made: Forecast | null = null;
  private _ranSince = new Set<CellId>();
  private _lastMs = 0;
  private _hasFailed = false;
}

/** Files that recorded executions read, each once, those of the newest run first. */
function pathsRead(runs: readonly CachedHistory[]): ReadonlySet<string> {
  const files = [...runs]
    .reverse()
    .flatMap(({ executions }) =>
      executions.flatMap(({ report }) => report?.files ?? [])
    );
  return new Set(
    files.filter(({ mode }) => mode === 'read').map(({ path }) => path)
  );
}

/** Cells of which an execution is under way or waits for its turn. */
function pendingCells(runs: readonly CachedHistory[]): ReadonlySet<CellId> {
  const newest = runs[runs.length - 1];
  if (!newest || newest.run.end !== null) {
    return new Set();
  }
  return new Set(
    [...newest.executions, ...newest.queued]
      .filter(execution => !isFinal(execution.status))
      .flatMap(({ cellId }) => (cellId === null ? [] : [cellId]))
  );
}
