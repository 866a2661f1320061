// Reaches into a store's database past the store, as a fault of the disk does.
import { databaseNameOf } from '../store';
import type { FakeOrigin } from './fake-page';

/** Runs a change on one object store of the database of a fake page's default server. */
export async function tamper(
  origin: FakeOrigin,
  storeName: string,
  change: (store: IDBObjectStore) => void
): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = origin.factory.open(
      databaseNameOf('http://localhost:8888/')
    );
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(storeName, 'readwrite');
  change(transaction.objectStore(storeName));
  await new Promise(resolve => {
    transaction.oncomplete = resolve;
  });
  database.close();
}
