// The forecasting service: one forecaster for each notebook that is open.
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type {
  INotebookModel,
  INotebookTracker,
  NotebookPanel
} from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';

import type { DependenceGraph } from '../../lineage';
import type { CellId } from '../../model';
import type { IForecaster, NotebookForecast } from '../../tokens';
import {
  NotebookForecaster,
  type NotebookForecasterOptions
} from './notebook-forecaster';

type Context = DocumentRegistry.IContext<INotebookModel>;

/** What all notebooks' forecasters share. */
export type ForecasterOptions = Omit<
  NotebookForecasterOptions,
  'context' | 'onChanged' | 'onRefreshed'
>;

/** Forecasts for every notebook that a tracker knows. Two views of one notebook share a forecast. */
export class Forecaster implements IForecaster {
  constructor(
    tracker: INotebookTracker,
    private readonly _options: ForecasterOptions
  ) {
    tracker.forEach(panel => this._watch(panel.context));
    tracker.widgetAdded.connect(this._onWidgetAdded, this);
  }

  get changed(): ISignal<IForecaster, string> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get refreshed(): ISignal<IForecaster, string> {
    return this._refreshed;
  }

  get(notebookPath: string): NotebookForecast | null {
    return this._forecasterOf(notebookPath)?.forecast ?? null;
  }

  graph(notebookPath: string): DependenceGraph | null {
    return this._forecasterOf(notebookPath)?.graph() ?? null;
  }

  why(notebookPath: string, cellId: CellId): DependenceGraph | null {
    return this._forecasterOf(notebookPath)?.why(cellId) ?? null;
  }

  async settled(panel: NotebookPanel): Promise<void> {
    await this._forecasters.get(panel.context)?.settled();
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this._forecasters.forEach(forecaster => forecaster.dispose());
    this._forecasters.clear();
    Signal.clearData(this);
  }

  private _forecasterOf(notebookPath: string): NotebookForecaster | null {
    for (const [context, forecaster] of this._forecasters) {
      if (context.path === notebookPath) {
        return forecaster;
      }
    }
    return null;
  }

  private _watch(context: Context): void {
    if (this._forecasters.has(context) || context.isDisposed) {
      return;
    }
    const forecaster = new NotebookForecaster({
      ...this._options,
      context,
      onChanged: () => this._changed.emit(context.path),
      onRefreshed: () => this._refreshed.emit(context.path)
    });
    this._forecasters.set(context, forecaster);
    context.disposed.connect(this._onContextDisposed, this);
  }

  private _onWidgetAdded(_: INotebookTracker, panel: NotebookPanel): void {
    this._watch(panel.context);
  }

  private _onContextDisposed(context: Context): void {
    this._forecasters.get(context)?.dispose();
    this._forecasters.delete(context);
  }

  private readonly _forecasters = new Map<Context, NotebookForecaster>();
  private readonly _changed = new Signal<IForecaster, string>(this);
  private readonly _refreshed = new Signal<IForecaster, string>(this);
  private _isDisposed = false;
}
