// The commands of the Run History panel.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';

import type { ExecutionId } from '../../model';
import { commandIds, type RunHistoryPanel } from '../../panel';
import type { INotebookActions, IRunRecorder, IRunStore } from '../../tokens';
import {
  clearCommands,
  noArguments,
  runCommands,
  type Commands
} from './record-commands';

export type CommandOptions = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly actions: INotebookActions | null;
  readonly palette: ICommandPalette | null;
  readonly translator: ITranslator;
  readonly panel: RunHistoryPanel;
  /** Brings the panel to the front. */
  open(): void;
};

type Options = CommandOptions & { readonly trans: TranslationBundle };

/** Adds them all; those that need no argument are in the palette. */
export function addCommands(options: CommandOptions): void {
  const trans = options.translator.load('jupyterlab_retrace');
  const all = { ...options, trans };
  const { app, palette } = options;
  const notebookCommands: Commands = {
    ...viewCommands(all),
    ...clearCommands(all)
  };
  const others = { ...runCommands(all), ...executionCommands(all) };
  for (const [id, command] of Object.entries({
    ...notebookCommands,
    ...others
  })) {
    app.commands.addCommand(id, command);
  }
  for (const command of Object.keys(notebookCommands)) {
    palette?.addItem({ command, category: trans.__('Retrace') });
  }
}

function viewCommands(options: Options): Commands {
  const { panel, recorder, store, tracker, trans } = options;
  const state = (): { readonly isRecording: boolean } => {
    const notebook = tracker.currentWidget;
    return notebook
      ? recorder.state(notebook.context.path)
      : { isRecording: false };
  };
  return {
    [commandIds.openHistory]: {
      label: trans.__('Show Run History'),
      caption: trans.__('Show what ran in the notebook in front, and when.'),
      execute: () => options.open(),
      describedBy: noArguments
    },
    [commandIds.toggleRecording]: {
      label: trans.__('Record Runs of This Notebook'),
      caption: trans.__(
        'Switch recording on or off for the notebook in front.'
      ),
      isToggleable: true,
      isToggled: () => state().isRecording,
      isEnabled: () => tracker.currentWidget !== null,
      execute: () => {
        const notebook = tracker.currentWidget;
        if (notebook) {
          recorder.setRecording(notebook.context.path, !state().isRecording);
        }
      },
      describedBy: noArguments
    },
    [commandIds.showCellHistory]: {
      label: trans.__('Show Cell in Run History'),
      caption: trans.__('Show the last execution of the active cell.'),
      isEnabled: () => tracker.activeCell?.model.type === 'code',
      execute: async () => {
        const notebook = tracker.currentWidget;
        const cellId = tracker.activeCell?.model.id;
        options.open();
        const found =
          notebook && cellId !== undefined
            ? await lastExecution(store, notebook, cellId)
            : null;
        if (found) {
          await panel.showExecution(found);
        }
      },
      describedBy: noArguments
    }
  };
}

/** The newest execution of a cell among the notebook's newest runs. */
async function lastExecution(
  store: IRunStore,
  notebook: NotebookPanel,
  cellId: string
): Promise<ExecutionId | null> {
  const runs = await store.list({
    notebookPath: notebook.context.path,
    limit: 20
  });
  for (const run of runs) {
    const executions = await store.executions(run.runId);
    for (let index = executions.length - 1; index >= 0; index -= 1) {
      const execution = executions[index];
      if (execution?.cellId === cellId) {
        return execution.executionId;
      }
    }
  }
  return null;
}

function executionCommands(options: Options): Commands {
  const { actions, tracker, trans } = options;
  if (!actions) {
    return {};
  }
  return {
    [commandIds.restoreExecution]: {
      label: trans.__('Restore as New Cell'),
      caption: trans.__(
        'Insert a cell with the code that an execution ran, where it stood.'
      ),
      isEnabled: args =>
        typeof args.executionId === 'string' && tracker.currentWidget !== null,
      execute: async args => {
        const notebook = tracker.currentWidget;
        if (notebook && typeof args.executionId === 'string') {
          await actions.restoreCell(notebook, args.executionId as ExecutionId);
        }
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            executionId: {
              type: 'string',
              description: trans.__('The execution')
            }
          },
          required: ['executionId']
        }
      }
    }
  };
}
