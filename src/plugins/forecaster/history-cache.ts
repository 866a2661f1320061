// The histories of one notebook's newest runs, read again only where something was written.
import type { Execution, RunHistory, RunId } from '../../model';
import type { IRunStore, RunQuery } from '../../tokens';

/** One run's history, with the executions that still wait for their turn. */
export type CachedHistory = RunHistory & {
  /** Executions without a sequence, in order of submission. */
  readonly queued: readonly Execution[];
};

/** Reads run by run, and of a run that grew only what is new. */
export class HistoryCache {
  constructor(
    private readonly _store: IRunStore,
    private readonly _limit: number
  ) {}

  /** True for runs that the last `read` returned. */
  holds(runId: RunId): boolean {
    return this._histories.has(runId);
  }

  /** Lets the next `read` look at these runs again; at all of them when none is given. */
  invalidate(runIds: readonly RunId[]): void {
    const stale = runIds.length > 0 ? runIds : [...this._histories.keys()];
    stale.forEach(runId => this._stale.add(runId));
  }

  /** The newest runs that a query finds, oldest first. */
  async read(query: RunQuery): Promise<readonly CachedHistory[]> {
    const runs = await this._store.list({ ...query, limit: this._limit });
    const histories: CachedHistory[] = [];
    for (const { runId } of [...runs].reverse()) {
      const history = await this._readRun(runId);
      if (history) {
        histories.push(history);
      }
    }
    this._histories = new Map(histories.map(each => [each.run.runId, each]));
    return histories;
  }

  private async _readRun(runId: RunId): Promise<CachedHistory | null> {
    const cached = this._histories.get(runId) ?? null;
    if (cached && !this._stale.has(runId)) {
      return cached;
    }
    // Before reading: what is written meanwhile makes it stale again.
    this._stale.delete(runId);
    const run = await this._store.get(runId);
    if (!run) {
      return null;
    }
    const heads = await this._store.executions(runId);
    const known = cached?.sources ?? new Map<never, never>();
    const hashes = new Set(heads.map(head => head.sourceHash));
    const missing = [...hashes].filter(hash => !known.has(hash));
    const found =
      missing.length > 0 ? await this._store.sources(missing) : new Map();
    const environment =
      run.environmentId === null
        ? null
        : cached?.environment?.environmentId === run.environmentId
          ? cached.environment
          : await this._store.environment(run.environmentId);
    return {
      run,
      executions: heads.filter(head => head.sequence !== null),
      queued: heads.filter(head => head.sequence === null),
      sources: new Map([...known, ...found]),
      environment
    };
  }

  private _histories: ReadonlyMap<RunId, CachedHistory> = new Map();
  private readonly _stale = new Set<RunId>();
}
