// Documents that wait until a stored execution names them; each is stored once.
import type { DocumentCell, DocumentHash, Execution } from '../model';
import type { RunBatch } from '../tokens';

/** Holds documents between the submission of a cell and the transaction that stores its execution. */
export class DocumentShelf {
  private readonly _waiting = new Map<DocumentHash, readonly DocumentCell[]>();
  private readonly _taken = new Set<DocumentHash>();

  add(documentHash: DocumentHash, cells: readonly DocumentCell[]): void {
    if (!this._taken.has(documentHash)) {
      this._waiting.set(documentHash, cells);
    }
  }

  /** The documents that these heads name and that were not taken before. */
  take(heads: readonly Execution[]): RunBatch['documents'] {
    const hashes = new Set(heads.flatMap(head => head.documentHash ?? []));
    return [...hashes].flatMap(documentHash => {
      const cells = this._waiting.get(documentHash);
      this._waiting.delete(documentHash);
      this._taken.add(documentHash);
      return cells === undefined ? [] : [{ documentHash, cells }];
    });
  }
}
