// Blobs in parts of at most 16 MB: Chromium's newer back end refuses records beyond 127 MB.
import type { BlobHash } from '../model';
import type { IRecords } from './backend';
import type { PreparedBlob } from './contents';
import type { Ledger } from './ledger';
import { blobPartSize, type BlobList } from './records';

const partBytes = 16 * 1024 * 1024;

/** Puts the blobs that are not stored yet. */
export async function putBlobs(
  records: IRecords,
  ledger: Ledger,
  blobs: readonly PreparedBlob[]
): Promise<void> {
  const unique = new Map(blobs.map(blob => [blob.reference.hash, blob]));
  await Promise.all(
    [...unique.values()].map(async ({ reference, bytes }) => {
      if (await records.has('blobs', reference.hash)) {
        return;
      }
      for (const { key, from, to } of partsOf(reference.hash, bytes.length)) {
        // A view would drag the whole buffer into every part.
        const isWhole = bytes.byteLength === bytes.buffer.byteLength;
        const part =
          isWhole && to - from === bytes.length ? bytes : bytes.slice(from, to);
        ledger.put('blobs', { key, bytes: part }, undefined);
      }
    })
  );
}

/** The whole blob; undefined when a part is missing. */
export async function getBlob(
  records: IRecords,
  hash: BlobHash
): Promise<Uint8Array | undefined> {
  const first = await records.get('blobs', hash);
  if (first === undefined || first.bytes.length < partBytes) {
    return first?.bytes;
  }
  const rest = await records.all('blobs', {
    from: `${hash}.`,
    before: `${hash}/`
  });
  const whole = new Uint8Array(
    rest.reduce((sum, part) => sum + part.bytes.length, partBytes)
  );
  whole.set(first.bytes);
  for (const part of rest) {
    const index = Number(part.key.slice(hash.length + 1));
    if (index * partBytes + part.bytes.length > whole.length) {
      return undefined;
    }
    whole.set(part.bytes, index * partBytes);
  }
  return whole;
}

/**
 * Removes those of the blobs that nothing names any more. As the marks are read in the transaction that removes, no
 * other page can begin to name one in between.
 */
export async function sweepBlobs(
  records: IRecords,
  ledger: Ledger,
  lists: readonly BlobList[]
): Promise<void> {
  const sizes = new Map<BlobHash, number>();
  for (const { blobHashes, blobSizes } of lists) {
    blobHashes.forEach((hash, at) => sizes.set(hash, blobSizes[at] ?? 0));
  }
  await Promise.all(
    [...sizes].map(async ([hash, size]) => {
      const query = { index: 'blobHashes', only: hash } as const;
      const [manifests, documents, contexts, proofs, isStored] =
        await Promise.all([
          records.count('manifests', query),
          records.count('documents', query),
          records.count('contexts', query),
          records.count('proofs', query),
          records.has('blobs', hash)
        ]);
      if (isStored && manifests + documents + contexts + proofs === 0) {
        for (const { key, from, to } of partsOf(hash, size)) {
          ledger.removeByKey('blobs', key, blobPartSize(to - from));
        }
      }
    })
  );
}

/** The blobs that a record names, in the form that the index wants. */
export function blobListOf(
  references: readonly { readonly hash: BlobHash; readonly size: number }[]
): BlobList {
  const sizes = new Map(references.map(({ hash, size }) => [hash, size]));
  return { blobHashes: [...sizes.keys()], blobSizes: [...sizes.values()] };
}

function partsOf(hash: BlobHash, size: number) {
  const count = Math.max(1, Math.ceil(size / partBytes));
  return Array.from({ length: count }, (_, index) => ({
    key: index === 0 ? hash : `${hash}.${index}`,
    from: index * partBytes,
    to: Math.min(size, (index + 1) * partBytes)
  }));
}
