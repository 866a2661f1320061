// Where the cells of one open notebook stand, and the documents in which they stood when they were run.
import type { NotebookPanel } from '@jupyterlab/notebook';

import { asCellId, type DocumentCell, type DocumentHash } from '../model';
import type { Place } from '../recording';
import { DocumentWatch } from './document-watch';
import { ScheduledCells } from './scheduled-cells';

/** Documents remembered until an event that names them is folded in. */
const REMEMBERED_DOCUMENTS = 500;

/** The places of a notebook's cells; none before its document is read, and none after it was closed. */
export class CellPlaces {
  /** @param mask - What is kept of a text with secrets in it. */
  constructor(panel: NotebookPanel, mask: (text: string) => string) {
    void panel.context.ready.then(() => {
      if (!panel.isDisposed && panel.model !== null) {
        this._document = new DocumentWatch(panel.model, mask);
      }
    });
  }

  /** Where a cell stands now; null when the notebook has no such cell. */
  placeOf(cellId: string): Place | null {
    const snapshot = this._document?.snapshot;
    const cellIndex = snapshot?.indexes.get(asCellId(cellId));
    if (snapshot === undefined || cellIndex === undefined) {
      return null;
    }
    this._documents.set(snapshot.documentHash, snapshot.cells);
    return {
      cellId: asCellId(cellId),
      cellIndex,
      documentHash: snapshot.documentHash
    };
  }

  /** The cell that a probe named, if it is one of this notebook; where it stood then is not known. */
  reportedPlace(cellId: string): Place | null {
    const place = this.placeOf(cellId);
    return place === null
      ? null
      : { ...place, documentHash: null, cellIndex: null };
  }

  /** The notebook asked for a cell to be run: a server may do it for the page, with a request that the page never sees. */
  schedule(cellId: string, code: string): void {
    this._scheduled.add(cellId, code);
  }

  /** The only cell that was scheduled with this code and not submitted since; null when there is none, or more than one. */
  takeScheduled(code: string): Place | null {
    const cellId = this._scheduled.takeOnly(code);
    return cellId === null ? null : this.placeOf(cellId);
  }

  /** A request for a scheduled cell was seen: gives the cells of the document in which it stood, if they are remembered. */
  settle({ cellId, documentHash }: Place): readonly DocumentCell[] | undefined {
    this._scheduled.remove(cellId);
    const cells = documentHash ? this._documents.get(documentHash) : undefined;
    for (const oldest of this._documents.keys()) {
      if (this._documents.size <= REMEMBERED_DOCUMENTS) {
        break;
      }
      this._documents.delete(oldest);
    }
    return cells;
  }

  /** The notebook was closed. */
  dispose(): void {
    this._document?.dispose();
    this._document = null;
  }

  private _document: DocumentWatch | null = null;
  private readonly _documents = new Map<
    DocumentHash,
    readonly DocumentCell[]
  >();
  private readonly _scheduled = new ScheduledCells();
}
