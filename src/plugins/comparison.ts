// Two runs of a notebook beside each other, in the main area.
import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { asRunId, type RunId } from '../model';
import { commandIds, ComparisonModel, ComparisonWidget } from '../panel';
import { IRunRecorder, IRunStore } from '../tokens';
import { chooseOther } from './comparison/choose-other';
import { EnvironmentHost } from './environment/environment-host';
import { localeOf } from './panel/locale';
import { canNameRun, namedRun } from './run-pages/named-run';
import { pageServices, RunPages } from './run-pages/run-pages';

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
    const pages = new RunPages({
      app,
      name: 'comparison',
      create: key => newPage(key, store, host)
    });
    app.commands.addCommand(commandIds.compareRuns, {
      label: trans.__('Compare with…'),
      caption: trans.__(
        'Show what a run has otherwise than another one of its notebook.'
      ),
      isEnabled: args => canNameRun(args, tracker),
      execute: async args => {
        const runId = await namedRun(args, { tracker, store, recorder });
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
          pages.open(keyOf(before.runId, after.runId));
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
    pages.restore(restorer, commandIds.compareRuns, key => {
      const [runId, otherId] = runsOf(key);
      return { runId, otherId };
    });
  }
};

/** One page for two runs, the earlier one first. */
function keyOf(beforeId: RunId, afterId: RunId): string {
  return `${beforeId}:${afterId}`;
}

function runsOf(key: string): readonly [RunId, RunId] {
  const [beforeId = '', afterId = ''] = key.split(':');
  return [asRunId(beforeId), asRunId(afterId)];
}

function newPage(
  key: string,
  store: IRunStore,
  host: EnvironmentHost
): ComparisonWidget {
  const [beforeId, afterId] = runsOf(key);
  const model = new ComparisonModel({
    beforeId,
    afterId,
    store,
    ...pageServices,
    report: error => console.error('Retrace could not compare runs.', error)
  });
  return new ComparisonWidget(model, host);
}
