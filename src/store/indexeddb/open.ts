// Opens the database once: upgrades it, listens for its end, and gives up in time.
import { wrap, type IDBPDatabase, type IDBPTransaction } from 'idb';

import type { Clock } from '../clock';
import type { Migration } from './migrations';
import type { IRetraceSchema } from './schema';

export type OpenOptions = {
  readonly factory: IDBFactory;
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Milliseconds after which an open that does not answer counts as failed. */
  readonly patienceMs: number;
  /** Another page holds an older version open. */
  onBlocked(): void;
  /** Another page wants to upgrade or delete the database; the handle is closed already. */
  onBlocking(isUpgrade: boolean): void;
  /** The browser closed the database under us. */
  onTerminated(): void;
};

export type OpenedDatabase = {
  readonly database: IDBPDatabase<IRetraceSchema>;
  /** True when nothing was there before. */
  readonly isNew: boolean;
  /** True when the browser says that it threw away a damaged database. */
  readonly isDamaged: boolean;
};

/** Thrown when the browser does not answer. */
class SilentDatabase extends Error {
  override readonly name = 'SilentDatabase';
}

/** Rejects with what the browser says, or with `SilentDatabase`. A late answer is closed again. */
export function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  const { factory, name, migrations, clock } = options;
  return new Promise((resolve, reject) => {
    const found = { isNew: false, isDamaged: false };
    let isLate = false;
    const cancel = clock.after(options.patienceMs, () => {
      isLate = true;
      reject(new SilentDatabase('The database does not answer.'));
    });
    const request = factory.open(name, migrations.length);
    request.onupgradeneeded = event => {
      found.isNew = event.oldVersion === 0;
      found.isDamaged = Reflect.get(event, 'dataLoss') === 'total';
      const transaction = request.transaction;
      if (transaction !== null) {
        void upgrade(request.result, transaction, {
          migrations,
          from: event.oldVersion
        });
      }
    };
    request.onblocked = () => options.onBlocked();
    request.onerror = () => {
      cancel();
      reject(request.error);
    };
    request.onsuccess = () => {
      cancel();
      const raw = request.result;
      if (isLate) {
        raw.close();
        return;
      }
      raw.onversionchange = event => {
        raw.close();
        options.onBlocking(event.newVersion !== null);
      };
      raw.onclose = () => options.onTerminated();
      const database = wrap(raw) as IDBPDatabase<IRetraceSchema>;
      resolve({ database, ...found });
    };
  });
}

/** A step that fails takes the whole upgrade back, and the open fails with it. */
async function upgrade(
  database: IDBDatabase,
  transaction: IDBTransaction,
  options: { readonly migrations: readonly Migration[]; readonly from: number }
): Promise<void> {
  const steps = options.migrations.filter(step => step.version > options.from);
  const wrapped = wrap(transaction) as unknown as IDBPTransaction<
    unknown,
    string[],
    'versionchange'
  >;
  // The open request tells of a failure; here the upgrade only has to end.
  wrapped.done.catch(() => undefined);
  try {
    for (const step of steps) {
      await step.up(wrap(database), wrapped);
    }
  } catch {
    abortQuietly(transaction);
  }
}

function abortQuietly(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself.
  }
}
