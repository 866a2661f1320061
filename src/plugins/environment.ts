// The Environment & data page of a run, in the main area.
import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { asRunId } from '../model';
import {
  commandIds,
  environmentIcon,
  EnvironmentModel,
  EnvironmentWidget
} from '../panel';
import { IRunHistoryPanel, IRunRecorder, IRunStore } from '../tokens';
import { EnvironmentHost } from './environment/environment-host';
import { localeOf } from './panel/locale';
import { canNameRun, namedRun } from './run-pages/named-run';
import { pageServices, RunPages } from './run-pages/run-pages';

/** One page a run; a reload opens it again. */
export const environmentPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:environment',
  description: 'Shows what a re-run of a run needs.',
  autoStart: true,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [
    IRunHistoryPanel,
    IStateDB,
    ILayoutRestorer,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    historyPanel: IRunHistoryPanel | null,
    stateDb: IStateDB | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const locale = localeOf(translator ?? nullTranslator);
    const trans = locale.translator;
    const host = new EnvironmentHost({
      app,
      tracker,
      historyPanel,
      stateDb,
      locale
    });
    const pages = new RunPages({
      app,
      name: 'environment',
      create: runId => newPage(runId, store, host)
    });
    app.commands.addCommand(commandIds.showEnvironment, {
      label: trans.__('Show Environment & Data'),
      caption: trans.__(
        'Show packages, hardware, data, seeds and parameters of a run; of the newest one when none is named.'
      ),
      icon: environmentIcon,
      isEnabled: args => canNameRun(args, tracker),
      execute: async args => {
        const runId = await namedRun(args, { tracker, store, recorder });
        if (runId === null) {
          Notification.info(
            trans.__(
              'Nothing was recorded for this notebook yet. Run a cell first.'
            )
          );
        } else {
          pages.open(runId);
        }
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: {
              type: 'string',
              description: trans.__('The run; the newest when absent')
            }
          }
        }
      }
    });
    palette?.addItem({
      command: commandIds.showEnvironment,
      category: trans.__('Retrace')
    });
    pages.restore(restorer, commandIds.showEnvironment, runId => ({ runId }));
  }
};

function newPage(
  runId: string,
  store: IRunStore,
  host: EnvironmentHost
): EnvironmentWidget {
  const model = new EnvironmentModel({
    runId: asRunId(runId),
    store,
    host,
    ...pageServices,
    report: error => console.error('Retrace could not read a run.', error)
  });
  return new EnvironmentWidget(model, host);
}
