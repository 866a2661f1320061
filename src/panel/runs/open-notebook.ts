// An open notebook panel as the Run History view reads it.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';

import { asCellId, type CellId } from '../../model';
import type { INotebookInView } from './notebook-in-view';

/** Listens to a notebook's path, kernel, cells and their sources. */
export class OpenNotebook implements INotebookInView {
  /** Sources are told as a record would hold them, without secrets. */
  constructor(
    readonly panel: NotebookPanel,
    private readonly _mask: (text: string) => string
  ) {
    panel.context.pathChanged.connect(this._emit, this);
    panel.sessionContext.kernelChanged.connect(this._emit, this);
    panel.content.modelChanged.connect(this._onModelChanged, this);
    panel.content.modelContentChanged.connect(this._onContentChanged, this);
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get path(): string {
    return this.panel.context.path;
  }

  get hasKernel(): boolean {
    return Boolean(this.panel.sessionContext.session?.kernel);
  }

  get codeMediaType(): string {
    return this.panel.content.codeMimetype;
  }

  get cells(): ReadonlyMap<CellId, number> {
    this._cells ??= new Map(
      Array.from(this.panel.model?.cells ?? [], (cell, index) => [
        asCellId(cell.id),
        index
      ])
    );
    return this._cells;
  }

  source(cellId: CellId): string | null {
    const index = this.cells.get(cellId);
    const cell =
      index === undefined ? undefined : this.panel.model?.cells.get(index);
    return cell ? this._mask(cell.sharedModel.getSource()) : null;
  }

  dispose(): void {
    this._isDisposed = true;
    Signal.clearData(this);
  }

  private _onModelChanged(): void {
    this._onContentChanged();
  }

  private _onContentChanged(): void {
    this._cells = null;
    this._emit();
  }

  private _emit(): void {
    this._changed.emit();
  }

  private _cells: ReadonlyMap<CellId, number> | null = null;
  private readonly _changed = new Signal<this, void>(this);
  private _isDisposed = false;
}
