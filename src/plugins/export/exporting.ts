// Finds what to export, shows it and does what the user chose.
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { Clipboard, Dialog, Notification } from '@jupyterlab/apputils';
import type { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { PageConfig } from '@jupyterlab/coreutils';
import type { INotebookTracker } from '@jupyterlab/notebook';

import {
  admittedData,
  dataFilesOf,
  exporters,
  fitting,
  type ExportFile,
  type ExportRecord
} from '../../exporters';
import { languageOf } from '../../languages';
import { createPlans, type Criterion } from '../../lineage';
import {
  runIdOf,
  type CellId,
  type ExecutionId,
  type RunHistory,
  type RunId,
  type Translator
} from '../../model';
import {
  ExportPreview,
  previewFormats,
  previewOf,
  wordingFor,
  type ExportChoice,
  type ExportPreviewProps
} from '../../panel';
import type { IReplayKernels, IRunRecorder, IRunStore } from '../../tokens';
import { maskedCells } from '../forecaster/present-cells';
import { highlightIn } from './highlight';
import { lockFor } from './lock';
import { prepareExport, type PreparedExport } from './prepare';
import { readDataFiles } from './read-data';
import { readRecord } from './record';
import { saveAt } from './save-file';
import { folderOf } from './saving';
import { tidied } from './tidied';

/** Newest runs among which one with executions is looked for. */
const RUNS = 10;

/** What exporting works with. */
export type ExportServices = {
  readonly app: JupyterFrontEnd;
  readonly tracker: INotebookTracker;
  readonly store: IRunStore;
  readonly recorder: IRunRecorder;
  /** Null where no kernel can be asked for what is beside the notebook's. */
  readonly kernels: IReplayKernels | null;
  readonly editorLanguages: IEditorLanguageRegistry | null;
  readonly trans: Translator;
};

/** Exports runs, results and selections; `formatId` is the format that the preview opens with. */
export class Exporting {
  constructor(private readonly _services: ExportServices) {}

  /** Exports a run; the newest one of the notebook in front when none is named. */
  async ofRun(runId: RunId | null, formatId: string): Promise<void> {
    await this._services.recorder.flush();
    const chosen = runId ?? (await this._newestRun())?.run.runId ?? null;
    await this._export(chosen, { kind: 'run' }, formatId);
  }

  /** Exports what led up to one execution. */
  async ofExecution(executionId: ExecutionId, formatId: string): Promise<void> {
    await this._services.recorder.flush();
    const criterion: Criterion = { kind: 'execution', executionId };
    await this._export(runIdOf(executionId), criterion, formatId);
  }

  /** Exports what led up to what the selected cells of the notebook in front show. */
  async ofSelection(formatId: string): Promise<void> {
    const { recorder, tracker, trans } = this._services;
    const notebook = tracker.currentWidget?.content;
    const cellIds = (notebook?.widgets ?? []).flatMap(cell =>
      notebook?.isSelectedOrActive(cell) && cell.model.type === 'code'
        ? [cell.model.id as CellId]
        : []
    );
    await recorder.flush();
    const wanted = new Set<CellId | null>(cellIds);
    const history = await this._newestRun(({ executions }) =>
      executions.some(({ cellId }) => wanted.has(cellId))
    );
    if (!history) {
      this._refuse(
        trans.__('None of the selected cells has run. Run one of them first.')
      );
      return;
    }
    const criterion: Criterion = { kind: 'cells', cellIds };
    await this._export(history.run.runId, criterion, formatId);
  }

  /** The newest run of the notebook in front with executions that suit; else, unless they have to suit, the newest. */
  private async _newestRun(
    suits?: (history: RunHistory) => boolean
  ): Promise<RunHistory | null> {
    const { store, tracker } = this._services;
    const serverRoot = PageConfig.getOption('serverRoot') || undefined;
    const notebookPath = tracker.currentWidget?.context.path;
    if (notebookPath === undefined) {
      return null;
    }
    const runs = await store.list({ notebookPath, serverRoot, limit: RUNS });
    const withCode = runs.filter(run => run.executionCount > 0);
    for (const { runId } of withCode.length > 0 ? withCode : runs) {
      const history = await store.history(runId);
      if (history && (suits?.(history) ?? true)) {
        return history;
      }
    }
    return null;
  }

  private async _export(
    runId: RunId | null,
    criterion: Criterion,
    formatId: string
  ): Promise<void> {
    const { app, recorder, store, tracker, trans } = this._services;
    const history = runId === null ? null : await store.history(runId);
    if (!history) {
      this._refuse(
        runId === null
          ? trans.__(
              'Nothing was recorded for this notebook yet. Run a cell first.'
            )
          : trans.__('This run is not stored any more.')
      );
      return;
    }
    const { notebookPath } = history.run;
    const panel = tracker.find(each => each.context.path === notebookPath);
    const cells = panel?.model
      ? maskedCells(panel.model, recorder.mask)
      : undefined;
    const prepared = prepareExport(
      { history, criterion, cells, mask: recorder.mask, plans: this._plans },
      trans
    );
    if (!prepared.ok) {
      this._refuse(prepared.reason);
      return;
    }
    const { formats, plan } = prepared.value;
    const asked = exporters.find(({ id }) => id === formatId);
    const refusal = asked?.refusal(plan) ?? null;
    if (refusal !== null) {
      this._refuse(trans.__(refusal));
    }
    const writtenAt = new Date().toISOString();
    const record = await readRecord(plan, prepared.value.history, {
      mask: recorder.mask,
      store,
      writtenAt
    });
    const shown = previewFormats(formats, plan, record);
    const ids = (cells ?? []).map(cell => cell.cellId);
    const { cellLabel } = wordingFor(ids, trans);
    const preview = previewOf({
      plan,
      criterion,
      translator: trans,
      cellLabel
    });
    const { contents } = app.serviceManager;
    const folder = folderOf(notebookPath, contents.driveName(notebookPath));
    const choice = await this._ask({
      preview,
      formats: shown,
      formatId,
      folder,
      translator: trans,
      canTidy:
        this._services.kernels !== null &&
        languageOf(plan.language)?.id === 'python'
    });
    const scriptText = (): string =>
      shown.find(({ id }) => id === 'script')?.contents().text?.content ?? '';
    if (choice === 'copy') {
      this._copy(scriptText());
    } else if (choice !== null && choice.path !== '') {
      const file = await this._fileOf(prepared.value, record, choice, folder);
      await saveAt(choice.path, file, {
        contents,
        translator: trans,
        copied: scriptText(),
        open: path => void app.commands.execute('docmanager:open', { path }),
        copy: text => this._copy(text)
      });
    }
  }

  /** The chosen file; data is read only now, when it is known to be wanted. */
  private async _fileOf(
    { formats, plan }: PreparedExport,
    record: ExportRecord,
    { asksIndex, dataLimitBytes, formatId, isTidied }: ExportChoice,
    folder: string
  ): Promise<ExportFile> {
    const { contents } = this._services.app.serviceManager;
    const exporter = formats.find(({ id }) => id === formatId) ?? formats[0];
    const wanted =
      exporter?.id === 'bundle'
        ? fitting(dataFilesOf(plan, record.history), dataLimitBytes)
        : [];
    const read = await readDataFiles(wanted, folder, contents);
    const { mask } = this._services.recorder;
    const admitted = admittedData(read, dataLimitBytes, mask);
    if (admitted.leftOut.size > 0) {
      this._tellLeftOut([...admitted.leftOut.keys()]);
    }
    const { run } = record.history;
    const { kernels, trans: translator } = this._services;
    const helped = { kernels, mask, translator };
    const lock =
      exporter?.id === 'bundle' && asksIndex
        ? await lockFor(plan, run, helped)
        : {};
    const whole = { ...record, ...admitted, ...lock };
    const [file] = exporter?.render(plan, whole) ?? [];
    if (!file) {
      throw new Error(`The exporter ${formatId} wrote nothing`);
    }
    return exporter?.id === 'script' && isTidied
      ? tidied(file, run, helped)
      : file;
  }

  private async _ask(
    shown: Omit<ExportPreviewProps, 'highlight'>
  ): Promise<ExportChoice | 'copy' | null> {
    const { trans } = this._services;
    const dialog = new Dialog<ExportChoice>({
      title: shown.preview.title,
      body: new ExportPreview({
        ...shown,
        highlight: (file, element) =>
          highlightIn(this._services.editorLanguages, file, element)
      }),
      // What would be saved scrolls with the keys at once; Enter saves all the same.
      focusNodeSelector: '.jp-RetraceExport-script, .jp-RetraceExport-contents',
      buttons: [
        Dialog.cancelButton({ label: trans.__('Cancel') }),
        Dialog.cancelButton({
          label: trans.__('Copy'),
          caption: trans.__('Copy the script to the clipboard'),
          actions: ['copy']
        }),
        Dialog.okButton({
          label: trans.__('Save'),
          caption: trans.__('Save it under the name above')
        })
      ]
    });
    dialog.addClass('jp-RetraceExportDialog');
    const { button, value } = await dialog.launch();
    if (button.actions.includes('copy')) {
      return 'copy';
    }
    return button.accept ? value : null;
  }

  private _copy(text: string): void {
    Clipboard.copyToSystem(text);
    Notification.success(this._services.trans.__('Script copied.'), {
      autoClose: 3000
    });
  }

  private _tellLeftOut(paths: readonly string[]): void {
    const { trans } = this._services;
    Notification.warning(
      trans.__(
        'Left out of the bundle: %1. Its README says why.',
        paths.join(', ')
      ),
      { autoClose: 8000 }
    );
  }

  private _refuse(reason: string): void {
    Notification.warning(reason, { autoClose: 8000 });
  }

  private readonly _plans = createPlans();
}
