// Makes the store of one server's history.
import type { IRunStore } from '../tokens';
import { pageEnvironment, type StoreEnvironment } from './environment';
import { migrations, type Migration } from './indexeddb/migrations';
import { RunStore } from './run-store';

/** What `createRunStore` can be told; what it is not told it takes from the page. */
export type CreateOptions = Partial<StoreEnvironment> & {
  /** The server's base URL: the pages of all users of a hub share one origin. */
  readonly baseUrl: string;
  /** Default 1 GB. */
  readonly budgetBytes?: number;
  /** For tests of upgrades. */
  readonly migrations?: readonly Migration[];
};

/** A run store whose limit can be changed. */
export interface IBudgetedRunStore extends IRunStore {
  /** Takes a new limit in bytes; the next write keeps to it. */
  setBudget(bytes: number): void;
}

const defaultBudgetBytes = 1_000_000_000;

/** The name of the database for a server. */
export function databaseNameOf(baseUrl: string): string {
  return `jupyterlab-retrace:v1:${baseUrl}`;
}

/** Returns at once; the database is opened meanwhile, and memory takes its place where there is none. */
export function createRunStore(options: CreateOptions): IBudgetedRunStore {
  return new RunStore({
    ...pageEnvironment(),
    migrations,
    budgetBytes: defaultBudgetBytes,
    ...options,
    databaseName: databaseNameOf(options.baseUrl)
  });
}
