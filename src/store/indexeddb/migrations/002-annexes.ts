// What belongs to a run beside its executions: where it took place, and the proofs of its replays.
import type { Migration } from './migration';

export const annexes: Migration = {
  version: 2,

  async up(database) {
    database
      .createObjectStore('contexts', { keyPath: 'runId' })
      .createIndex('blobHashes', 'blobHashes', { multiEntry: true });
    const proofs = database.createObjectStore('proofs', { keyPath: 'proofId' });
    proofs.createIndex('runId', 'runId');
    proofs.createIndex('notebookPath', 'notebookPath');
    proofs.createIndex('blobHashes', 'blobHashes', { multiEntry: true });
  }
};
