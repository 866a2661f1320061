// The Environment & data page of a run, in the main area.
import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  ICommandPalette,
  MainAreaWidget,
  Notification,
  WidgetTracker
} from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IStateDB } from '@jupyterlab/statedb';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { languageOf } from '../languages';
import { asRunId, type RunId } from '../model';
import {
  commandIds,
  environmentIcon,
  EnvironmentModel,
  EnvironmentWidget
} from '../panel';
import { IRunHistoryPanel, IRunRecorder, IRunStore } from '../tokens';
import { EnvironmentHost } from './environment/environment-host';
import { newestRun } from './environment/newest-run';
import { localeOf } from './panel/locale';

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
    const opened = new WidgetTracker<MainAreaWidget<EnvironmentWidget>>({
      namespace: 'retrace-environment'
    });
    const open = (runId: RunId): void => {
      const id = `${PREFIX}${runId}`;
      const widget =
        opened.find(each => each.id === id) ??
        newWidget(id, runId, store, host);
      if (!widget.isAttached) {
        void opened.add(widget);
        app.shell.add(widget, 'main');
      }
      app.shell.activateById(widget.id);
    };
    app.commands.addCommand(commandIds.showEnvironment, {
      label: trans.__('Show Environment & Data'),
      caption: trans.__(
        'Show packages, hardware, data, seeds and parameters of a run; of the newest one when none is named.'
      ),
      icon: environmentIcon,
      isEnabled: args =>
        typeof args.runId === 'string' || tracker.currentWidget !== null,
      execute: async args => {
        await recorder.flush();
        const runId =
          typeof args.runId === 'string'
            ? asRunId(args.runId)
            : await newestRun(
                store,
                tracker.currentWidget?.context.path,
                PageConfig.getOption('serverRoot')
              );
        if (runId === null) {
          Notification.info(
            trans.__(
              'Nothing was recorded for this notebook yet. Run a cell first.'
            )
          );
        } else {
          open(runId);
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
    void restorer?.restore(opened, {
      command: commandIds.showEnvironment,
      args: widget => ({ runId: runIdOfWidget(widget) }),
      name: widget => widget.id
    });
  }
};

const PREFIX = 'jp-retrace-environment-';

function runIdOfWidget(widget: MainAreaWidget<EnvironmentWidget>): string {
  return widget.id.slice(PREFIX.length);
}

function newWidget(
  id: string,
  runId: RunId,
  store: IRunStore,
  host: EnvironmentHost
): MainAreaWidget<EnvironmentWidget> {
  const model = new EnvironmentModel({
    runId,
    store,
    host,
    analyserOf: language => languageOf(language)?.analyse,
    now: () => performance.now(),
    schedule: (callback, delayMs) => {
      const timer = window.setTimeout(callback, delayMs);
      return () => window.clearTimeout(timer);
    },
    report: error => console.error('Retrace could not read a run.', error)
  });
  const widget = new MainAreaWidget({
    content: new EnvironmentWidget(model, host)
  });
  widget.id = id;
  widget.toolbar.hide();
  return widget;
}
