// How much of the current notebook is reproducible, in the status bar.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStatusBar } from '@jupyterlab/statusbar';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Signal } from '@lumino/signaling';

import { StatusItem, statusOf } from '../panel';
import {
  IForecaster,
  IProofs,
  IRunHistoryPanel,
  IRunRecorder
} from '../tokens';
import { localeOf } from './panel/locale';

/** An item for the notebook in front; none without a status bar. */
export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:status',
  description:
    'Shows in the status bar how much of a notebook is reproducible.',
  autoStart: true,
  requires: [INotebookTracker, IForecaster, IRunRecorder],
  optional: [IStatusBar, IRunHistoryPanel, IProofs, ITranslator],
  activate: (
    _app: JupyterFrontEnd,
    tracker: INotebookTracker,
    forecaster: IForecaster,
    recorder: IRunRecorder,
    statusBar: IStatusBar | null,
    historyPanel: IRunHistoryPanel | null,
    proofs: IProofs | null,
    translator: ITranslator | null
  ): void => {
    if (!statusBar) {
      return;
    }
    const locale = localeOf(translator ?? nullTranslator);
    const item = new StatusItem(() => void historyPanel?.revealFindings());
    const activeStateChanged = new Signal<StatusItem, void>(item);
    const update = (): void => {
      const notebookPath = tracker.currentWidget?.context.path;
      if (notebookPath !== undefined) {
        const forecast = forecaster.get(notebookPath);
        const recording = recorder.state(notebookPath);
        const proof = proofs?.latest(notebookPath) ?? null;
        item.setStatus(statusOf({ forecast, recording, proof }, locale));
      }
      activeStateChanged.emit();
    };
    const updateCurrent = (_: unknown, notebookPath: string): void => {
      if (notebookPath === tracker.currentWidget?.context.path) {
        update();
      }
    };
    tracker.currentChanged.connect(update);
    forecaster.changed.connect(updateCurrent);
    recorder.changed.connect(updateCurrent);
    proofs?.changed.connect(updateCurrent);
    update();
    statusBar.registerStatusItem(statusPlugin.id, {
      item,
      align: 'left',
      rank: 5,
      isActive: () => isInFront(tracker),
      activeStateChanged
    });
  }
};

function isInFront(tracker: INotebookTracker): boolean {
  return tracker.currentWidget !== null;
}
