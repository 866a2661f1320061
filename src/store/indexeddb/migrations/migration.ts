// The contract of a migration.
import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** One step from the version before to `version`. Released steps never change. */
export type Migration = {
  /** The database version that this step leads to; 1, 2, 3 … without a gap. */
  readonly version: number;
  /** Awaits nothing but the transaction's own requests. */
  up(
    database: IDBPDatabase,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>
  ): Promise<void>;
};
