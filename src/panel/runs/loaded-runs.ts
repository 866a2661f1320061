// What of a notebook's history has been read from the store.
import type { Execution, ExecutionId, Run, RunId } from '../../model';
import type { IRunStore } from '../../tokens';

/** Which runs to read, and of which to read the executions. */
export type Wanted = {
  readonly notebookPath: string;
  /** Folder that the server serves; empty to list runs of any. */
  readonly serverRoot: string;
  readonly limit: number;
  /** Asked once the runs are known; its runs are read, or read again when they changed. */
  readonly expanded: () => ReadonlySet<RunId>;
  /** True once the answer is not wanted any more. */
  readonly isStale: () => boolean;
};

/** Runs of one notebook, and the executions of those that were opened. */
export class LoadedRuns {
  private readonly _store: IRunStore;
  private readonly _dirtyRuns = new Set<RunId>();
  private readonly _executions = new Map<RunId, readonly Execution[]>();
  private _runs: readonly Run[] = [];
  private _hasOlder = false;

  constructor(store: IRunStore) {
    this._store = store;
  }

  /** Newest first; without those in which nothing ran. */
  get runs(): readonly Run[] {
    return this._runs;
  }

  /** True when the store has more than were asked for. */
  get hasOlder(): boolean {
    return this._hasOlder;
  }

  /** Executions of each run that was read. */
  get executions(): ReadonlyMap<RunId, readonly Execution[]> {
    return this._executions;
  }

  /** Those of the given executions that were read. */
  pick(executionIds: ReadonlySet<ExecutionId>): readonly Execution[] {
    return [...this._executions.values()]
      .flat()
      .filter(execution => executionIds.has(execution.executionId));
  }

  /** Another notebook's turn. */
  clear(): void {
    this._runs = [];
    this._hasOlder = false;
    this._executions.clear();
  }

  /** The next time, executions are read anew: those of one run, or all. */
  invalidate(runId?: RunId): void {
    if (runId === undefined) {
      this._executions.clear();
    } else {
      this._dirtyRuns.add(runId);
    }
  }

  /** Lists the runs; false when the answer came too late. */
  async readRuns(wanted: Wanted): Promise<boolean> {
    const { limit, notebookPath, serverRoot } = wanted;
    const runs = await this._store.list({
      notebookPath,
      ...(serverRoot === '' ? {} : { serverRoot }),
      limit
    });
    if (wanted.isStale()) {
      return false;
    }
    // A kernel that was only started has nothing to show.
    this._runs = runs.filter(run => run.executionCount > 0);
    this._hasOlder = runs.length >= limit;
    return true;
  }

  /** Reads the executions of the runs that are open; false when the answer came too late. */
  async readExecutions(wanted: Wanted): Promise<boolean> {
    const expanded = wanted.expanded();
    for (const { runId } of this._runs.filter(run => expanded.has(run.runId))) {
      if (this._executions.has(runId) && !this._dirtyRuns.has(runId)) {
        continue;
      }
      this._dirtyRuns.delete(runId);
      const executions = await this._store.executions(runId);
      if (wanted.isStale()) {
        return false;
      }
      this._executions.set(runId, executions);
    }
    return true;
  }
}
