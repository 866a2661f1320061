// Provides the forecasts of open notebooks.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';

import { languageOf } from '../languages';
import { IDismissals, IForecaster, IRunRecorder, IRunStore } from '../tokens';
import { Forecaster } from './forecaster/forecaster';

/** Tells which displayed outputs a fresh run would give again. */
export const forecasterPlugin: JupyterFrontEndPlugin<IForecaster> = {
  id: 'jupyterlab-retrace:forecaster',
  description:
    'Tells which displayed outputs a fresh run of a notebook would give again.',
  autoStart: true,
  provides: IForecaster,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [IDismissals],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    dismissals: IDismissals | null
  ): IForecaster => {
    return new Forecaster(tracker, {
      store,
      recorder,
      contents: app.serviceManager.contents,
      dismissals,
      serverRoot: PageConfig.getOption('serverRoot'),
      analyserFor: name => languageOf(name)?.analyse,
      whenIdle
    });
  }
};

/** Safari has no `requestIdleCallback`. */
function whenIdle(timeoutMs: number): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: timeoutMs });
    } else {
      setTimeout(resolve, 0);
    }
  });
}
