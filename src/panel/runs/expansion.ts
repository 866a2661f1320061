// What is open in one notebook's history; kept for each notebook while the page lives.
import type { ExecutionId, Run, RunId } from '../../model';

/** The open runs and executions of one notebook. */
export class Expansion {
  readonly runs = new Set<RunId>();
  readonly executions = new Set<ExecutionId>();
  /** Runs that the user folded while a filter had opened them. */
  readonly foldedInFilter = new Set<RunId>();

  /** Opens the newest run when it is one that was never shown before. */
  meet(newest: Run | undefined): void {
    if (newest && newest.runId !== this._met) {
      this._met = newest.runId;
      this.runs.add(newest.runId);
    }
  }

  toggleRun(runId: RunId, isFiltering: boolean): void {
    flip(isFiltering ? this.foldedInFilter : this.runs, runId);
  }

  toggleExecution(executionId: ExecutionId): void {
    flip(this.executions, executionId);
  }

  private _met: RunId | null = null;
}

function flip<Item>(set: Set<Item>, item: Item): void {
  if (!set.delete(item)) {
    set.add(item);
  }
}
