// Holds the back end in use: opens it, opens it again when it goes away, and falls back to memory when it stays away.
import type { StoreState } from '../tokens';
import type { IBackend } from './backend';
import type { Clock } from './clock';
import type { Connection, ConnectionOutcome } from './indexeddb/connection';
import { faultOf, type Fault } from './faults';
import { inspect } from './inspect';
import type { AccountCopies } from './loss';
import { MemoryBackend } from './memory';
import type { Account } from './records';
import { resumeRemovals } from './remove';
import {
  blockedSentence,
  failingSentence,
  headsOnlySentence,
  obstacleSentence,
  plainState,
  spareSentence,
  type Obstacle
} from './sentences';

export type HolderOptions = {
  readonly connection: Connection;
  readonly copies: AccountCopies;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Called after every change of state. */
  onState(state: StoreState): void;
};

const maximalTries = 3;

const obstacleByFault: { readonly [Name in Fault | 'missing']: Obstacle } = {
  missing: 'missing',
  denied: 'denied',
  silent: 'silent',
  damaged: 'damaged',
  full: 'full',
  newer: 'newer',
  disconnected: 'unsteady',
  unstorable: 'unsteady',
  unreadable: 'unsteady',
  bug: 'unsteady'
};

/** The back end in use, the state that it is in, and what it held when it was last seen. */
export class Holder {
  constructor(private readonly options: HolderOptions) {
    this.opening = this.take(options.connection.open());
  }

  get state(): StoreState {
    return this.currentState;
  }

  /** The account as the last transaction left it; null while nothing is open. */
  get account(): Account | null {
    return this.lastAccount;
  }

  /** True when records go to this page's memory. */
  get isVolatile(): boolean {
    return this.current instanceof MemoryBackend;
  }

  /** The back end in use, once it is open; null after `dispose`. */
  async backend(): Promise<IBackend | null> {
    await this.opening;
    return this.current;
  }

  /**
   * Closes the database and opens it again, once for all who ask. Nothing happens when `failed` is not in use any
   * more; null means whatever is in use.
   */
  reconnect(failed: IBackend | null): Promise<void> {
    const isStale = failed !== null && failed !== this.current;
    if (
      !isStale &&
      !this.isReconnecting &&
      !this.isVolatile &&
      !this.isDisposed
    ) {
      this.isReconnecting = true;
      this.current?.close();
      this.current = null;
      this.setHealth('failing', failingSentence(0));
      this.opening = this.take(this.options.connection.reopen()).finally(() => {
        this.isReconnecting = false;
      });
    }
    return this.opening;
  }

  /** Goes on in memory for good. */
  failOver(fault: Fault | 'missing'): void {
    if (this.isVolatile || this.isDisposed) {
      return;
    }
    this.current?.close();
    this.current = new MemoryBackend();
    this.setState({
      condition: fault === 'newer' ? 'read-only' : 'memory',
      message: obstacleSentence(obstacleByFault[fault]),
      loss: this.currentState.loss
    });
  }

  /** Says how writing goes; in memory the sentence about that stays. */
  setHealth(
    condition: 'ready' | 'heads-only' | 'failing',
    failing = failingSentence(0)
  ): void {
    const { loss } = this.currentState;
    if (this.isVolatile || this.isDisposed) {
      return;
    }
    this.setState(
      condition === 'ready'
        ? plainState('ready', loss)
        : {
            condition,
            message: condition === 'failing' ? failing : headsOnlySentence,
            loss
          }
    );
  }

  /** Another page keeps an upgrade from beginning. */
  setBlocked(): void {
    this.setHealth('failing', blockedSentence);
  }

  /** Takes note of what the database holds now. The second place need not know at once, unless `isWeighty`. */
  note(account: Account, isWeighty: boolean): void {
    this.lastAccount = account;
    const now = this.options.clock.now();
    const isDue = Math.abs(now - this.copiedAt) >= 2000;
    if (!this.isVolatile && (isWeighty || isDue)) {
      this.copiedAt = now;
      this.options.copies.write(account, now);
    }
  }

  /** Forgets what is known to be missing. */
  clearLoss(): void {
    this.setState({ ...this.currentState, loss: '' });
  }

  dispose(): void {
    this.isDisposed = true;
    this.current?.close();
    this.current = null;
  }

  /** Takes the database into use. One that opens and then fails is opened again a few times. */
  private async take(opening: Promise<ConnectionOutcome>): Promise<void> {
    let outcome = await opening;
    for (let tries = 1; ; tries++) {
      if (outcome.kind === 'failed') {
        this.failOver(outcome.fault);
        return;
      }
      if (this.isDisposed || this.isVolatile) {
        outcome.backend.close();
        return;
      }
      const fault = await this.tryUse(outcome);
      if (fault === null) {
        return;
      }
      outcome.backend.close();
      outcome =
        fault === 'disconnected' && tries < maximalTries
          ? await this.options.connection.reopen()
          : { kind: 'failed', fault };
    }
  }

  /** Null when the database is in use now. */
  private async tryUse(
    outcome: ConnectionOutcome & { readonly kind: 'open' }
  ): Promise<Fault | null> {
    const { copies, clock, newId } = this.options;
    const known = this.lastAccount
      ? { ...this.lastAccount, at: this.copiedAt }
      : copies.read();
    try {
      const { account, loss } = await inspect(outcome.backend, {
        known,
        isDamaged: outcome.isDamaged,
        now: clock.now(),
        newId
      });
      await resumeRemovals(outcome.backend);
      this.current = outcome.backend;
      this.note(account, true);
      this.setState(
        plainState('ready', outcome.isSpare ? spareSentence : loss)
      );
      return null;
    } catch (error) {
      return faultOf(error);
    }
  }

  private setState(state: StoreState): void {
    const { condition, message, loss } = this.currentState;
    if (
      condition !== state.condition ||
      message !== state.message ||
      loss !== state.loss
    ) {
      this.currentState = state;
      this.options.onState(state);
    }
  }

  private currentState: StoreState = plainState('opening', '');
  private current: IBackend | null = null;
  private lastAccount: Account | null = null;
  private opening: Promise<void>;
  private isReconnecting = false;
  private isDisposed = false;
  private copiedAt = 0;
}
