// Binds the dependence graph view to the notebook in front.
import { Notification } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';

import { languageOf } from '../../languages';
import type { GraphNode } from '../../lineage';
import type { Translator } from '../../model';
import type { GraphSubject, IGraphHost } from '../../panel';
import type {
  IForecaster,
  INotebookActions,
  IRunHistoryPanel
} from '../../tokens';
import { notebookLanguage } from '../forecaster/present-cells';

/** What the view acts through. */
export type GraphHostOptions = {
  readonly tracker: INotebookTracker;
  readonly forecaster: IForecaster;
  readonly actions: INotebookActions | null;
  readonly historyPanel: IRunHistoryPanel | null;
  readonly translator: Translator;
};

/** Follows the notebook in front and its forecasts for as long as the page lives. */
export class GraphHost implements IGraphHost {
  constructor(private readonly _options: GraphHostOptions) {
    this.translator = _options.translator;
    const { forecaster, tracker } = _options;
    tracker.currentChanged.connect(() => this._changed.emit());
    forecaster.refreshed.connect((_, notebookPath) => {
      if (notebookPath === tracker.currentWidget?.context.path) {
        this._changed.emit();
      }
    });
  }

  readonly translator: Translator;

  get changed(): ISignal<IGraphHost, void> {
    return this._changed;
  }

  subject(): GraphSubject | null {
    const { forecaster, tracker } = this._options;
    const panel = tracker.currentWidget;
    if (!panel) {
      return null;
    }
    const { path } = panel.context;
    return {
      path,
      graph: forecaster.graph(path),
      isAnalysed: isAnalysed(panel),
      hasRun: (forecaster.get(path)?.summary.shown ?? 0) > 0
    };
  }

  open({ cellId, executionId, index }: GraphNode): void {
    const { actions, historyPanel, tracker, translator } = this._options;
    const panel = tracker.currentWidget;
    const isGone = index === null;
    if (panel && actions && cellId !== null && !isGone) {
      this._settle(actions.goToCell(panel, cellId));
    } else if (historyPanel && executionId !== null) {
      this._settle(historyPanel.revealExecution(executionId));
    } else {
      Notification.warning(
        translator.__('This cell is no longer in the notebook.')
      );
    }
  }

  leave(): void {
    this._options.tracker.currentWidget?.content.activate();
  }

  download(name: string, mediaType: string, text: string): void {
    const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The browser reads it after this turn.
    setTimeout(() => URL.revokeObjectURL(url), 0);
  }

  /** A rejected action is shown: the user asked for it and waits. */
  private _settle(done: Promise<unknown>): void {
    done.catch(error => {
      console.error(error);
      Notification.error(
        this.translator.__('That did not work: %1', String(error))
      );
    });
  }

  private readonly _changed = new Signal<IGraphHost, void>(this);
}

/** A notebook that names no language counts as one that is read: its kernel decides later. */
function isAnalysed({ model }: NotebookPanel): boolean {
  const language = model ? notebookLanguage(model) : '';
  return language === '' || Boolean(languageOf(language)?.analyse);
}
