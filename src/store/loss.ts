// Notices that records are gone: browsers lose whole databases without a word. What a page knew, or wrote to a second
// place, is compared with what the database says now.
import { propertyOf } from './property';
import type { Account } from './records';
import {
  lostAllSentence,
  lostExecutionsSentence,
  lostRunsSentence
} from './sentences';

/** A second place for a few numbers: `localStorage`, or what stands in for it. */
export type CopyStorage = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};

/** What was last known to be stored. */
export type AccountCopy = Pick<
  Account,
  'databaseId' | 'runs' | 'executions' | 'ordinal' | 'removals'
> & {
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** What an open finds. */
export type Findings = {
  readonly account: Account;
  /** Runs that are really there. */
  readonly countedRuns: number;
  /** Executions that the newest run should have and has not. */
  readonly missingInNewest: number;
  /** True when the browser itself says that it threw something away. */
  readonly isDamaged: boolean;
};

/** A sentence about what is gone; empty when nothing is. */
export function judgeLoss(
  { account, countedRuns, missingInNewest, isDamaged }: Findings,
  known: AccountCopy | null
): string {
  const date =
    known === null ? null : new Date(known.at).toISOString().slice(0, 10);
  const isOther = known !== null && account.databaseId !== known.databaseId;
  const isShort = known !== null && account.ordinal < known.ordinal;
  const lostRuns = isOther
    ? known.runs
    : Math.max(
        account.runs - countedRuns,
        isShort ? known.ordinal - account.ordinal : 0
      );
  if (lostRuns > 0) {
    return lostRunsSentence(lostRuns, date);
  }
  const isComparable =
    known !== null && !isOther && known.removals === account.removals;
  const lostExecutions = Math.max(
    missingInNewest,
    isComparable ? known.executions - account.executions : 0
  );
  if (lostExecutions > 0) {
    return lostExecutionsSentence(lostExecutions, date);
  }
  return isDamaged ? lostAllSentence : '';
}

/** The copy of the account in the second place. Where that place is closed to us, there is none. */
export class AccountCopies {
  constructor(
    private readonly storage: CopyStorage | null,
    private readonly key: string
  ) {}

  read(): AccountCopy | null {
    return this.guarded(storage => parseCopy(storage.getItem(this.key)));
  }

  write(account: Account, at: number): void {
    const { databaseId, runs, executions, ordinal, removals } = account;
    const copy: AccountCopy = {
      databaseId,
      runs,
      executions,
      ordinal,
      removals,
      at
    };
    this.guarded(storage => {
      storage.setItem(this.key, JSON.stringify(copy));
      return null;
    });
  }

  remove(): void {
    this.guarded(storage => {
      storage.removeItem(this.key);
      return null;
    });
  }

  /** The second place may be full or forbidden; then losses go unnoticed, and nothing else is worse. */
  private guarded<Value>(
    access: (storage: CopyStorage) => Value | null
  ): Value | null {
    try {
      return this.storage === null ? null : access(this.storage);
    } catch {
      return null;
    }
  }
}

function parseCopy(text: string | null): AccountCopy | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  const numberAt = (name: string): number => {
    const number = propertyOf(value, name);
    return typeof number === 'number' && number >= 0 ? number : NaN;
  };
  const databaseId = propertyOf(value, 'databaseId');
  const numbers = {
    runs: numberAt('runs'),
    executions: numberAt('executions'),
    ordinal: numberAt('ordinal'),
    removals: numberAt('removals'),
    at: numberAt('at')
  };
  return typeof databaseId === 'string' &&
    Object.values(numbers).every(number => number <= 8.64e15)
    ? { databaseId, ...numbers }
    : null;
}
