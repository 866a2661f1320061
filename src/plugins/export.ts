// Exports what really ran as a script, a notebook or a bundle, with a look at it first.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { asRunId, type ExecutionId, type Translator } from '../model';
import { commandIds } from '../panel';
import { IReplayKernels, IRunRecorder, IRunStore } from '../tokens';
import { Exporting } from './export/exporting';

/** Writes scripts, notebooks and bundles of what ran. */
export const exportPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:export',
  description: 'Exports what ran as a script, a notebook or a bundle.',
  autoStart: true,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [
    IReplayKernels,
    IEditorLanguageRegistry,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    kernels: IReplayKernels | null,
    editorLanguages: IEditorLanguageRegistry | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_retrace');
    const exporting = new Exporting({
      app,
      tracker,
      store,
      recorder,
      kernels,
      editorLanguages,
      trans
    });
    const { commands } = app;
    commands.addCommand(commandIds.exportRun, {
      label: args => runLabel(formatOf(args), args.isSubmenu === true, trans),
      caption: trans.__(
        'Write what ran in this notebook’s newest run, in the order in which it ran, as one file.'
      ),
      isEnabled: args =>
        typeof args.runId === 'string' || tracker.currentWidget !== null,
      execute: args => {
        const runId = textOf(args, 'runId');
        return exporting.ofRun(
          runId === null ? null : asRunId(runId),
          formatOf(args)
        );
      },
      describedBy: { args: argumentSchema('runId', 'format') }
    });
    commands.addCommand(commandIds.exportExecution, {
      label: trans.__('Export Script up to This Execution…'),
      caption: trans.__('Write a script of what this result depends on.'),
      isVisible: args => typeof args.executionId === 'string',
      isEnabled: args => typeof args.executionId === 'string',
      execute: args => {
        const executionId = textOf(args, 'executionId');
        return executionId === null
          ? Promise.resolve()
          : exporting.ofExecution(executionId as ExecutionId, formatOf(args));
      },
      describedBy: { args: argumentSchema('executionId', 'format') }
    });
    commands.addCommand(commandIds.exportSelection, {
      label: trans.__('Export What Led to Selected Cells…'),
      caption: trans.__(
        'Write what the outputs of the selected cells came from, as a script, a notebook or a bundle.'
      ),
      isEnabled: () => tracker.currentWidget !== null,
      execute: args => exporting.ofSelection(formatOf(args)),
      describedBy: { args: argumentSchema('format') }
    });
    const category = trans.__('Retrace');
    for (const format of ['script', 'notebook', 'bundle']) {
      palette?.addItem({
        command: commandIds.exportRun,
        args: { format },
        category
      });
    }
    palette?.addItem({ command: commandIds.exportSelection, category });
  }
};

/** The submenu has “Export” in its own name. */
function runLabel(
  format: string,
  isSubmenu: boolean,
  trans: Translator
): string {
  switch (format) {
    case 'notebook':
      return isSubmenu
        ? trans.__('Notebook of What Ran…')
        : trans.__('Export Notebook of What Ran…');
    case 'bundle':
      return isSubmenu
        ? trans.__('Bundle of What Ran…')
        : trans.__('Export Bundle of What Ran…');
    default:
      return isSubmenu
        ? trans.__('Script of What Ran…')
        : trans.__('Export Script of What Ran…');
  }
}

function formatOf(args: ReadonlyPartialJSONObject): string {
  return textOf(args, 'format') ?? 'script';
}

function textOf(args: ReadonlyPartialJSONObject, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function argumentSchema(...names: readonly string[]): {
  type: string;
  properties: { [name: string]: { type: string } };
} {
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map(name => [name, { type: 'string' }])
    )
  };
}
