// Performs writes one after the other, and does for each fault what helps against it.
import type { RunId } from '../model';
import type { IBackend } from './backend';
import { pause, type Clock } from './clock';
import { faultOf, type Fault } from './faults';
import type { Holder } from './holder';
import {
  hasContents,
  hasOutputs,
  headsOnly,
  withoutOutputs,
  type PreparedBatch
} from './prepare';
import type { Account } from './records';
import { pruneRuns, type Pruned } from './remove';
import {
  failingSentence,
  outputsDroppedDetail,
  refusedDetail
} from './sentences';
import { WriteQueue, type Job } from './write-queue';

export type WriterOptions = {
  readonly holder: Holder;
  readonly clock: Clock;
  /** Bytes that may be held in all. */
  budgetBytes(): number;
  /** Called when runs went to make room, or with `noRunId` proofs of no run. */
  onPruned(runIds: readonly RunId[]): void;
};

/** Pruning begins and ends at these parts of the budget. */
const pruneFrom = 0.8;
const pruneTo = 0.7;
/** In memory there is less room than on a disk. */
const volatileBytes = 64 * 1024 * 1024;
/** How long after a refusal outputs are tried again. */
const retryMs = 30_000;
/** How long to wait, one time after the other, when not even a head finds room. */
const fullPausesMs = [1000, 4000, 15_000];
const maximalReconnects = 3;
const maximalSimplifications = 3;

/** The writing half of the store. */
export class Writer {
  constructor(private readonly options: WriterOptions) {}

  /** Takes a job on. */
  add(job: Job): void {
    this.queue.add(job);
    job.preparing?.then(
      batch => {
        job.batch ??= batch;
        if (this.options.holder.state.condition === 'failing') {
          this.holdOn();
        }
      },
      () => undefined // Told where the job is attempted.
    );
    void this.pump();
  }

  /** Whether outputs are left out at the moment. */
  get isSparing(): boolean {
    const { clock } = this.options;
    const isRefused = clock.now() - this.refusedAt < retryMs;
    return isRefused || this.isOverBudget;
  }

  /** Prunes when too much is held; called after each write. */
  async keepWithinBudget(backend: IBackend, account: Account): Promise<void> {
    const budget = this.budget();
    let { bytes } = account;
    if (bytes > budget * pruneFrom && bytes > this.exhaustedBytes) {
      const pruned = await this.prune(backend, budget * pruneTo);
      bytes = pruned.account.bytes;
      // Nothing more can go until something was added; then it is worth another look.
      this.exhaustedBytes =
        pruned.runIds.length === 0 ? bytes + budget / 100 : 0;
    }
    this.isOverBudget = bytes > budget && this.exhaustedBytes > 0;
    const isFailing = this.options.holder.state.condition === 'failing';
    if (!isFailing) {
      this.options.holder.setHealth(this.isSparing ? 'heads-only' : 'ready');
    }
  }

  /** What is called after room was made, or the budget changed. */
  reconsider(): void {
    this.exhaustedBytes = 0;
    this.isOverBudget = false;
    this.refusedAt = -Infinity;
  }

  private async pump(): Promise<void> {
    if (this.isPumping) {
      return;
    }
    this.isPumping = true;
    for (let job = this.queue.first; job; job = this.queue.first) {
      const backend = await this.options.holder.backend();
      if (backend === null) {
        this.queue.removeAll().forEach(left => left.abandon());
        break;
      }
      await this.attempt(job, backend);
    }
    this.isPumping = false;
  }

  private async attempt(job: Job, backend: IBackend): Promise<void> {
    try {
      if (job.preparing !== undefined) {
        job.batch ??= await job.preparing;
      }
      if (job.isDispensable && this.isSparing) {
        this.forgo(job);
        return;
      }
      if (job.batch !== undefined && this.isSparing) {
        job.batch = this.lighten(job.batch);
      }
      await job.perform(backend);
      this.queue.removeFirst();
      this.settle();
    } catch (error) {
      try {
        await this.recover(job, { backend, error });
      } catch (bug) {
        this.giveUp(job, bug);
      }
    }
  }

  /** After a success: what went wrong before is over. */
  private settle(): void {
    const { holder } = this.options;
    this.wasFull = false;
    if (holder.state.condition === 'failing') {
      this.droppedOutputs = 0;
      holder.setHealth(this.isSparing ? 'heads-only' : 'ready');
    }
  }

  private async recover(
    job: Job,
    { backend, error }: { readonly backend: IBackend; readonly error: unknown }
  ): Promise<void> {
    const { holder } = this.options;
    if ((await holder.backend()) !== backend) {
      // It was closed under the job, which is performed again on the one in use now.
      return;
    }
    if (holder.isVolatile) {
      this.giveUp(job, error);
      return;
    }
    const fault = faultOf(error, this.wasFull);
    switch (fault) {
      case 'full':
        return this.makeRoom(job, backend);
      case 'unstorable':
      case 'unreadable':
        return this.simplify(job, error);
      case 'bug':
        return this.giveUp(job, error);
      case 'disconnected':
      case 'damaged':
        return this.reconnect(job, { backend, fault });
      default:
        holder.failOver(fault);
    }
  }

  /** Prune and try again; then without outputs; then wait a few times; then there is no room for anything. */
  private async makeRoom(job: Job, backend: IBackend): Promise<void> {
    const { holder, clock } = this.options;
    this.wasFull = true;
    job.failures.full++;
    if (job.failures.full === 1) {
      const held = holder.account?.bytes ?? 0;
      await this.tryPrune(backend, held * pruneTo);
      return;
    }
    if (job.batch !== undefined && hasOutputs(job.batch)) {
      this.refusedAt = clock.now();
      job.batch = this.lighten(job.batch);
      holder.setHealth('heads-only');
      return;
    }
    if (job.isDispensable) {
      this.refusedAt = clock.now();
      holder.setHealth('heads-only');
      this.forgo(job);
      return;
    }
    // What was removed takes the browser a while to give back.
    const waitMs = fullPausesMs[job.failures.waits++];
    if (waitMs === undefined) {
      holder.failOver('full');
      return;
    }
    holder.setHealth('failing');
    this.holdOn();
    await pause(clock, waitMs);
  }

  private async prune(backend: IBackend, bytes: number): Promise<Pruned> {
    const pruned = await pruneRuns(backend, bytes);
    if (pruned.runIds.length > 0) {
      this.options.holder.note(pruned.account, true);
      this.options.onPruned(pruned.runIds);
    }
    return pruned;
  }

  private async tryPrune(backend: IBackend, bytes: number): Promise<void> {
    try {
      await this.prune(backend, bytes);
    } catch (error) {
      if (faultOf(error) === 'bug') {
        throw error;
      }
      // Where even removing fails, the write is tried again all the same, and then without outputs.
    }
  }

  /** Leaves out what the browser cannot store; the heads stay. */
  private simplify(job: Job, error: unknown): void {
    job.failures.other++;
    const { batch } = job;
    const at = new Date(this.options.clock.now()).toISOString();
    if (batch !== undefined && hasOutputs(batch)) {
      job.batch = withoutOutputs(batch, at, refusedDetail);
    } else if (batch !== undefined && hasContents(batch)) {
      job.batch = headsOnly(batch, at, refusedDetail);
    } else if (job.failures.other > maximalSimplifications) {
      this.giveUp(job, error);
    }
  }

  private async reconnect(
    job: Job,
    { backend, fault }: { readonly backend: IBackend; readonly fault: Fault }
  ): Promise<void> {
    const { holder } = this.options;
    job.failures.disconnected++;
    if (job.failures.disconnected > maximalReconnects) {
      holder.failOver(fault);
      return;
    }
    const reopening = holder.reconnect(backend);
    this.holdOn();
    await reopening;
  }

  /** While nothing can be written: lets callers go on, and keeps within the bound. */
  private holdOn(): void {
    const { holder } = this.options;
    this.queue.release();
    const dropped = this.queue.trim(batch => this.lighten(batch));
    this.droppedOutputs += dropped;
    if (dropped > 0) {
      holder.setHealth('failing', failingSentence(this.droppedOutputs));
    }
  }

  /** Leaves a write out; the state of the store says that there is no room. */
  private forgo(job: Job): void {
    this.queue.removeFirst();
    job.abandon();
  }

  private giveUp(job: Job, error: unknown): void {
    this.queue.removeFirst();
    job.reject(error);
  }

  private lighten(batch: PreparedBatch): PreparedBatch {
    const at = new Date(this.options.clock.now()).toISOString();
    return withoutOutputs(batch, at, outputsDroppedDetail);
  }

  private budget(): number {
    const { holder, budgetBytes } = this.options;
    return holder.isVolatile
      ? Math.min(volatileBytes, budgetBytes())
      : budgetBytes();
  }

  private readonly queue = new WriteQueue();
  private isPumping = false;
  private isOverBudget = false;
  private wasFull = false;
  private refusedAt = -Infinity;
  private exhaustedBytes = 0;
  private droppedOutputs = 0;
}
