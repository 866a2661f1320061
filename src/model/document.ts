import type { BlobHash, CellId, DocumentHash } from './ids';

export type CellType = 'code' | 'markdown' | 'raw';

/** One cell of a document with its source at hand. */
export type DocumentCell = {
  readonly cellId: CellId;
  readonly type: CellType;
  readonly source: string;
};

/** One cell of a stored document; its source is a blob. */
export type StoredCell = {
  readonly cellId: CellId;
  readonly type: CellType;
  readonly sourceHash: BlobHash;
};

/**
 * One state of a notebook's cells, content-addressed, stored as one splice against the version before it.
 * A whole copy has no base and splices everything in at 0.
 */
export type DocumentVersion = {
  readonly documentHash: DocumentHash;
  /** The version that the splice applies to; null for a whole copy. */
  readonly base: DocumentHash | null;
  /** How many splices lie between this version and a whole copy. */
  readonly depth: number;
  /** Index of the first cell that differs. */
  readonly start: number;
  /** How many cells of the base are taken out at `start`. */
  readonly removed: number;
  /** The cells put in at `start`. */
  readonly inserted: readonly StoredCell[];
};
