// The remedies: what a button, a mark or a command does to a notebook.
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import type { Cell } from '@jupyterlab/cells';
import { NotebookActions, type NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator } from '@jupyterlab/translation';

import type { CellId, ExecutionId } from '../../model';
import type { INotebookActions, IRunStore } from '../../tokens';

/** What the actions work with. */
export type ActionsOptions = {
  readonly store: IRunStore;
  readonly dialogs: ISessionContextDialogs;
  readonly translator: ITranslator;
  /** Brings a widget of the shell to the front. */
  activate(widgetId: string): void;
  /** Tells the user, in one sentence, why nothing happened. */
  refuse(reason: string): void;
};

/** Acts through JupyterLab's own notebook actions, so that executors, undo and dialogs are the user's own. */
export class RemedyActions implements INotebookActions {
  constructor(private readonly _options: ActionsOptions) {}

  async goToCell(panel: NotebookPanel, cellId: CellId): Promise<boolean> {
    await panel.revealed;
    const { content: notebook } = panel;
    const index = indexOf(panel, cellId);
    if (panel.isDisposed || index < 0) {
      return false;
    }
    this._options.activate(panel.id);
    notebook.deselectAll();
    notebook.activeCellIndex = index;
    notebook.mode = 'command';
    await notebook.scrollToItem(index, 'smart');
    notebook.activate();
    return true;
  }

  async runCells(
    panel: NotebookPanel,
    cellIds: readonly CellId[]
  ): Promise<void> {
    const wanted = new Set<string>(cellIds);
    await this._run(
      panel,
      panel.content.widgets.filter(cell => wanted.has(cell.model.id))
    );
  }

  async restartAndRunTo(panel: NotebookPanel, cellId: CellId): Promise<void> {
    const { dialogs } = this._options;
    const hasRestarted = await dialogs.restart(panel.sessionContext);
    const index = indexOf(panel, cellId);
    if (!hasRestarted || panel.isDisposed || index < 0) {
      return;
    }
    await this._run(panel, panel.content.widgets.slice(0, index + 1));
  }

  async restoreCell(
    panel: NotebookPanel,
    executionId: ExecutionId
  ): Promise<void> {
    const { store, translator } = this._options;
    const trans = translator.load('jupyterlab_retrace');
    const [execution, payload] = await Promise.all([
      store.execution(executionId),
      store.payload(executionId)
    ]);
    const { model } = panel;
    if (!model || panel.isDisposed) {
      return;
    }
    if (model.readOnly) {
      this._options.refuse(trans.__('The notebook is read-only.'));
      return;
    }
    if (!execution || payload.source === null) {
      this._options.refuse(
        trans.__('The source of this execution is not stored any more.')
      );
      return;
    }
    const count = model.cells.length;
    const { cellId, cellIndex } = execution;
    // With its own id back, the cell is again the one that the recorded executions speak of.
    const isFree = cellId !== null && indexOf(panel, cellId) < 0;
    const cell = model.sharedModel.insertCell(
      Math.min(cellIndex ?? count, count),
      {
        cell_type: 'code',
        source: payload.source,
        metadata: { trusted: true },
        ...(isFree ? { id: cellId } : {})
      }
    );
    await this.goToCell(panel, cell.id as CellId);
  }

  private async _run(
    panel: NotebookPanel,
    cells: readonly Cell[]
  ): Promise<void> {
    const { dialogs, translator } = this._options;
    await NotebookActions.runCells(
      panel.content,
      cells,
      panel.sessionContext,
      dialogs,
      translator
    );
  }
}

function indexOf(panel: NotebookPanel, cellId: CellId): number {
  return panel.content.widgets.findIndex(cell => cell.model.id === cellId);
}
