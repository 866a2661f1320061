// One database, opened as often as it takes, and a spare place for when the browser's own is damaged.
import type { IBackend } from '../backend';
import { pause, type Clock } from '../clock';
import type { Buckets } from '../environment';
import { faultOf, type Fault } from '../faults';
import { IndexedDbBackend } from './backend';
import type { Migration } from './migrations';
import { openDatabase } from './open';

export type ConnectionOptions = {
  readonly name: string;
  readonly migrations: readonly Migration[];
  readonly indexedDB: () => IDBFactory | null | undefined;
  readonly buckets: Buckets | null;
  readonly clock: Clock;
  onBlocked(): void;
  /** The database had to be closed, or was closed: for an upgrade by another page, or by the browser. */
  onClosed(reason: 'upgrade' | 'browser'): void;
};

export type ConnectionOutcome =
  | {
      readonly kind: 'open';
      readonly backend: IBackend;
      readonly isDamaged: boolean;
      /** True when the default place is beyond use. */
      readonly isSpare: boolean;
    }
  | { readonly kind: 'failed'; readonly fault: Fault | 'missing' };

const patienceMs = 5000;
const bucketName = 'jupyterlab-retrace';
/** Milliseconds before each further try. */
const firstPauses = [200, 1000];
const laterPauses = [200, 1000, 5000];

/** Opens the database, and opens it again after it went away. */
export class Connection {
  constructor(private readonly options: ConnectionOptions) {}

  /** The first open: quick to give up, as the page waits. */
  open(): Promise<ConnectionOutcome> {
    return this.openWith(firstPauses);
  }

  /** After the database went away under us. */
  reopen(): Promise<ConnectionOutcome> {
    return this.openWith(laterPauses);
  }

  /** Removes the spare place with all that is in it, unless it is in use. */
  async removeSpare(): Promise<void> {
    if (this.isSpareInUse) {
      return;
    }
    try {
      await this.options.buckets?.delete(bucketName);
    } catch (error) {
      if (faultOf(error) === 'bug') {
        throw error;
      }
    }
  }

  private async openWith(
    pauses: readonly number[]
  ): Promise<ConnectionOutcome> {
    let fault: Fault | 'missing' = 'missing';
    for (const waitMs of [0, ...pauses]) {
      if (waitMs > 0) {
        await pause(this.options.clock, waitMs);
      }
      const outcome = await this.tryDefault();
      if (outcome.kind === 'open') {
        return outcome;
      }
      fault = outcome.fault;
      if (fault !== 'disconnected' && fault !== 'damaged') {
        return outcome;
      }
    }
    return fault === 'damaged' ? this.trySpare() : { kind: 'failed', fault };
  }

  private async tryDefault(): Promise<ConnectionOutcome> {
    try {
      const factory = this.options.indexedDB();
      return factory
        ? await this.openIn(factory, false)
        : { kind: 'failed', fault: 'missing' };
    } catch (error) {
      return { kind: 'failed', fault: faultOf(error) };
    }
  }

  private async trySpare(): Promise<ConnectionOutcome> {
    const { buckets } = this.options;
    if (buckets === null) {
      return { kind: 'failed', fault: 'damaged' };
    }
    try {
      const bucket = await buckets.open(bucketName);
      return await this.openIn(bucket.indexedDB, true);
    } catch (error) {
      if (faultOf(error) === 'bug') {
        throw error;
      }
      return { kind: 'failed', fault: 'damaged' };
    }
  }

  private async openIn(
    factory: IDBFactory,
    isSpare: boolean
  ): Promise<ConnectionOutcome> {
    const { name, migrations, clock, onBlocked, onClosed } = this.options;
    const { database, isDamaged } = await openDatabase({
      factory,
      name,
      migrations,
      clock,
      patienceMs,
      onBlocked,
      onBlocking: isUpgrade => onClosed(isUpgrade ? 'upgrade' : 'browser'),
      onTerminated: () => onClosed('browser')
    });
    const backend = new IndexedDbBackend(database);
    this.isSpareInUse = isSpare;
    return { kind: 'open', backend, isDamaged, isSpare };
  }

  private isSpareInUse = false;
}
