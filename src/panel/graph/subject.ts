// What the dependence graph view needs of JupyterLab, bound by the plugin.
import type { ISignal } from '@lumino/signaling';

import type { DependenceGraph, GraphNode } from '../../lineage';
import type { Translator } from '../../model';

/** The notebook that the view shows. */
export type GraphSubject = {
  readonly path: string;
  /** Null until there is a forecast. */
  readonly graph: DependenceGraph | null;
  /** False where nothing reads the kernel's language. */
  readonly isAnalysed: boolean;
  /** True when a cell shows an output or has run. */
  readonly hasRun: boolean;
};

/** Binds the view to the application. */
export interface IGraphHost {
  readonly translator: Translator;
  /** The notebook in front; it stays while another kind of document is. Null when none is open. */
  subject(): GraphSubject | null;
  /** Emits when `subject` may give another one. */
  readonly changed: ISignal<IGraphHost, void>;
  /** Goes to the node's cell, or to what ran where the cell is gone. */
  open(node: GraphNode): void;
  /** Gives the focus back to the notebook. */
  leave(): void;
  /** Hands the user a file. */
  download(name: string, mediaType: string, text: string): void;
}
