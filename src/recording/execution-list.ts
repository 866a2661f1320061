// The executions of a run: by request, in the order in which they started, and which of them changed.
import type { Execution, Output, RunId } from '../model';
import { ExecutionFold } from './execution-fold';
import type { Mask } from './mask';

/** Executions whose outputs stay at hand after they ended, for what threads print late. */
const RECENT = 16;

/** No more than this of outputs stays at hand for that. */
const HELD_BYTES = 32 << 20;

/** What a page finds when it continues a run. */
export type StoredExecution = {
  readonly head: Execution;
  /** Present for executions that were running. */
  readonly outputs: readonly Output[] | null;
};

/** Keeps the executions of one run. */
export class ExecutionList {
  private readonly _runId: RunId;
  private _capBytes: number;
  /** Takes secrets out of what is kept. */
  readonly mask: Mask;
  private readonly _byMsgId = new Map<string, ExecutionFold>();
  private readonly _order: ExecutionFold[] = [];
  private readonly _changed = new Set<ExecutionFold>();
  private readonly _leftOpen: ExecutionFold[] = [];
  /** Those that this page sent and that it has not seen overtaken, in the order in which they were sent. */
  private _sent: ExecutionFold[] = [];
  private readonly _releasedEarly = new WeakSet<ExecutionFold>();
  private _joinedAt = 0;

  constructor(options: {
    readonly runId: RunId;
    readonly capBytes: number;
    readonly mask: Mask;
    readonly stored: readonly StoredExecution[];
  }) {
    this._runId = options.runId;
    this._capBytes = options.capBytes;
    this.mask = options.mask;
    options.stored.forEach(entry => this._restore(entry));
    this._joinedAt = this._order.length;
  }

  /** How many have started or were aborted. */
  get count(): number {
    return this._order.length;
  }

  /** Those whose records changed since they were settled. */
  get changed(): readonly ExecutionFold[] {
    return [...this._changed];
  }

  /** Those of which nobody knows yet how they ended. */
  get open(): readonly ExecutionFold[] {
    return [...this._byMsgId.values()].filter(fold => fold.isOpen);
  }

  /** The kernel's counts of those that have started. */
  get counts(): ReadonlySet<number> {
    const counts = this._order.map(fold => fold.executionCount);
    return new Set(counts.filter(count => count !== null));
  }

  /** Sets the cap on outputs of executions that are not known yet. */
  limitOutputs(capBytes: number): void {
    this._capBytes = capBytes;
  }

  /** Every record, in no order that counts. */
  get all(): Iterable<ExecutionFold> {
    return this._byMsgId.values();
  }

  find(msgId: string): ExecutionFold | undefined {
    return this._byMsgId.get(msgId);
  }

  create(msgId: string): ExecutionFold {
    const fold = new ExecutionFold({
      runId: this._runId,
      msgId,
      capBytes: this._capBytes,
      mask: this.mask
    });
    this._byMsgId.set(msgId, fold);
    this._changed.add(fold);
    return fold;
  }

  /** Notes that a record changed; one that has started gets its place in the order. */
  note(fold: ExecutionFold): void {
    this._changed.add(fold);
    if (fold.sequence === null && fold.status !== 'queued') {
      this._order.push(fold);
      fold.sequence = this._order.length;
    }
  }

  /** Notes that everything of a record was taken. */
  settle(fold: ExecutionFold): void {
    this._changed.delete(fold);
  }

  /** Puts executions that were missed before all that this page saw start. */
  insertMissed(folds: readonly ExecutionFold[]): void {
    const added = folds.filter(fold => fold.sequence === null);
    this._order.splice(this._joinedAt, 0, ...added);
    this._joinedAt += added.length;
    folds.forEach(fold => this._changed.add(fold));
    this._order.forEach((fold, index) => {
      if (fold.sequence !== index + 1) {
        fold.sequence = index + 1;
        this._changed.add(fold);
      }
    });
  }

  /** Notes that this page sent it. */
  noteSent(fold: ExecutionFold): void {
    this._sent.push(fold);
  }

  /**
   * Those that ended unheard if this one starts now. Kernels work requests off in the order in which they came, so
   * whatever an earlier page left open before it has ended, and so has what this page sent before it: a connection that
   * is flooded loses messages. Code of other clients may have come in between and tells nothing.
   */
  endedBefore(fold: ExecutionFold): readonly ExecutionFold[] {
    const place = this._leftOpen.indexOf(fold);
    if (place < 0 && !fold.isSubmittedHere) {
      return [];
    }
    const earlier = place < 0 ? this._leftOpen : this._leftOpen.slice(0, place);
    const unheard = earlier.filter(other => other.isUnheard);
    const overtaken = this._sent.indexOf(fold);
    if (overtaken < 0) {
      return unheard;
    }
    const ended = this._sent.slice(0, overtaken).filter(({ isOpen }) => isOpen);
    this._sent = this._sent.slice(overtaken);
    return [...unheard, ...ended];
  }

  /**
   * Lets go of the outputs of those that ended some time ago, or that are large, and are stored, unless they can still
   * be updated.
   */
  release(isHeld: (fold: ExecutionFold) => boolean): void {
    const recent = this._order.length - RECENT;
    let held = 0;
    for (let index = this._order.length - 1; index >= 0; index--) {
      const fold = this._order[index];
      const isEarly = fold !== undefined && this._releasedEarly.has(fold);
      if (fold === undefined || (fold.isReleased && !isEarly)) {
        break;
      }
      held += fold.roughBytes;
      const isDue = index < recent || held > HELD_BYTES;
      if (isDue && !fold.isOpen && !this._changed.has(fold) && !isHeld(fold)) {
        held -= fold.roughBytes;
        fold.release();
        if (index >= recent) {
          this._releasedEarly.add(fold);
        }
      }
    }
  }

  private _restore({ head, outputs }: StoredExecution): void {
    const msgId = head.executionId.slice(head.executionId.indexOf('/') + 1);
    const fold = this.create(msgId);
    fold.restore(head, outputs);
    this._changed.delete(fold);
    if (fold.isOpen) {
      this._leftOpen.push(fold);
    }
    if (head.sequence !== null) {
      this._order.push(fold);
    }
  }
}
