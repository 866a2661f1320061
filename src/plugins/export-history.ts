// Writes everything that was recorded of a notebook into one file, for the command line and for other browsers.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { toHistoryFile, type Json } from '../model';
import { commandIds } from '../panel';
import { reportDataOf } from '../recording';
import { IRunRecorder, IRunStore } from '../tokens';
import { download } from './export/download';
import { historyFileName, readHistory } from './export/history';
import { maskedCells } from './forecaster/present-cells';

/** Lets the history of a notebook leave the browser. */
export const exportHistoryPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:export-history',
  description: 'Exports what was recorded of a notebook as a history file.',
  autoStart: true,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_retrace');
    app.commands.addCommand(commandIds.exportHistory, {
      label: trans.__('Export History'),
      caption: trans.__(
        'Download everything that was recorded of the notebook in front, as a file that the “retrace” command line reads.'
      ),
      isEnabled: () => tracker.currentWidget !== null,
      execute: async () => {
        const panel = tracker.currentWidget;
        if (!panel) {
          return;
        }
        await recorder.flush();
        const file = await historyOf(panel, store, recorder);
        if (file === null) {
          Notification.warning(
            trans.__(
              'Nothing was recorded for this notebook yet. Run a cell first.'
            ),
            { autoClose: 8000 }
          );
          return;
        }
        const name = historyFileName(panel.context.path);
        download(name, JSON.stringify(file), 'application/json');
      },
      describedBy: { args: { type: 'object', properties: {} } }
    });
    palette?.addItem({
      command: commandIds.exportHistory,
      category: trans.__('Retrace')
    });
  }
};

/** The history file of an open notebook; null when nothing ran in it. */
async function historyOf(
  panel: NotebookPanel,
  store: IRunStore,
  { mask }: IRunRecorder
): Promise<Json> {
  const { path } = panel.context;
  const serverRoot = PageConfig.getOption('serverRoot') || undefined;
  const { runs, ...rest } = await readHistory(
    store,
    {
      notebookPath: path,
      serverRoot
    },
    mask
  );
  return panel.model && runs.some(({ executions }) => executions.length > 0)
    ? toHistoryFile({
        path,
        document: maskedCells(panel.model, mask),
        runs,
        ...rest,
        reportData: reportDataOf
      })
    : null;
}
