// What the panel needs to know of the notebook that it shows; an adapter over JupyterLab's widget provides it.
import type { IDisposable } from '@lumino/disposable';
import type { ISignal } from '@lumino/signaling';

import type { CellId } from '../../model';

/** The notebook that stands in front, as far as the panel reads it. */
export interface INotebookInView extends IDisposable {
  /** Path in the contents manager, drive prefix included. */
  readonly path: string;
  /** False for a notebook without a kernel. */
  readonly hasKernel: boolean;
  /** Media type of its code, for highlighting; empty when unknown. */
  readonly codeMediaType: string;
  /** Position among all cells, from 0, of each cell that is there now. */
  readonly cells: ReadonlyMap<CellId, number>;
  /** The source that a cell shows now; null when the cell is gone. */
  source(cellId: CellId): string | null;
  /** Emits after its path, kernel, cells or their sources changed. */
  readonly changed: ISignal<INotebookInView, void>;
}
