// Reading runs back. What is missing or damaged comes back as lost; what is whole comes back.
import {
  asBlobHash,
  type BlobHash,
  type DocumentCell,
  type DocumentHash,
  type Execution,
  type ExecutionId,
  type ExecutionPayload,
  type RunId
} from '../model';
import type { IBackend, IRecords } from './backend';
import { getBlob } from './blobs';
import { decodeOutput, decodeText } from './contents';
import { resolveDocument, sourcesOf } from './documents';
import type { BytesHasher } from './hashing';
import { propertyOf } from './property';
import { keysOfRun, type Manifest } from './records';

/** What reading contents needs: where they are, and how to check them. */
export type Reading = {
  readonly backend: IBackend;
  readonly hash: BytesHasher;
};

/** Thrown inside this module alone, where a blob that an output needs is not there. */
class LostContent extends Error {}

/** Those with a sequence in its order, then the queued ones in the order of submission. */
export async function executionsOf(
  records: IRecords,
  runId: RunId
): Promise<readonly Execution[]> {
  const heads = await records.all('executions', keysOfRun(runId));
  const rank = ({ sequence }: Execution) => sequence ?? Infinity;
  const submitted = ({ submittedAt }: Execution) => submittedAt ?? '';
  return [...heads].sort((a, b) =>
    rank(a) !== rank(b)
      ? rank(a) - rank(b)
      : submitted(a) < submitted(b)
        ? -1
        : Number(submitted(a) > submitted(b))
  );
}

/** The payload with its losses; `isDamaged` when something that was stored does not come back as it was. */
export async function readPayload(
  reading: Reading,
  executionId: ExecutionId
): Promise<{
  readonly payload: ExecutionPayload;
  readonly isDamaged: boolean;
}> {
  const manifest = await reading.backend.read(records =>
    records.get('manifests', executionId)
  );
  if (manifest === undefined) {
    const payload = { source: null, outputs: null, omissions: [] };
    return { payload, isDamaged: false };
  }
  const blobs = await readBlobs(reading, manifest.blobHashes);
  const source =
    manifest.source === null ? undefined : blobs.get(manifest.source.hash);
  const outputs = decodeOutputs(manifest, blobs);
  return {
    payload: {
      source: source === undefined ? null : decodeText(source),
      outputs,
      omissions: manifest.omissions
    },
    isDamaged:
      (manifest.source !== null && source === undefined) ||
      (manifest.outputs !== null && outputs === null)
  };
}

/** Texts by hash. */
export async function readSources(
  reading: Reading,
  hashes: readonly BlobHash[]
): Promise<ReadonlyMap<BlobHash, string>> {
  const blobs = await readBlobs(reading, hashes);
  return new Map(
    [...blobs].map(([hash, bytes]) => [hash, decodeText(bytes)] as const)
  );
}

/** A document with its sources; null when any part of it is lost. */
export async function readDocument(
  reading: Reading,
  documentHash: DocumentHash
): Promise<readonly DocumentCell[] | null> {
  const document = await reading.backend.read(records =>
    resolveDocument(records, documentHash)
  );
  if (document === null) {
    return null;
  }
  const sources = await readSources(reading, sourcesOf(document.cells));
  const cells: DocumentCell[] = [];
  for (const { cellId, type, sourceHash } of document.cells) {
    const source = sources.get(sourceHash);
    if (source === undefined) {
      return null;
    }
    cells.push({ cellId, type, source });
  }
  return cells;
}

/** Whole blobs by hash; those that are missing, unreadable or damaged are left out. */
export async function readBlobs(
  { backend, hash }: Reading,
  hashes: readonly BlobHash[]
): Promise<ReadonlyMap<BlobHash, Uint8Array>> {
  const unique = [...new Set(hashes)];
  const found = await fetchBlobs(backend, unique);
  const whole = new Map<BlobHash, Uint8Array>();
  for (const [at, expected] of unique.entries()) {
    const bytes = found[at];
    if (bytes !== undefined && (await hash(bytes)) === expected) {
      whole.set(asBlobHash(expected), bytes);
    }
  }
  return whole;
}

/** One unreadable record ends its transaction, so each is then read on its own. */
async function fetchBlobs(
  backend: IBackend,
  hashes: readonly BlobHash[]
): Promise<readonly (Uint8Array | undefined)[]> {
  try {
    return await backend.read(records =>
      Promise.all(hashes.map(hash => getBlob(records, hash)))
    );
  } catch (error) {
    if (!isUnreadable(error)) {
      throw error;
    }
  }
  const found: (Uint8Array | undefined)[] = [];
  for (const hash of hashes) {
    found.push(await fetchBlob(backend, hash));
  }
  return found;
}

async function fetchBlob(
  backend: IBackend,
  hash: BlobHash
): Promise<Uint8Array | undefined> {
  try {
    return await backend.read(records => getBlob(records, hash));
  } catch (error) {
    if (isUnreadable(error)) {
      return undefined;
    }
    throw error;
  }
}

function isUnreadable(error: unknown): boolean {
  const name = propertyOf(error, 'name');
  return name === 'NotReadableError' || name === 'DataError';
}

function decodeOutputs(
  manifest: Manifest,
  blobs: ReadonlyMap<BlobHash, Uint8Array>
): ExecutionPayload['outputs'] {
  if (manifest.outputs === null) {
    return null;
  }
  const read = ({ hash }: { readonly hash: BlobHash }): Uint8Array => {
    const bytes = blobs.get(hash);
    if (bytes === undefined) {
      throw new LostContent(hash);
    }
    return bytes;
  };
  try {
    return manifest.outputs.map(output => decodeOutput(output, read));
  } catch (error) {
    if (error instanceof LostContent) {
      return null;
    }
    throw error;
  }
}
