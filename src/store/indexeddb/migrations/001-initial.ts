// Heads apart from payloads, payloads under their hashes, and one account of it all.
import type { Migration } from './migration';

export const initial: Migration = {
  version: 1,

  async up(database) {
    const runs = database.createObjectStore('runs', { keyPath: 'runId' });
    runs.createIndex('ordinal', 'ordinal');
    runs.createIndex('notebookPath', 'notebookPath');
    runs.createIndex('openKernelId', 'openKernelId');
    runs.createIndex('environmentId', 'environmentId');
    runs.createIndex('removing', 'removing');
    database
      .createObjectStore('executions', { keyPath: 'executionId' })
      .createIndex('documentHash', 'documentHash');
    database
      .createObjectStore('manifests', { keyPath: 'executionId' })
      .createIndex('blobHashes', 'blobHashes', { multiEntry: true });
    database.createObjectStore('blobs', { keyPath: 'key' });
    const documents = database.createObjectStore('documents', {
      keyPath: 'documentHash'
    });
    documents.createIndex('base', 'base');
    documents.createIndex('blobHashes', 'blobHashes', { multiEntry: true });
    database.createObjectStore('environments', { keyPath: 'environmentId' });
    database.createObjectStore('meta', { keyPath: 'key' });
  }
};
