// Records in IndexedDB. One transaction per call; it is awaited to its end, as some faults show nowhere else.
import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';

import type { Durability, IBackend, IRecords, RecordQuery } from '../backend';
import { storeNames, type RecordTypes, type StoreName } from '../records';
import type { IRetraceSchema } from './schema';

type Mode = 'readonly' | 'readwrite';
type Transaction<M extends Mode> = IDBPTransaction<unknown, string[], M>;

/** What reads many records from the last to the first in one request. */
type BackwardsSource = {
  getAll<Item>(options: object): Promise<readonly Item[]>;
};

/** A back end on an open database. */
export class IndexedDbBackend implements IBackend {
  constructor(private readonly database: IDBPDatabase<IRetraceSchema>) {}

  async read<Value>(
    body: (records: IRecords) => Promise<Value>
  ): Promise<Value> {
    const transaction = this.begin('readonly', 'relaxed');
    const failure = failureOf(transaction);
    return Promise.race([body(new IdbRecords(transaction, [])), failure]);
  }

  async write<Value>(
    durability: Durability,
    body: (records: IRecords) => Promise<Value>
  ): Promise<Value> {
    const transaction = this.begin('readwrite', durability);
    const pending: Promise<unknown>[] = [transaction.done];
    const failure = failureOf(transaction);
    try {
      const records = new IdbRecords(transaction, pending);
      const value = await Promise.race([body(records), failure]);
      transaction.commit?.();
      await Promise.all(pending);
      return value;
    } catch (error) {
      abort(transaction);
      await transaction.done.catch(() => undefined);
      // A full disk shows in the transaction alone; its requests only say that it was aborted.
      throw transaction.error ?? error;
    }
  }

  close(): void {
    this.database.close();
  }

  private begin<M extends Mode>(mode: M, durability: Durability) {
    const options = { durability };
    return this.database.transaction(
      storeNames,
      mode,
      options
    ) as unknown as Transaction<M>;
  }
}

class IdbRecords implements IRecords {
  constructor(
    private readonly transaction: Transaction<Mode>,
    private readonly pending: Promise<unknown>[]
  ) {}

  get<Name extends StoreName>(
    store: Name,
    key: string
  ): Promise<RecordTypes[Name] | undefined> {
    return this.transaction.objectStore(store).get(key);
  }

  async has(store: StoreName, key: string): Promise<boolean> {
    const found = await this.transaction.objectStore(store).getKey(key);
    return found !== undefined;
  }

  async all<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ): Promise<readonly RecordTypes[Name][]> {
    const source = this.sourceOf(store, query);
    const range = rangeOf(query);
    if (!query.isReverse) {
      return source.getAll(range, query.limit);
    }
    if ('getAllRecords' in IDBObjectStore.prototype) {
      const options = { query: range, count: query.limit, direction: 'prev' };
      // Browsers that have `getAllRecords` take such options; the types know neither.
      return (source as unknown as BackwardsSource).getAll(options);
    }
    const found: RecordTypes[Name][] = [];
    let cursor = await source.openCursor(range, 'prev');
    while (cursor !== null && found.length < (query.limit ?? Infinity)) {
      found.push(cursor.value);
      cursor = await cursor.continue();
    }
    return found;
  }

  count<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ): Promise<number> {
    return this.sourceOf(store, query).count(rangeOf(query));
  }

  put<Name extends StoreName>(store: Name, record: RecordTypes[Name]): void {
    this.keep(this.writable(store).put(record));
  }

  delete(store: StoreName, key: string): void {
    this.keep(this.writable(store).delete(key));
  }

  clear(store: StoreName): void {
    this.keep(this.writable(store).clear());
  }

  private sourceOf<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ) {
    const objectStore = this.transaction.objectStore(store);
    return query.index === undefined
      ? objectStore
      : objectStore.index(query.index);
  }

  private writable(store: StoreName) {
    const objectStore = this.transaction.objectStore(store);
    return objectStore as IDBPObjectStore<
      unknown,
      string[],
      string,
      'readwrite'
    >;
  }

  private keep(request: Promise<unknown>): void {
    settleQuietly(request);
    this.pending.push(request);
  }
}

function rangeOf({
  only,
  from,
  before
}: RecordQuery<StoreName>): IDBKeyRange | undefined {
  if (only !== undefined) {
    return IDBKeyRange.only(only);
  }
  if (from !== undefined && before !== undefined) {
    return IDBKeyRange.bound(from, before, false, true);
  }
  return from !== undefined
    ? IDBKeyRange.lowerBound(from)
    : before !== undefined
      ? IDBKeyRange.upperBound(before, true)
      : undefined;
}

/**
 * Rejects when the transaction fails, and never resolves. That a transaction ends is certain; its requests may stay
 * without an answer, as in Chromium where the disk is full.
 */
function failureOf(transaction: Transaction<Mode>): Promise<never> {
  const failure = new Promise<never>((_resolve, reject) => {
    transaction.done.catch(reject);
  });
  settleQuietly(failure);
  return failure;
}

/** Marks a promise as seen to; it is awaited at the transaction's end, which may be after it failed. */
function settleQuietly(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}

function abort(transaction: Transaction<'readwrite'>): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
