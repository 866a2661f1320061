// What the executions of a run add up to, kept without going through all of them each time.
import type { Execution } from '../model';

type Share = { readonly failures: number; readonly ms: number };

/** Sums of failures and times; each execution counts once, as it was noted last. */
export class RunTotals {
  private readonly _shares = new Map<Execution['executionId'], Share>();
  private _failures = 0;
  private _ms = 0;

  /** Executions that ended in an error. */
  get failures(): number {
    return this._failures;
  }

  /** Sum of the executions' times in milliseconds. */
  get busyMs(): number {
    return this._ms;
  }

  note({ executionId, status, startedAt, finishedAt }: Execution): void {
    const before = this._shares.get(executionId) ?? { failures: 0, ms: 0 };
    const ms =
      startedAt === null || finishedAt === null
        ? 0
        : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
    const failures = status === 'error' ? 1 : 0;
    this._shares.set(executionId, { failures, ms });
    this._failures += failures - before.failures;
    this._ms += ms - before.ms;
  }
}
