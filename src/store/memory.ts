// Keeps records in this page's memory, for pages that have no IndexedDB or lost it. Same rules, gone with the page.
import type { Durability, IBackend, IRecords, RecordQuery } from './backend';
import { MemoryTable } from './memory-table';
import { indexNames, keyOf, type RecordTypes, type StoreName } from './records';

type Tables = { readonly [Name in StoreName]: MemoryTable<RecordTypes[Name]> };
type Undo = () => void;

/** A back end without IndexedDB. Transactions run one after the other. */
export class MemoryBackend implements IBackend {
  read<Value>(body: (records: IRecords) => Promise<Value>): Promise<Value> {
    return this.transact(body);
  }

  write<Value>(
    _durability: Durability,
    body: (records: IRecords) => Promise<Value>
  ): Promise<Value> {
    return this.transact(body);
  }

  close(): void {
    this.tables = makeTables();
  }

  private transact<Value>(
    body: (records: IRecords) => Promise<Value>
  ): Promise<Value> {
    const outcome = this.last.then(async () => {
      const undo: Undo[] = [];
      try {
        return await body(new MemoryRecords(this.tables, undo));
      } catch (error) {
        undo.reverse().forEach(step => step());
        throw error;
      }
    });
    this.last = outcome.then(
      () => undefined,
      () => undefined
    );
    return outcome;
  }

  private tables = makeTables();
  private last: Promise<void> = Promise.resolve();
}

class MemoryRecords implements IRecords {
  constructor(
    private readonly tables: Tables,
    private readonly undo: Undo[]
  ) {}

  async get<Name extends StoreName>(
    store: Name,
    key: string
  ): Promise<RecordTypes[Name] | undefined> {
    return this.tables[store].get(key);
  }

  async has(store: StoreName, key: string): Promise<boolean> {
    return this.tables[store].get(key) !== undefined;
  }

  async all<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ): Promise<readonly RecordTypes[Name][]> {
    return this.tables[store].select(query);
  }

  async count<Name extends StoreName>(
    store: Name,
    query: RecordQuery<Name>
  ): Promise<number> {
    return this.tables[store].select(query).length;
  }

  put<Name extends StoreName>(store: Name, record: RecordTypes[Name]): void {
    const table: MemoryTable<RecordTypes[Name]> = this.tables[store];
    this.undo.push(table.set(keyOf(store, record), record));
  }

  delete(store: StoreName, key: string): void {
    this.undo.push(this.tables[store].set(key, undefined));
  }

  clear(store: StoreName): void {
    for (const key of this.tables[store].keys()) {
      this.delete(store, key);
    }
  }
}

function makeTables(): Tables {
  return {
    runs: new MemoryTable(indexNames.runs),
    executions: new MemoryTable(indexNames.executions),
    manifests: new MemoryTable(indexNames.manifests),
    blobs: new MemoryTable(indexNames.blobs),
    documents: new MemoryTable(indexNames.documents),
    environments: new MemoryTable(indexNames.environments),
    contexts: new MemoryTable(indexNames.contexts),
    proofs: new MemoryTable(indexNames.proofs),
    meta: new MemoryTable(indexNames.meta)
  };
}
