// Writes that wait for their turn, in order, within a bound of memory.
import { hasOutputs, weightOf, type PreparedBatch } from './prepare';
import type { IBackend } from './backend';

/** How often a job failed, by what it failed of. */
export type Failures = {
  /** For want of room. */
  full: number;
  /** Times that it was put off until there might be room. */
  waits: number;
  disconnected: number;
  other: number;
};

/** Of a job that was not tried yet. */
export function noFailures(): Failures {
  return { full: 0, waits: 0, disconnected: 0, other: 0 };
}

/** One write. It is performed until it succeeds, on whatever back end is in use then. */
export type Job = {
  /** The batch to be stored; absent for other writes. Made lighter when there is no room for all of it. */
  batch?: PreparedBatch;
  /** Resolves when `batch` is there. */
  readonly preparing?: Promise<PreparedBatch>;
  /** True for a write that is given up where there is no room for outputs. */
  readonly isDispensable?: boolean;
  perform(backend: IBackend): Promise<void>;
  /** Lets the caller go on before the write is done; only for those that wait for no answer. */
  release?(): void;
  /** The store ended before the job's turn came, or there is no room for it. */
  abandon(): void;
  /** A bug ended the job. */
  reject(error: unknown): void;
  /** How often it failed, by what it failed of. */
  readonly failures: Failures;
};

const maximalBytes = 64 * 1024 * 1024;
const maximalExecutions = 500;

/** First in, first out. */
export class WriteQueue {
  get first(): Job | undefined {
    return this.jobs[0];
  }

  get isEmpty(): boolean {
    return this.jobs.length === 0;
  }

  add(job: Job): void {
    this.jobs.push(job);
  }

  removeFirst(): void {
    this.jobs.shift();
  }

  removeAll(): readonly Job[] {
    return this.jobs.splice(0);
  }

  /** Lets go of all callers that need no answer. */
  release(): void {
    this.jobs.forEach(job => job.release?.());
  }

  /** Drops outputs, oldest first, until the bound holds; answers of how many executions. */
  trim(lighten: (batch: PreparedBatch) => PreparedBatch): number {
    let { bytes, executions } = this.sums();
    let dropped = 0;
    for (const job of this.jobs) {
      if (bytes <= maximalBytes && executions <= maximalExecutions) {
        break;
      }
      if (job.batch !== undefined && hasOutputs(job.batch)) {
        bytes -= weightOf(job.batch);
        executions -= job.batch.executions.length;
        dropped += job.batch.payloads.length;
        job.batch = lighten(job.batch);
        bytes += weightOf(job.batch);
      }
    }
    return dropped;
  }

  /** Executions that hold outputs count; a bare head is next to nothing. */
  private sums(): { bytes: number; executions: number } {
    let bytes = 0;
    let executions = 0;
    for (const { batch } of this.jobs) {
      bytes += batch === undefined ? 0 : weightOf(batch);
      executions +=
        batch !== undefined && hasOutputs(batch) ? batch.executions.length : 0;
    }
    return { bytes, executions };
  }

  private readonly jobs: Job[] = [];
}
