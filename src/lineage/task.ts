// Long computations in small steps, so that a page can do something else in between.

/** A computation that may be left between its steps and gone on with later. */
export type Task<Result> = Generator<void, Result, void>;

/** Goes through to the end at once. */
export function finish<Result>(task: Task<Result>): Result {
  for (;;) {
    const step = task.next();
    if (step.done) {
      return step.value;
    }
  }
}
