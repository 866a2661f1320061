// A recorder's batch made ready to be stored: everything encoded and hashed, so that a transaction only reads and puts.
import type {
  DocumentHash,
  Environment,
  Execution,
  ExecutionId,
  Omission,
  Run,
  StoredCell
} from '../model';
import type { RunBatch } from '../tokens';
import { encodeOutput, textBlob, type PreparedBlob } from './contents';
import type { BytesHasher } from './hashing';
import type { BlobReference, StoredOutput } from './records';

export type PreparedPayload = {
  readonly executionId: ExecutionId;
  /** Absent: leaves what is stored. */
  readonly source?: BlobReference;
  /** Absent: leaves what is stored. */
  readonly outputs?: readonly StoredOutput[];
  /** Absent: leaves what is stored. */
  readonly omissions?: readonly Omission[];
  readonly blobs: readonly PreparedBlob[];
  /** True when a part could not be kept: the head gets the gap `payload-lost`. */
  readonly isLost: boolean;
};

/** A document whose sources are hashed. */
export type PreparedDocument = {
  readonly documentHash: DocumentHash;
  readonly cells: readonly StoredCell[];
  readonly blobs: readonly PreparedBlob[];
};

export type PreparedBatch = {
  readonly run: Run;
  readonly executions: readonly Execution[];
  readonly payloads: readonly PreparedPayload[];
  readonly documents: readonly PreparedDocument[];
  readonly environment: Environment | null;
  readonly isBarrier: boolean;
};

/** Encodes and hashes a batch. A payload that cannot be encoded is marked as lost; the rest goes on. */
export async function prepareBatch(
  batch: RunBatch,
  hash: BytesHasher
): Promise<PreparedBatch> {
  const payloads: PreparedPayload[] = [];
  for (const payload of batch.payloads) {
    payloads.push(await preparePayload(payload, hash));
  }
  const documents: PreparedDocument[] = [];
  for (const document of batch.documents) {
    documents.push(await prepareDocument(document, hash));
  }
  return {
    run: batch.run,
    executions: batch.executions,
    payloads,
    documents,
    environment: batch.environment ?? null,
    isBarrier: batch.isBarrier === true
  };
}

/** The same batch without outputs, for when there is no room for them; sources stay. */
export function withoutOutputs(
  batch: PreparedBatch,
  at: string,
  detail: string
): PreparedBatch {
  const payloads = batch.payloads.map(payload => lostOutputs(payload));
  return {
    ...batch,
    payloads,
    run: payloads.some(payload => payload.isLost)
      ? {
          ...batch.run,
          gaps: [
            ...batch.run.gaps.filter(gap => gap.kind !== 'storage'),
            { kind: 'storage', detail, at }
          ]
        }
      : batch.run
  };
}

/** The heads alone, as plain data, when nothing else can be stored. */
export function headsOnly(
  batch: PreparedBatch,
  at: string,
  detail: string
): PreparedBatch {
  const bare = withoutOutputs(batch, at, detail);
  return {
    ...bare,
    run: plainCopy(bare.run),
    executions: plainCopy(bare.executions),
    documents: [],
    payloads: bare.payloads.map(({ executionId }) => ({
      executionId,
      blobs: [],
      isLost: true
    }))
  };
}

/** The same as data and nothing else, as a database takes it. */
export function plainCopy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** True when there is anything that `withoutOutputs` would leave out. */
export function hasOutputs(batch: PreparedBatch): boolean {
  return batch.payloads.some(payload => (payload.outputs?.length ?? 0) > 0);
}

/** True when there is anything that `headsOnly` would leave out. */
export function hasContents(batch: PreparedBatch): boolean {
  return (
    batch.documents.length > 0 ||
    batch.payloads.some(
      payload => payload.source !== undefined || payload.outputs !== undefined
    )
  );
}

/** Bytes that a prepared batch holds in memory, roughly. */
export function weightOf(batch: PreparedBatch): number {
  const blobs = [...batch.payloads, ...batch.documents].flatMap(
    part => part.blobs
  );
  const heads = (batch.executions.length + batch.payloads.length) * 1024;
  return blobs.reduce((sum, blob) => sum + blob.bytes.length, heads);
}

function lostOutputs(payload: PreparedPayload): PreparedPayload {
  const { outputs, source, ...rest } = payload;
  if (outputs === undefined || outputs.length === 0) {
    return payload;
  }
  return {
    ...rest,
    ...(source === undefined ? {} : { source }),
    blobs: payload.blobs.filter(blob => blob.reference.hash === source?.hash),
    isLost: true
  };
}

async function preparePayload(
  payload: RunBatch['payloads'][number],
  hash: BytesHasher
): Promise<PreparedPayload> {
  const blobs: PreparedBlob[] = [];
  let source: BlobReference | undefined;
  if (payload.source !== undefined) {
    const blob = await textBlob(payload.source, hash);
    blobs.push(blob);
    source = blob.reference;
  }
  const own: PreparedBlob[] = [];
  const outputs = await encodeOutputs(payload.outputs, hash, own);
  return {
    executionId: payload.executionId,
    ...(source === undefined ? {} : { source }),
    ...(outputs === undefined || outputs === null ? {} : { outputs }),
    ...(payload.omissions === undefined
      ? {}
      : { omissions: payload.omissions }),
    blobs: outputs === null ? blobs : [...blobs, ...own],
    isLost: outputs === null
  };
}

/** Null when they cannot be told in JSON: nested too deeply, circular, or not data at all. */
async function encodeOutputs(
  outputs: RunBatch['payloads'][number]['outputs'],
  hash: BytesHasher,
  blobs: PreparedBlob[]
): Promise<readonly StoredOutput[] | undefined | null> {
  if (outputs === undefined) {
    return undefined;
  }
  try {
    const stored: StoredOutput[] = [];
    for (const output of outputs) {
      stored.push(await encodeOutput(output, hash, blobs));
    }
    return stored;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      return null;
    }
    throw error;
  }
}

async function prepareDocument(
  document: RunBatch['documents'][number],
  hash: BytesHasher
): Promise<PreparedDocument> {
  const blobs: PreparedBlob[] = [];
  const cells: StoredCell[] = [];
  for (const { cellId, type, source } of document.cells) {
    const blob = await textBlob(source, hash);
    blobs.push(blob);
    cells.push({ cellId, type, sourceHash: blob.reference.hash });
  }
  return { documentHash: document.documentHash, cells, blobs };
}
