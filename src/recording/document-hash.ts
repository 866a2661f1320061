// The content address of a document: what its cells are, in which order.
import {
  asDocumentHash,
  hashOf,
  type BlobHash,
  type DocumentCell,
  type DocumentHash
} from '../model';

/** Hash over each cell's id, type and source hash, in order; for cells whose sources are hashed already. */
export function documentHashOfHashed(
  cells: readonly (Pick<DocumentCell, 'cellId' | 'type'> & {
    readonly sourceHash: BlobHash;
  })[]
): DocumentHash {
  const lines = cells.map(cell => [cell.cellId, cell.type, cell.sourceHash]);
  return asDocumentHash(hashOf(JSON.stringify(lines)));
}
