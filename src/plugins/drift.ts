// Says when a notebook's outputs were made under another environment than its kernel's.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import type { Drift } from '../facts';
import { commandIds, driftSentence } from '../panel';
import { IDriftWatch, IRunRecorder, IRunStore } from '../tokens';
import { DriftMemories } from './drift/drift-memory';
import { DriftWatch } from './drift/drift-watch';
import { findDrift } from './drift/find-drift';
import { presentCells } from './forecaster/present-cells';
import { pagePacer } from './panel/page-pacer';
import { noArguments } from './panel/record-commands';

/** One message for each difference, and a line in the Run History panel until it is dismissed. */
export const driftPlugin: JupyterFrontEndPlugin<IDriftWatch> = {
  id: 'jupyterlab-retrace:drift',
  description: 'Tells when outputs were made under another environment.',
  autoStart: true,
  provides: IDriftWatch,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    translator: ITranslator | null
  ): IDriftWatch => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_retrace');
    const report = (error: unknown): void =>
      console.error('Retrace could not compare environments.', error);
    const details = (drift: Drift): void => {
      app.commands
        .execute(commandIds.compareRuns, {
          runId: drift.producer.run.runId,
          otherId: drift.present.run.runId
        })
        .catch(report);
    };
    const memories = new DriftMemories(
      pageStorage(),
      PageConfig.getBaseUrl(),
      report
    );
    const watch = new DriftWatch({
      find: async notebookPath => {
        const panel = tracker.find(each => each.context.path === notebookPath);
        const model = panel?.context.model;
        return panel && model && panel.context.isReady
          ? findDrift({
              store,
              notebookPath,
              serverRoot: PageConfig.getOption('serverRoot'),
              present: recorder.state(notebookPath).run,
              document: presentCells(model)
            })
          : null;
      },
      load: path => memories.load(path),
      save: (path, memory) => memories.save(path, memory),
      tell: (path, drift) => {
        Notification.warning(driftSentence(drift, trans), {
          autoClose: 15_000,
          actions: [
            {
              label: trans.__('Details'),
              callback: () => details(drift)
            },
            {
              label: trans.__('Dismiss'),
              callback: () => watch.dismiss(path)
            }
          ]
        });
      },
      pacerOf: work => pagePacer(work, report)
    });
    recorder.changed.connect((_, path) => watch.request(path));
    tracker.currentChanged.connect((_, panel) => {
      if (panel) {
        watch.request(panel.context.path);
      }
    });
    app.commands.addCommand(commandIds.dismissDrift, {
      label: trans.__('Dismiss Other Environment'),
      caption: trans.__(
        'Say no more of the environment of the shown outputs until the difference changes.'
      ),
      isEnabled: () => {
        const path = tracker.currentWidget?.context.path;
        return path !== undefined && watch.drift(path) !== null;
      },
      execute: () => {
        const path = tracker.currentWidget?.context.path;
        if (path !== undefined) {
          watch.dismiss(path);
        }
      },
      describedBy: noArguments
    });
    return watch;
  }
};

function pageStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    // Some browsers forbid even to ask.
    return null;
  }
}
