// A run store in plain memory for tests of what reads it: it keeps what it is given and says what was asked.
import { Signal } from '@lumino/signaling';

import {
  emptyContext,
  runIdOf,
  type BlobHash,
  type Execution,
  type ExecutionId,
  type ExecutionPayload,
  type Proof,
  type Run,
  type RunContext,
  type RunHistory,
  type RunId
} from '../model';
import type {
  IRunStore,
  ProofQuery,
  RunBatch,
  RunDraft,
  RunQuery,
  StoreChange,
  StoreState,
  StoreUsage
} from '../tokens';

/** Holds runs, heads and payloads; documents, environments and sources are nobody's business here. */
export class StoreDouble implements IRunStore {
  /** Names of the methods that were called, in order, with their first argument. */
  readonly calls: string[] = [];
  readonly changed: Signal<IRunStore, StoreChange> = new Signal<
    IRunStore,
    StoreChange
  >(this);
  isDisposed = false;
  readonly ready = Promise.resolve();
  state: StoreState = { condition: 'ready', message: '', loss: '' };
  readonly stateChanged: Signal<IRunStore, StoreState> = new Signal<
    IRunStore,
    StoreState
  >(this);

  async openRun(draft: RunDraft): Promise<Run> {
    const run = { ...draft, number: this._runs.size + 1 };
    this._runs.set(run.runId, run);
    return Promise.resolve(run);
  }

  async append(batch: RunBatch): Promise<void> {
    const { run } = batch;
    this._runs.set(run.runId, run);
    const heads = this._heads.get(run.runId) ?? new Map();
    batch.executions.forEach(head => heads.set(head.executionId, head));
    this._heads.set(run.runId, heads);
    batch.payloads.forEach(({ executionId, omissions, outputs, source }) =>
      this._payloads.set(executionId, {
        source: source ?? null,
        outputs: outputs ?? null,
        omissions: omissions ?? []
      })
    );
    this.changed.emit({ kind: 'appended', runIds: [run.runId] });
    return Promise.resolve();
  }

  async list(query: RunQuery): Promise<readonly Run[]> {
    this.calls.push(`list ${query.notebookPath ?? ''}`);
    const { before, limit = 100, notebookPath } = query;
    return Promise.resolve(
      [...this._runs.values()]
        .filter(run => (notebookPath ?? run.notebookPath) === run.notebookPath)
        .sort((a, b) => b.number - a.number)
        .filter(run => before === undefined || run.runId < before)
        .slice(0, limit)
    );
  }

  async get(runId: RunId): Promise<Run | null> {
    return Promise.resolve(this._runs.get(runId) ?? null);
  }

  async executions(runId: RunId): Promise<readonly Execution[]> {
    this.calls.push(`executions ${runId}`);
    return Promise.resolve([...(this._heads.get(runId)?.values() ?? [])]);
  }

  async execution(executionId: ExecutionId): Promise<Execution | null> {
    const heads = this._heads.get(runIdOf(executionId));
    return Promise.resolve(heads?.get(executionId) ?? null);
  }

  async payload(executionId: ExecutionId): Promise<ExecutionPayload> {
    this.calls.push(`payload ${executionId}`);
    return Promise.resolve(
      this._payloads.get(executionId) ?? {
        source: null,
        outputs: null,
        omissions: []
      }
    );
  }

  async sources(): Promise<ReadonlyMap<BlobHash, string>> {
    return Promise.resolve(new Map());
  }

  async environment(): Promise<null> {
    return Promise.resolve(null);
  }

  async document(): Promise<null> {
    return Promise.resolve(null);
  }

  async history(): Promise<RunHistory | null> {
    return Promise.resolve(null);
  }

  async context(runId: RunId): Promise<RunContext> {
    return Promise.resolve(this._contexts.get(runId) ?? emptyContext(runId));
  }

  async putContext(context: RunContext): Promise<void> {
    this._contexts.set(context.runId, context);
    this.changed.emit({ kind: 'appended', runIds: [context.runId] });
    return Promise.resolve();
  }

  async proofs(query: ProofQuery): Promise<readonly Proof[]> {
    const isHit = (proof: Proof): boolean =>
      'runId' in query
        ? proof.runId === query.runId
        : proof.notebookPath === query.notebookPath;
    return Promise.resolve([...this._proofs.values()].filter(isHit).reverse());
  }

  async addProof(proof: Proof): Promise<void> {
    this._proofs.set(proof.proofId, proof);
    this.changed.emit({ kind: 'appended', runIds: [proof.runId] });
    return Promise.resolve();
  }

  async removeProofs(proofIds: readonly string[]): Promise<void> {
    proofIds.forEach(id => this._proofs.delete(id));
    this.changed.emit({ kind: 'appended', runIds: [] });
    return Promise.resolve();
  }

  async rename(oldPath: string, newPath: string): Promise<void> {
    for (const run of this._runs.values()) {
      if (run.notebookPath === oldPath) {
        this._runs.set(run.runId, { ...run, notebookPath: newPath });
      }
    }
    this.changed.emit({ kind: 'renamed', runIds: [] });
    return Promise.resolve();
  }

  async setPinned(runId: RunId, isPinned: boolean): Promise<void> {
    const run = this._runs.get(runId);
    if (run) {
      this._runs.set(runId, { ...run, isPinned });
    }
    this.changed.emit({ kind: 'appended', runIds: [runId] });
    return Promise.resolve();
  }

  async remove(runIds: readonly RunId[]): Promise<void> {
    runIds.forEach(runId => {
      this._runs.delete(runId);
      this._heads.delete(runId);
    });
    this.changed.emit({ kind: 'removed', runIds });
    return Promise.resolve();
  }

  async clear(): Promise<void> {
    return this.remove([...this._runs.keys()]);
  }

  async usage(): Promise<StoreUsage> {
    const executions = [...this._heads.values()];
    return Promise.resolve({
      runs: this._runs.size,
      executions: executions.reduce((sum, heads) => sum + heads.size, 0),
      bytes: 3_400_000,
      budgetBytes: 1e9
    });
  }

  dispose(): void {
    this.isDisposed = true;
  }

  private readonly _contexts = new Map<RunId, RunContext>();
  private readonly _heads = new Map<RunId, Map<ExecutionId, Execution>>();
  private readonly _payloads = new Map<ExecutionId, ExecutionPayload>();
  private readonly _proofs = new Map<string, Proof>();
  private readonly _runs = new Map<RunId, Run>();
}
