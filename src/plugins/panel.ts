// The Run History side panel and its commands.
import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IEditorLanguageRegistry } from '@jupyterlab/codemirror';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import type { CellId, ExecutionId } from '../model';
import {
  OpenNotebook,
  placeText,
  RunHistoryModel,
  RunHistoryPanel
} from '../panel';
import {
  IDismissals,
  IDriftWatch,
  IForecaster,
  INotebookActions,
  IRunChecklists,
  IProofs,
  IRunHistoryPanel,
  IRunRecorder,
  IRunStore
} from '../tokens';
import { addCommands } from './panel/commands';
import { addFindingCommands } from './panel/finding-commands';
import { PanelHost } from './panel/host';
import { localeOf } from './panel/locale';

/** Beside the property inspector and the table of contents, before the debugger. */
const RANK = 650;

/** Shows what ran in the notebook in front. */
export const panelPlugin: JupyterFrontEndPlugin<IRunHistoryPanel> = {
  id: 'jupyterlab-retrace:panel',
  description: 'The Run History side panel.',
  autoStart: true,
  provides: IRunHistoryPanel,
  requires: [INotebookTracker, IRunStore, IRunRecorder, IRenderMimeRegistry],
  optional: [
    IForecaster,
    IDismissals,
    INotebookActions,
    IRunChecklists,
    IProofs,
    IDriftWatch,
    IEditorLanguageRegistry,
    ILayoutRestorer,
    ICommandPalette,
    ITranslator
  ],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    store: IRunStore,
    recorder: IRunRecorder,
    rendermime: IRenderMimeRegistry,
    forecaster: IForecaster | null,
    dismissals: IDismissals | null,
    actions: INotebookActions | null,
    checklists: IRunChecklists | null,
    proofs: IProofs | null,
    driftWatch: IDriftWatch | null,
    languages: IEditorLanguageRegistry | null,
    restorer: ILayoutRestorer | null,
    palette: ICommandPalette | null,
    hostTranslator: ITranslator | null
  ): IRunHistoryPanel => {
    const translator = hostTranslator ?? nullTranslator;
    const locale = localeOf(translator);
    const model = new RunHistoryModel({
      store,
      recorder,
      forecaster,
      checklists,
      proofs,
      driftWatch,
      serverRoot: PageConfig.getOption('serverRoot'),
      now: () => performance.now(),
      schedule: (callback, delayMs) => {
        const timer = window.setTimeout(callback, delayMs);
        return () => window.clearTimeout(timer);
      },
      report: error => console.error('Retrace could not read history.', error),
      placeLabel: place => placeText(place, locale)
    });
    const host = new PanelHost({
      app,
      tracker,
      store,
      recorder,
      forecaster,
      checklists,
      actions,
      languages,
      rendermime,
      locale,
      revealExecution: executionId => revealExecution(executionId)
    });
    const panel = new RunHistoryPanel(model, host);
    followNotebook(tracker, model, recorder);
    app.shell.add(panel, 'right', { rank: RANK, type: 'Run History' });
    restorer?.add(panel, panel.id);
    const open = (): void => app.shell.activateById(panel.id);
    const revealExecution = async (executionId: ExecutionId): Promise<void> => {
      open();
      await panel.showExecution(executionId);
    };
    addCommands({
      app,
      tracker,
      store,
      recorder,
      actions,
      palette,
      translator,
      panel,
      open
    });
    addFindingCommands({
      app,
      tracker,
      forecaster,
      dismissals,
      rendermime,
      palette,
      trans: locale.translator
    });
    return {
      revealExecution,
      revealFindings: (cellId?: CellId): Promise<void> => {
        open();
        panel.showFinding(cellId ?? null);
        return Promise.resolve();
      },
      revealWhy: (cellId: CellId): Promise<void> => {
        open();
        panel.showWhy(cellId);
        return Promise.resolve();
      }
    };
  }
};

/** Shows the notebook in front; it stays while another kind of document is in front. */
function followNotebook(
  tracker: INotebookTracker,
  model: RunHistoryModel,
  { mask }: IRunRecorder
): void {
  const show = (): void => {
    const panel = tracker.currentWidget;
    model.setNotebook(panel && new OpenNotebook(panel, mask));
  };
  tracker.currentChanged.connect(show);
  show();
}
