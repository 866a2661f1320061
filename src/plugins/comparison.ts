// Two runs of a notebook beside each other, in the main area.
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
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { languageOf } from '../languages';
import { asRunId, type RunId } from '../model';
import {
  commandIds,
  ComparisonModel,
  ComparisonWidget,
  environmentIcon
} from '../panel';
import { IRunRecorder, IRunStore } from '../tokens';
import { chooseOther } from './comparison/choose-other';
import { EnvironmentHost } from './environment/environment-host';
import { newestRun } from './environment/newest-run';
import { localeOf } from './panel/locale';

const PREFIX = 'jp-retrace-comparison-';

/** One page for each pair of runs; a reload opens it again. */
export const comparisonPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:comparison',
  description: 'Shows what two runs of a notebook differ in.',
  autoStart: true,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [ILayoutRestorer, ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const locale = localeOf(translator ?? nullTranslator);
    const trans = locale.translator;
    const serverRoot = PageConfig.getOption('serverRoot');
    const host = new EnvironmentHost({
      app,
      tracker,
      historyPanel: null,
      stateDb: null,
      locale
    });
    const opened = new WidgetTracker<MainAreaWidget<ComparisonWidget>>({
      namespace: 'retrace-comparison'
    });
    const open = (beforeId: RunId, afterId: RunId): void => {
      const id = `${PREFIX}${beforeId}:${afterId}`;
      const widget =
        opened.find(each => each.id === id) ??
        newWidget(id, [beforeId, afterId], store, host);
      if (!widget.isAttached) {
        void opened.add(widget);
        app.shell.add(widget, 'main');
      }
      app.shell.activateById(widget.id);
    };
    app.commands.addCommand(commandIds.compareRuns, {
      label: trans.__('Compare with…'),
      caption: trans.__(
        'Show what a run has otherwise than another one of its notebook.'
      ),
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
                serverRoot
              );
        const run = runId === null ? null : await store.get(runId);
        if (!run) {
          Notification.info(trans.__('There is no such run any more.'));
          return;
        }
        const other =
          typeof args.otherId === 'string'
            ? await store.get(asRunId(args.otherId))
            : await chooseOther({ store, run, serverRoot, locale });
        if (other) {
          const [before, after] =
            run.number < other.number ? [run, other] : [other, run];
          open(before.runId, after.runId);
        }
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: {
              type: 'string',
              description: trans.__('A run; the newest when absent')
            },
            otherId: {
              type: 'string',
              description: trans.__('Another run; asked for when absent')
            }
          }
        }
      }
    });
    palette?.addItem({
      command: commandIds.compareRuns,
      category: trans.__('Retrace')
    });
    void restorer?.restore(opened, {
      command: commandIds.compareRuns,
      args: widget => {
        const [runId = '', otherId = ''] = widget.id
          .slice(PREFIX.length)
          .split(':');
        return { runId, otherId };
      },
      name: widget => widget.id
    });
  }
};

function newWidget(
  id: string,
  [beforeId, afterId]: readonly [RunId, RunId],
  store: IRunStore,
  host: EnvironmentHost
): MainAreaWidget<ComparisonWidget> {
  const model = new ComparisonModel({
    beforeId,
    afterId,
    store,
    analyserOf: language => languageOf(language)?.analyse,
    now: () => performance.now(),
    schedule: (callback, delayMs) => {
      const timer = window.setTimeout(callback, delayMs);
      return () => window.clearTimeout(timer);
    },
    report: error => console.error('Retrace could not compare runs.', error)
  });
  const widget = new MainAreaWidget({
    content: new ComparisonWidget(model, host)
  });
  widget.id = id;
  widget.title.icon = environmentIcon;
  widget.toolbar.hide();
  return widget;
}
