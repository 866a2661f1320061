// Exports what really ran as a script, with a look at it first.
import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import {
  Clipboard,
  Dialog,
  ICommandPalette,
  Notification
} from '@jupyterlab/apputils';
import { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import type { ExportFile } from '../exporters';
import {
  asRunId,
  runIdOf,
  type ExecutionId,
  type RunId,
  type Translator
} from '../model';
import {
  commandIds,
  ExportPreview,
  previewOf,
  wordingFor,
  type ExportPreviewProps
} from '../panel';
import { IRunRecorder, IRunStore } from '../tokens';
import { prepareScript } from './export/prepare';
import { saveBeside } from './export/save-file';
import { presentCells } from './forecaster/present-cells';

/** Larger scripts are shown without colours. */
const HIGHLIGHT_LIMIT = 200_000;
/** Newest runs among which one with executions is looked for. */
const RUNS = 10;

/** Writes scripts of what ran. */
export const exportPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-retrace:export',
  description: 'Exports what ran as a script.',
  autoStart: true,
  requires: [INotebookTracker, IRunStore, IRunRecorder],
  optional: [IEditorLanguageRegistry, ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    editorLanguages: IEditorLanguageRegistry | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_retrace');
    const exportScript = new ScriptExport({
      app,
      tracker,
      store,
      recorder,
      editorLanguages,
      trans
    });
    app.commands.addCommand(commandIds.exportRun, {
      // The submenu has “Export” in its own name.
      label: args =>
        args.isSubmenu === true
          ? trans.__('Script of What Ran…')
          : trans.__('Export Script of What Ran…'),
      caption: trans.__(
        'Write a script of what ran in this notebook’s newest run, in the order in which it ran.'
      ),
      isEnabled: args =>
        typeof args.runId === 'string' || tracker.currentWidget !== null,
      execute: args => exportScript.ofRun(textOf(args, 'runId')),
      describedBy: { args: argumentSchema('runId') }
    });
    app.commands.addCommand(commandIds.exportExecution, {
      label: trans.__('Export Script up to This Execution…'),
      caption: trans.__('Write a script of what this result depends on.'),
      isVisible: args => typeof args.executionId === 'string',
      isEnabled: args => typeof args.executionId === 'string',
      execute: args => exportScript.ofExecution(textOf(args, 'executionId')),
      describedBy: { args: argumentSchema('executionId') }
    });
    palette?.addItem({
      command: commandIds.exportRun,
      category: trans.__('Retrace')
    });
  }
};

type Services = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  readonly editorLanguages: IEditorLanguageRegistry | null;
  readonly trans: Translator;
};

/** Finds what to export, shows it and does what the user chose. */
class ScriptExport {
  constructor(private readonly _services: Services) {}

  /** Exports a run; the newest one of the notebook in front when none is named. */
  async ofRun(runId: string | null): Promise<void> {
    await this._services.recorder.flush();
    const chosen = runId === null ? await this._newestRun() : asRunId(runId);
    if (chosen === null) {
      this._refuse(
        this._services.trans.__(
          'Nothing was recorded for this notebook yet. Run a cell first.'
        )
      );
      return;
    }
    await this._export(chosen, null);
  }

  /** Exports what led up to one execution. */
  async ofExecution(executionId: string | null): Promise<void> {
    if (executionId !== null) {
      const target = executionId as ExecutionId;
      await this._services.recorder.flush();
      await this._export(runIdOf(target), target);
    }
  }

  private async _newestRun(): Promise<RunId | null> {
    const { store, tracker } = this._services;
    const serverRoot = PageConfig.getOption('serverRoot') || undefined;
    const notebookPath = tracker.currentWidget?.context.path;
    if (notebookPath === undefined) {
      return null;
    }
    const runs = await store.list({ notebookPath, serverRoot, limit: RUNS });
    const newest = runs.find(run => run.executionCount > 0) ?? runs[0];
    return newest?.runId ?? null;
  }

  private async _export(
    runId: RunId,
    target: ExecutionId | null
  ): Promise<void> {
    const { store, tracker, trans } = this._services;
    const history = await store.history(runId);
    if (!history) {
      this._refuse(trans.__('This run is not stored any more.'));
      return;
    }
    const { notebookPath } = history.run;
    const panel = tracker.find(each => each.context.path === notebookPath);
    const cells = panel?.model ? presentCells(panel.model) : undefined;
    const prepared = prepareScript({ history, target, cells }, trans);
    if (!prepared.ok) {
      this._refuse(prepared.reason);
      return;
    }
    const { file, plan } = prepared.value;
    const { cellLabel } = wordingFor(
      (cells ?? []).map(cell => cell.cellId),
      trans
    );
    const preview = previewOf({ plan, target, translator: trans, cellLabel });
    const choice = await this._ask({ preview, file, translator: trans });
    if (choice === 'copy') {
      this._copy(file.content);
    } else if (choice === 'save') {
      await saveBeside(notebookPath, file, {
        contents: this._services.app.serviceManager.contents,
        translator: trans,
        open: path =>
          void this._services.app.commands.execute('docmanager:open', { path }),
        copy: text => this._copy(text)
      });
    }
  }

  private async _ask(
    shown: Omit<ExportPreviewProps, 'highlight'>
  ): Promise<'save' | 'copy' | null> {
    const { trans } = this._services;
    const dialog = new Dialog({
      title: shown.preview.title,
      body: new ExportPreview({
        ...shown,
        highlight: (file, element) => this._highlight(file, element)
      }),
      // The script scrolls with the keys at once; Enter saves all the same.
      focusNodeSelector: '.jp-RetraceExport-script',
      buttons: [
        Dialog.cancelButton({ label: trans.__('Cancel') }),
        Dialog.cancelButton({
          label: trans.__('Copy'),
          caption: trans.__('Copy the script to the clipboard'),
          actions: ['copy']
        }),
        Dialog.okButton({
          label: trans.__('Save'),
          caption: trans.__('Save as %1 next to the notebook', shown.file.name)
        })
      ]
    });
    dialog.addClass('jp-RetraceExportDialog');
    const { button } = await dialog.launch();
    if (button.actions.includes('copy')) {
      return 'copy';
    }
    return button.accept ? 'save' : null;
  }

  private async _highlight(
    { content, mediaType }: ExportFile,
    element: HTMLElement
  ): Promise<void> {
    const { editorLanguages } = this._services;
    const language = editorLanguages?.findByMIME(mediaType) ?? null;
    if (editorLanguages && language && content.length < HIGHLIGHT_LIMIT) {
      await editorLanguages.highlight(content, language, element);
    } else {
      element.textContent = content;
    }
  }

  private _copy(text: string): void {
    Clipboard.copyToSystem(text);
    Notification.success(this._services.trans.__('Script copied.'), {
      autoClose: 3000
    });
  }

  private _refuse(reason: string): void {
    Notification.warning(reason, { autoClose: 8000 });
  }
}

function textOf(args: ReadonlyPartialJSONObject, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

function argumentSchema(name: string): {
  type: string;
  properties: { [name: string]: { type: string } };
} {
  return { type: 'object', properties: { [name]: { type: 'string' } } };
}
