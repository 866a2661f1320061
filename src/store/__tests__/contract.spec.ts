// Proves that a page with IndexedDB and a page without it keep runs alike.
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';

import { createRunStore } from '..';
import { storeContract } from '../../testing/store-contract';

const bare = { storage: null, openPort: () => null, buckets: null };

storeContract('IndexedDB', async () => {
  const factory = new IDBFactory();
  return createRunStore({ baseUrl: '/', indexedDB: () => factory, ...bare });
});

storeContract('memory', async () =>
  createRunStore({ baseUrl: '/', indexedDB: () => null, ...bare })
);
