// What can be done to a notebook, and the panel that shows its history.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Token } from '@lumino/coreutils';

import type { CellId, ExecutionId } from '../model';

/** What the panel, the marks, the palette and menus can do to a notebook; one place for all of them. */
export interface INotebookActions {
  /** Activates the notebook and scrolls to the cell; false when the cell is gone. */
  goToCell(panel: NotebookPanel, cellId: CellId): Promise<boolean>;
  /** Runs cells in the order of the document. */
  runCells(panel: NotebookPanel, cellIds: readonly CellId[]): Promise<void>;
  /** Asks, restarts the kernel and runs all cells up to and including this one. */
  restartAndRunTo(panel: NotebookPanel, cellId: CellId): Promise<void>;
  /** Inserts a cell with the source that an execution ran, where it stood; undo takes it out again. */
  restoreCell(panel: NotebookPanel, executionId: ExecutionId): Promise<void>;
}

export const INotebookActions = new Token<INotebookActions>(
  'jupyterlab-retrace:INotebookActions',
  'Acts on a notebook as a remedy or a history entry asks.'
);

/** Shows the panel at one place of a notebook's history. */
export interface IRunHistoryPanel {
  /** Opens the panel and brings an execution into view. */
  revealExecution(executionId: ExecutionId): Promise<void>;
  /** Opens the panel at the findings, with the cell's one focused when a cell is given. */
  revealFindings(cellId?: CellId): Promise<void>;
  /** The same with the picture of why the cell's output would not come out again. */
  revealWhy(cellId: CellId): Promise<void>;
}

export const IRunHistoryPanel = new Token<IRunHistoryPanel>(
  'jupyterlab-retrace:IRunHistoryPanel',
  'The Run History side panel.'
);
