// What the rules of storing need of a place that keeps records. IndexedDB and memory both offer it.
import type { IndexNames, RecordTypes, StoreName } from './records';

/** Which records to read: all filters that are given must hold. */
export type RecordQuery<Name extends StoreName> = {
  /** Absent: the key of the object store. */
  readonly index?: IndexNames[Name];
  /** Exactly this key. */
  readonly only?: string | number;
  /** This key and those after it. */
  readonly from?: string | number;
  /** Those in front of this key. */
  readonly before?: string | number;
  readonly limit?: number;
  /** From the last to the first. */
  readonly isReverse?: boolean;
};

/** One transaction. Awaiting anything but its own promises ends it. */
export interface IRecords {
  get<Name extends StoreName>(
    store: Name,
    key: string
  ): Promise<RecordTypes[Name] | undefined>;
  has(store: StoreName, key: string): Promise<boolean>;
  /** In the order of the key or the index. */
  all<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ): Promise<readonly RecordTypes[Name][]>;
  count<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ): Promise<number>;
  /** Inserts or replaces. A fault shows when the transaction ends. */
  put<Name extends StoreName>(store: Name, record: RecordTypes[Name]): void;
  delete(store: StoreName, key: string): void;
  clear(store: StoreName): void;
}

/** `strict`: on the disk, with all before it, when the transaction resolves. */
export type Durability = 'relaxed' | 'strict';

/** Keeps records in transactions: all of one is kept, or nothing. */
export interface IBackend {
  read<Value>(body: (records: IRecords) => Promise<Value>): Promise<Value>;
  write<Value>(
    durability: Durability,
    body: (records: IRecords) => Promise<Value>
  ): Promise<Value>;
  close(): void;
}
