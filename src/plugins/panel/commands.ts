// The commands of the Run History panel.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Dialog, showDialog, type ICommandPalette } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { asRunId, type ExecutionId, type RunId } from '../../model';
import { commandIds, type RunHistoryPanel } from '../../panel';
import type { INotebookActions, IRunRecorder, IRunStore } from '../../tokens';

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
  const notebookCommands: { readonly [id: string]: Command } = {
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

type Command = Parameters<JupyterFrontEnd['commands']['addCommand']>[1];
type Commands = { readonly [id: string]: Command };

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

function clearCommands(options: Options): Commands {
  const { store, tracker, trans } = options;
  return {
    [commandIds.clearNotebook]: {
      label: trans.__('Clear History of This Notebook…'),
      caption: trans.__('Remove all recorded runs of the notebook in front.'),
      isEnabled: () => tracker.currentWidget !== null,
      execute: async () => {
        const path = tracker.currentWidget?.context.path;
        if (path === undefined) {
          return;
        }
        const runIds = await allRunsOf(store, path);
        const name = path.slice(path.lastIndexOf('/') + 1);
        const isSure = await confirm(options, {
          title: trans.__('Clear the history of this notebook?'),
          body: trans._n(
            '%1 run of “%2” will be removed, pinned ones too. This cannot be undone. The notebook itself does not change.',
            '%1 runs of “%2” will be removed, pinned ones too. This cannot be undone. The notebook itself does not change.',
            runIds.length,
            shortened(name)
          ),
          accept: trans.__('Clear')
        });
        if (isSure) {
          await store.remove(runIds);
        }
      },
      describedBy: noArguments
    },
    [commandIds.clearAll]: {
      label: trans.__('Clear All History…'),
      caption: trans.__('Remove everything recorded at this address.'),
      execute: async () => {
        const { runs } = await store.usage();
        const isSure = await confirm(options, {
          title: trans.__('Clear all history?'),
          body: trans._n(
            '%1 run will be removed: everything that was recorded at this address, of all notebooks. This cannot be undone. No notebook changes.',
            '%1 runs will be removed: everything that was recorded at this address, of all notebooks. This cannot be undone. No notebook changes.',
            runs
          ),
          accept: trans.__('Clear everything')
        });
        if (isSure) {
          await store.clear();
        }
      },
      describedBy: noArguments
    }
  };
}

async function allRunsOf(
  store: IRunStore,
  notebookPath: string
): Promise<readonly RunId[]> {
  const serverRoot = PageConfig.getOption('serverRoot');
  const runIds: RunId[] = [];
  for (;;) {
    const before = runIds[runIds.length - 1];
    const page = await store.list({
      notebookPath,
      ...(serverRoot === '' ? {} : { serverRoot }),
      ...(before === undefined ? {} : { before })
    });
    if (page.length === 0) {
      return runIds;
    }
    runIds.push(...page.map(run => run.runId));
  }
}

function runCommands(options: Options): Commands {
  const { store, trans } = options;
  return {
    [commandIds.pinRun]: {
      label: args =>
        args.isPinned === false ? trans.__('Unpin') : trans.__('Pin'),
      caption: trans.__('Pinned runs are never removed to save space.'),
      isEnabled: args => typeof args.runId === 'string',
      execute: args =>
        store.setPinned(runIdFrom(args), args.isPinned !== false),
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: { type: 'string', description: trans.__('The run') },
            isPinned: {
              type: 'boolean',
              description: trans.__('False to unpin; true by default')
            }
          },
          required: ['runId']
        }
      }
    },
    [commandIds.deleteRun]: {
      label: trans.__('Delete Run…'),
      caption: trans.__('Remove a run and everything recorded in it.'),
      isEnabled: args => typeof args.runId === 'string',
      execute: async args => {
        const run = await store.get(runIdFrom(args));
        if (!run) {
          return;
        }
        const isSure = await confirm(options, {
          title: trans.__('Delete run %1?', run.number),
          body: trans._n(
            'Its record with %1 execution will be removed. This cannot be undone. The notebook itself does not change.',
            'Its record with %1 executions will be removed. This cannot be undone. The notebook itself does not change.',
            run.executionCount
          ),
          accept: trans.__('Delete')
        });
        if (isSure) {
          await store.remove([run.runId]);
        }
      },
      describedBy: {
        args: {
          type: 'object',
          properties: {
            runId: { type: 'string', description: trans.__('The run') }
          },
          required: ['runId']
        }
      }
    }
  };
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

const noArguments = { args: { type: 'object', properties: {} } };

function runIdFrom(args: ReadonlyPartialJSONObject): RunId {
  return asRunId(String(args.runId));
}

function shortened(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}

async function confirm(
  { trans }: Options,
  question: {
    readonly title: string;
    readonly body: string;
    readonly accept: string;
  }
): Promise<boolean> {
  const result = await showDialog({
    title: question.title,
    body: question.body,
    buttons: [
      Dialog.cancelButton({ label: trans.__('Cancel') }),
      Dialog.warnButton({ label: question.accept })
    ],
    defaultButton: 0
  });
  return result.button.accept;
}
