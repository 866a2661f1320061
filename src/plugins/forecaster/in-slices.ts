// Works a long computation off in slices, with a breath for the page after each.
import type { Task } from '../../lineage';

/** How a computation is cut. */
export type SlicingOptions = {
  /** Length of a slice, in milliseconds; its last step may go beyond. */
  readonly sliceMs: number;
  /** Milliseconds on a clock that never goes back. */
  now(): number;
  /** Resolves when the next slice may begin. */
  breathe(): Promise<void>;
  /** True when nobody wants the result any more. */
  isOver(): boolean;
};

/** What came out, and the time that the slices took together. */
export type Sliced<Result> = {
  readonly result: Result;
  readonly busyMs: number;
};

/** The result; null when nobody wanted it to the end. */
export async function inSlices<Result>(
  task: Task<Result>,
  { sliceMs, now, breathe, isOver }: SlicingOptions
): Promise<Sliced<Result> | null> {
  let busyMs = 0;
  while (!isOver()) {
    const startedAt = now();
    let spentMs = 0;
    while (spentMs < sliceMs) {
      const step = task.next();
      spentMs = now() - startedAt;
      if (step.done) {
        return { result: step.value, busyMs: busyMs + spentMs };
      }
    }
    busyMs += spentMs;
    await breathe();
  }
  return null;
}
