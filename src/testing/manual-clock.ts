// Time that passes when a test says so.
import type { Clock } from '../store';

type Timer = { readonly at: number; readonly callback: () => void };

/** Turns of the event loop without a new timer after which nothing but time is waited for. */
const idleTurns = 1000;

/** A clock whose timers fire by hand. */
export class ManualClock implements Clock {
  constructor(private time = Date.parse('2026-11-21T10:00:00.000Z')) {}

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.time + milliseconds, callback };
    this.timers.add(timer);
    this.changes++;
    return () => {
      this.timers.delete(timer);
      this.changes++;
    };
  }

  /** Moves the time, also backwards; timers that are due fire. */
  move(milliseconds: number): void {
    this.time += milliseconds;
    for (const timer of [...this.timers]) {
      if (timer.at <= this.time && this.timers.delete(timer)) {
        timer.callback();
      }
    }
  }

  /** Lets everything run that does not wait for time, and then time pass until the promise settles. */
  async until<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    promise.then(settle, settle);
    for (let round = 0; round < 200; round++) {
      let seen = this.changes;
      for (let turn = 0; turn < idleTurns && !isSettled; turn++) {
        await new Promise<void>(resolve => setImmediate(resolve));
        turn = seen === this.changes ? turn : 0;
        seen = this.changes;
      }
      const next = [...this.timers].sort((a, b) => a.at - b.at)[0];
      if (isSettled || next === undefined) {
        break;
      }
      this.move(Math.max(0, next.at - this.time));
    }
    return promise;
  }

  private changes = 0;
  private readonly timers = new Set<Timer>();
}
