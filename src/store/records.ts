// What the back ends hold: one record type for each object store, and how much room a record takes.
import type {
  BlobHash,
  DocumentHash,
  DocumentVersion,
  Environment,
  Execution,
  ExecutionId,
  Omission,
  Proof,
  Run,
  RunId
} from '../model';

/** A run as it is stored, with what only the store needs of it. */
export type StoredRun = Run & {
  /** 1, 2, 3 … over all runs at this address: the order of opening, which no clock can upset. */
  readonly ordinal: number;
  /** The document that was stored last: the next one is spliced against it. */
  readonly lastDocumentHash: DocumentHash | null;
  /** The kernel's id, present only while the run is open, so that an index holds the open runs alone. */
  readonly openKernelId?: string;
  /** Present once the run is to go: it is hidden, and its records are taken out step by step. */
  readonly removing?: 1;
};

/** How a blob's bytes become the content again; `base64-line` ends in a line feed. */
export type BlobForm = 'text' | 'json' | 'base64' | 'base64-line';

/** A content that is kept as a blob. */
export type BlobReference = {
  readonly hash: BlobHash;
  /** Bytes of the whole content. */
  readonly size: number;
  readonly form: BlobForm;
};

/** A content that is short enough to stay in its manifest. */
export type InlineContent = {
  readonly inline: string;
  readonly form: 'text' | 'json';
};

export type StoredContent = InlineContent | BlobReference;

/** An output whose long texts and binary contents are blobs. */
export type StoredOutput =
  | {
      readonly kind: 'stream';
      readonly name: 'stdout' | 'stderr';
      readonly text: StoredContent;
    }
  | {
      readonly kind: 'display_data' | 'execute_result';
      /** Pairs, as a media type from outside may be named like a property of every object. */
      readonly data: readonly (readonly [string, StoredContent])[];
      readonly metadata: StoredContent;
      /** Absent where the output had none. */
      readonly executionCount?: number | null;
    }
  | { readonly kind: 'error'; readonly content: StoredContent };

/** The blobs that a record needs, in two lists of equal length; the first one is indexed. */
export type BlobList = {
  readonly blobHashes: readonly BlobHash[];
  /** Bytes of each. */
  readonly blobSizes: readonly number[];
};

/** The large part of an execution: what it consists of and where that is. */
export type Manifest = BlobList & {
  readonly schemaVersion: 1;
  readonly executionId: ExecutionId;
  /** Null when the code is not stored. */
  readonly source: BlobReference | null;
  /** Null while none are stored. */
  readonly outputs: readonly StoredOutput[] | null;
  readonly omissions: readonly Omission[];
};

/** A document version with the sources of the cells that it puts in. */
export type StoredDocument = DocumentVersion & BlobList;

/** Data whose long texts are blobs. */
export type Detached = BlobList & {
  /** The data as JSON; in place of a long text stands its place in `texts`. */
  readonly body: string;
  readonly texts: readonly BlobReference[];
};

/** The context of a run. */
export type StoredContext = Detached & { readonly runId: RunId };

/** A proof with what it is found by; `notebookPath` here is the one that counts. */
export type StoredProof = Detached &
  Pick<Proof, 'proofId' | 'runId' | 'notebookPath' | 'finishedAt'>;

/** One part of a blob. */
export type BlobPart = {
  /** The blob's hash; from the second part on with `.1`, `.2` … behind it. */
  readonly key: string;
  readonly bytes: Uint8Array;
};

/** What the database holds in all, kept in step with every transaction. */
export type Account = {
  readonly key: 'account';
  /** Tells this database from one that took its place. */
  readonly databaseId: string;
  readonly runs: number;
  readonly executions: number;
  readonly bytes: number;
  /** Of the run that was opened last. */
  readonly ordinal: number;
  readonly lastRunId: RunId | null;
  /** How often runs were removed: only accounts with the same number can be compared by their sums. */
  readonly removals: number;
  /** What was found to be gone, and when that was found; null when nothing is missing. */
  readonly loss: { readonly sentence: string; readonly at: number } | null;
};

/** Object store to record. */
export type RecordTypes = {
  runs: StoredRun;
  executions: Execution;
  manifests: Manifest;
  blobs: BlobPart;
  documents: StoredDocument;
  environments: Environment;
  contexts: StoredContext;
  proofs: StoredProof;
  meta: Account;
};

export type StoreName = keyof RecordTypes;

/** Object store to the indexes that it has, each over the property of its name. */
export type IndexNames = {
  runs:
    'ordinal' | 'notebookPath' | 'openKernelId' | 'environmentId' | 'removing';
  executions: 'documentHash';
  manifests: 'blobHashes';
  blobs: never;
  documents: 'base' | 'blobHashes';
  environments: never;
  contexts: 'blobHashes';
  proofs: 'runId' | 'notebookPath' | 'blobHashes';
  meta: never;
};

/** The same as data. */
export const indexNames: {
  readonly [Name in StoreName]: readonly IndexNames[Name][];
} = {
  runs: [
    'ordinal',
    'notebookPath',
    'openKernelId',
    'environmentId',
    'removing'
  ],
  executions: ['documentHash'],
  manifests: ['blobHashes'],
  blobs: [],
  documents: ['base', 'blobHashes'],
  environments: [],
  contexts: ['blobHashes'],
  proofs: ['runId', 'notebookPath', 'blobHashes'],
  meta: []
};

/** Object store to the property that is its key. */
export const keyPaths = {
  runs: 'runId',
  executions: 'executionId',
  manifests: 'executionId',
  blobs: 'key',
  documents: 'documentHash',
  environments: 'environmentId',
  contexts: 'runId',
  proofs: 'proofId',
  meta: 'key'
} as const satisfies { [Name in StoreName]: keyof RecordTypes[Name] };

export const storeNames = Object.keys(keyPaths) as StoreName[];

/** The key of a record in its object store. */
export function keyOf<Name extends StoreName>(
  store: Name,
  record: RecordTypes[Name]
): string {
  return String(Reflect.get(record, keyPaths[store]));
}

/** Bytes that a record counts for: its own content as text or bytes; the account itself counts for nothing. */
export function sizeOf<Name extends StoreName>(
  store: Name,
  record: RecordTypes[Name]
): number {
  if (store === 'meta') {
    return 0;
  }
  return 'bytes' in record && typeof record.bytes === 'object'
    ? blobPartSize(record.bytes.length)
    : JSON.stringify(record).length;
}

/** Bytes that one blob part counts for, with its key. */
export function blobPartSize(byteLength: number): number {
  return byteLength + 100;
}

/** The run as callers know it. */
export function runOf(stored: StoredRun): Run {
  return without(stored, [
    'ordinal',
    'lastDocumentHash',
    'openKernelId',
    'removing'
  ]);
}

/** A copy that lacks some properties. */
export function without<Item extends object, Name extends keyof Item>(
  item: Item,
  names: readonly Name[]
): Omit<Item, Name> {
  const copy: Partial<Item> = { ...item };
  names.forEach(name => Reflect.deleteProperty(copy, name));
  return copy as Item;
}

/** The range of keys that the executions of a run have. */
export function keysOfRun(runId: RunId): {
  readonly from: string;
  readonly before: string;
} {
  return { from: `${runId}/`, before: `${runId}0` };
}
