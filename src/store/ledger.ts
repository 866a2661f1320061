// Writes of one transaction, with their effect on the account.
import type { IRecords } from './backend';
import {
  keyOf,
  sizeOf,
  type Account,
  type RecordTypes,
  type StoreName
} from './records';

/** Puts and deletes that are counted; `settle` writes the sums. */
export class Ledger {
  /** `account` is what the transaction found. */
  constructor(
    private readonly records: IRecords,
    readonly account: Account
  ) {}

  /** Begins with reading the account. */
  static async open(records: IRecords): Promise<Ledger> {
    return new Ledger(records, await readAccount(records));
  }

  /** Inserts, or replaces `before`, which must be what is stored. */
  put<Name extends StoreName>(
    store: Name,
    record: RecordTypes[Name],
    before: RecordTypes[Name] | undefined
  ): void {
    this.records.put(store, record);
    this.bytes += sizeOf(store, record);
    if (before === undefined) {
      this.count(store, 1);
    } else {
      this.bytes -= sizeOf(store, before);
    }
  }

  /** Removes a record that is stored. */
  remove<Name extends StoreName>(store: Name, before: RecordTypes[Name]): void {
    this.removeByKey(store, keyOf(store, before), sizeOf(store, before));
  }

  /** Removes a record that is stored without having read it. */
  removeByKey(store: StoreName, key: string, size: number): void {
    this.records.delete(store, key);
    this.bytes -= size;
    this.count(store, -1);
  }

  /** Writes the account; once, at the end. */
  settle(
    change: Partial<Pick<Account, 'ordinal' | 'lastRunId' | 'removals'>> = {}
  ): Account {
    const { account } = this;
    const settled: Account = {
      ...account,
      ...change,
      runs: account.runs + this.runs,
      executions: account.executions + this.executions,
      bytes: Math.max(0, account.bytes + this.bytes)
    };
    this.records.put('meta', settled);
    return settled;
  }

  private count(store: StoreName, by: 1 | -1): void {
    if (store === 'runs') {
      this.runs += by;
    } else if (store === 'executions') {
      this.executions += by;
    }
  }

  private bytes = 0;
  private runs = 0;
  private executions = 0;
}

/** The account, or that of a database that holds nothing and has no name yet. */
export async function readAccount(records: IRecords): Promise<Account> {
  return (await records.get('meta', 'account')) ?? emptyAccount('');
}

/** What a database begins with. */
export function emptyAccount(databaseId: string): Account {
  return {
    key: 'account',
    databaseId,
    runs: 0,
    executions: 0,
    bytes: 0,
    ordinal: 0,
    lastRunId: null,
    removals: 0,
    loss: null
  };
}
