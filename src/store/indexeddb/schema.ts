// The database's schema as a type: what the migrations up to the last one leave behind.
import type { DBSchema } from 'idb';

import type {
  Account,
  BlobPart,
  Manifest,
  StoredContext,
  StoredDocument,
  StoredProof,
  StoredRun
} from '../records';
import type { Environment, Execution } from '../../model';

/** Object stores and their indexes, for `idb`. */
export interface IRetraceSchema extends DBSchema {
  runs: {
    key: string;
    value: StoredRun;
    indexes: {
      ordinal: number;
      notebookPath: string;
      /** Open runs only. */
      openKernelId: string;
      environmentId: string;
      /** Runs that are to go only. */
      removing: number;
    };
  };
  executions: {
    key: string;
    value: Execution;
    indexes: { documentHash: string };
  };
  manifests: {
    key: string;
    value: Manifest;
    indexes: { blobHashes: string };
  };
  blobs: { key: string; value: BlobPart };
  documents: {
    key: string;
    value: StoredDocument;
    indexes: { base: string; blobHashes: string };
  };
  environments: { key: string; value: Environment };
  contexts: {
    key: string;
    value: StoredContext;
    indexes: { blobHashes: string };
  };
  proofs: {
    key: string;
    value: StoredProof;
    indexes: { runId: string; notebookPath: string; blobHashes: string };
  };
  meta: { key: string; value: Account };
}
