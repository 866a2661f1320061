// The cells of an open notebook, hashed again only when a source or the order changed.
import type { ICellModel } from '@jupyterlab/cells';
import type { INotebookModel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';

import {
  asCellId,
  hashOf,
  type BlobHash,
  type CellId,
  type CellType,
  type DocumentCell,
  type DocumentHash
} from '../model';
import { documentHashOfHashed, type Mask } from '../recording';

/** A document at one moment. */
export type DocumentSnapshot = {
  readonly documentHash: DocumentHash;
  readonly cells: readonly DocumentCell[];
  /** Position of each cell, from 0. */
  readonly indexes: ReadonlyMap<CellId, number>;
};

type HashedCell = DocumentCell & {
  /** The source with its secrets. */
  readonly raw: string;
  readonly sourceHash: BlobHash;
};

/** Gives the present document; equal documents give the same object. */
export class DocumentWatch implements IDisposable {
  private readonly _model: INotebookModel;
  private readonly _mask: Mask;
  private readonly _watched = new WeakSet<ICellModel>();
  private _known = new Map<string, HashedCell>();
  private _snapshot: DocumentSnapshot | null = null;
  private _isDisposed = false;

  /** What the mask takes out of sources does not count. */
  constructor(model: INotebookModel, mask: Mask) {
    this._model = model;
    this._mask = mask;
    model.cells.changed.connect(this._forget, this);
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      if (!this._model.isDisposed) {
        this._model.cells.changed.disconnect(this._forget, this);
      }
    }
  }

  /** The document as it stands. */
  get snapshot(): DocumentSnapshot {
    this._snapshot ??= this._read();
    return this._snapshot;
  }

  private _forget(): void {
    this._snapshot = null;
  }

  /** Outputs and metadata change far more often than sources, and do not count. */
  private _watch(cell: ICellModel): void {
    if (!this._watched.has(cell)) {
      this._watched.add(cell);
      cell.sharedModel.changed.connect((_, change) => {
        if (change.sourceChange !== undefined) {
          this._forget();
        }
      });
    }
  }

  private _hashed({ id, type }: ICellModel, raw: string): HashedCell {
    const source = this._mask(raw);
    return {
      cellId: asCellId(id),
      type: type as CellType,
      raw,
      source,
      sourceHash: hashOf(source)
    };
  }

  private _read(): DocumentSnapshot {
    const known = new Map<string, HashedCell>();
    const cells: HashedCell[] = [];
    for (const cell of this._model.cells) {
      this._watch(cell);
      const raw = cell.sharedModel.getSource();
      const before = this._known.get(cell.id);
      const hashed =
        before?.raw === raw && before.type === cell.type
          ? before
          : this._hashed(cell, raw);
      known.set(cell.id, hashed);
      cells.push(hashed);
    }
    this._known = known;
    return {
      documentHash: documentHashOfHashed(cells),
      cells: cells.map(({ cellId, type, source }) => ({
        cellId,
        type,
        source
      })),
      indexes: new Map(cells.map((cell, index) => [cell.cellId, index]))
    };
  }
}
