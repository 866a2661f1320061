// The parts of fake-indexeddb that tests reach into.
import 'fake-indexeddb/auto';

export {
  forceCloseDatabase,
  IDBFactory as FDBFactory,
  IDBObjectStore as FDBObjectStore,
  IDBRequest as FDBRequest,
  IDBTransaction as FDBTransaction
} from 'fake-indexeddb';
