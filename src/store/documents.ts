// States of a notebook as splices against the state before, content-addressed.
import type { BlobHash, DocumentHash, StoredCell } from '../model';
import type { IRecords } from './backend';
import { blobListOf, putBlobs, sweepBlobs } from './blobs';
import type { Ledger } from './ledger';
import type { PreparedDocument } from './prepare';
import type { StoredDocument } from './records';

/** Beyond so many splices a whole copy is stored, so that reading one stays cheap. */
const maximalDepth = 32;

/** A document in full, with its distance from a whole copy. */
export type ResolvedDocument = {
  readonly cells: readonly StoredCell[];
  readonly depth: number;
};

/** The last few of something by hash. What a hash stands for never changes, so nothing here can grow stale. */
class Recent<Value> {
  get(hash: DocumentHash): Value | undefined {
    return this.entries.get(hash);
  }

  set(hash: DocumentHash, value: Value): void {
    this.entries.delete(hash);
    this.entries.set(hash, value);
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size > 8) {
      this.entries.delete(oldest);
    }
  }

  private readonly entries = new Map<DocumentHash, Value>();
}

/** What a page remembers of the documents that it stored lately. */
export class DocumentMemory {
  /** To splice the next one against, without reading a chain. */
  readonly resolved = new Recent<ResolvedDocument>();
  /** To store again: a recorder hands each document over once, and another page may have removed it since. */
  readonly prepared = new Recent<PreparedDocument>();
}

/** Stores a document that is not stored yet, as a splice against the base where there is one. */
export async function putDocument(
  records: IRecords,
  ledger: Ledger,
  document: PreparedDocument,
  options: {
    readonly base: DocumentHash | null;
    readonly memory: DocumentMemory;
  }
): Promise<void> {
  const { documentHash, cells } = document;
  if (await records.has('documents', documentHash)) {
    return;
  }
  const base = await usableBase(records, options.base, options.memory);
  const splice = spliceOf(base?.cells ?? [], cells);
  const depth = base === null ? 0 : base.depth + 1;
  const inserted = new Set(splice.inserted.map(cell => cell.sourceHash));
  const blobs = document.blobs.filter(blob =>
    inserted.has(blob.reference.hash)
  );
  await putBlobs(records, ledger, blobs);
  ledger.put(
    'documents',
    {
      documentHash,
      base: base === null ? null : options.base,
      depth,
      ...splice,
      ...blobListOf(blobs.map(blob => blob.reference))
    },
    undefined
  );
  options.memory.resolved.set(documentHash, { cells, depth });
}

/** The document in full; null when it or one of its bases is not stored. */
export async function resolveDocument(
  records: IRecords,
  hash: DocumentHash
): Promise<ResolvedDocument | null> {
  const chain: StoredDocument[] = [];
  let next: DocumentHash | null = hash;
  while (next !== null && chain.length <= maximalDepth) {
    const version: StoredDocument | undefined = await records.get(
      'documents',
      next
    );
    if (version === undefined) {
      return null;
    }
    chain.unshift(version);
    next = version.base;
  }
  const cells: StoredCell[] = [];
  for (const { start, removed, inserted } of chain) {
    cells.splice(start, removed, ...inserted);
  }
  return next === null ? { cells, depth: chain.length - 1 } : null;
}

/** Removes a document that no execution and no other document names, and its bases likewise. */
export async function sweepDocument(
  records: IRecords,
  ledger: Ledger,
  hash: DocumentHash
): Promise<void> {
  let next: DocumentHash | null = hash;
  while (next !== null) {
    const [version, executions, dependents]: [
      StoredDocument | undefined,
      number,
      number
    ] = await Promise.all([
      records.get('documents', next),
      records.count('executions', { index: 'documentHash', only: next }),
      records.count('documents', { index: 'base', only: next })
    ]);
    if (version === undefined || executions + dependents > 0) {
      return;
    }
    ledger.remove('documents', version);
    await sweepBlobs(records, ledger, [version]);
    next = version.base;
  }
}

/** What turns one list of cells into the other: the part between their common beginning and their common end. */
function spliceOf(
  before: readonly StoredCell[],
  after: readonly StoredCell[]
): Pick<StoredDocument, 'start' | 'removed' | 'inserted'> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSameCell(before[start], after[start])) {
    start++;
  }
  let common = 0;
  while (
    common < shorter - start &&
    isSameCell(
      before[before.length - 1 - common],
      after[after.length - 1 - common]
    )
  ) {
    common++;
  }
  return {
    start,
    removed: before.length - start - common,
    inserted: after.slice(start, after.length - common)
  };
}

/** The sources that a document needs, each once. */
export function sourcesOf(cells: readonly StoredCell[]): readonly BlobHash[] {
  return [...new Set(cells.map(cell => cell.sourceHash))];
}

async function usableBase(
  records: IRecords,
  hash: DocumentHash | null,
  memory: DocumentMemory
): Promise<ResolvedDocument | null> {
  if (hash === null || !(await records.has('documents', hash))) {
    return null;
  }
  const base =
    memory.resolved.get(hash) ?? (await resolveDocument(records, hash));
  return base === null || base.depth >= maximalDepth ? null : base;
}

function isSameCell(a?: StoredCell, b?: StoredCell): boolean {
  return (
    a?.cellId === b?.cellId &&
    a?.type === b?.type &&
    a?.sourceHash === b?.sourceHash
  );
}
