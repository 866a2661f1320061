// Reads from whatever back end is in use. What cannot be read is answered as if it were not there.
import {
  emptyContext,
  type BlobHash,
  type DocumentCell,
  type DocumentHash,
  type Environment,
  type EnvironmentId,
  type Execution,
  type ExecutionId,
  type ExecutionPayload,
  type Proof,
  type Run,
  type RunContext,
  type RunHistory,
  type RunId
} from '../model';
import type { ProofQuery, RunQuery } from '../tokens';
import { readContext, readProofs } from './annexes';
import { faultOf } from './faults';
import type { BytesHasher } from './hashing';
import type { Holder } from './holder';
import { readAccount } from './ledger';
import {
  executionsOf,
  readDocument,
  readPayload,
  readSources,
  type Reading
} from './read';
import { runOf, type Account } from './records';
import { listRuns } from './runs';

export type ReaderOptions = {
  readonly holder: Holder;
  readonly hash: BytesHasher;
  /** True once the store was disposed: then nothing is there. */
  isEnded(): boolean;
  /** Called when a payload does not come back as it was stored. */
  onDamaged(executionId: ExecutionId): void;
};

/** The reading half of the store. */
export class Reader {
  constructor(private readonly options: ReaderOptions) {}

  list(query: RunQuery): Promise<readonly Run[]> {
    return this.read([], ({ backend }) =>
      backend.read(records => listRuns(records, query))
    );
  }

  run(runId: RunId): Promise<Run | null> {
    return this.read(null, async ({ backend }) => {
      const run = await backend.read(records => records.get('runs', runId));
      return run === undefined || run.removing ? null : runOf(run);
    });
  }

  executions(runId: RunId): Promise<readonly Execution[]> {
    return this.read([], ({ backend }) =>
      backend.read(records => executionsOf(records, runId))
    );
  }

  execution(executionId: ExecutionId): Promise<Execution | null> {
    return this.read(null, async ({ backend }) => {
      const head = await backend.read(records =>
        records.get('executions', executionId)
      );
      return head ?? null;
    });
  }

  payload(executionId: ExecutionId): Promise<ExecutionPayload> {
    const lost = { source: null, outputs: null, omissions: [] };
    return this.read(lost, async reading => {
      const { payload, isDamaged } = await readPayload(reading, executionId);
      if (isDamaged) {
        this.options.onDamaged(executionId);
      }
      return payload;
    });
  }

  sources(hashes: readonly BlobHash[]): Promise<ReadonlyMap<BlobHash, string>> {
    return this.read<ReadonlyMap<BlobHash, string>>(new Map(), reading =>
      readSources(reading, hashes)
    );
  }

  environment(environmentId: EnvironmentId): Promise<Environment | null> {
    return this.read(null, async ({ backend }) => {
      const environment = await backend.read(records =>
        records.get('environments', environmentId)
      );
      return environment ?? null;
    });
  }

  document(
    documentHash: DocumentHash
  ): Promise<readonly DocumentCell[] | null> {
    return this.read(null, reading => readDocument(reading, documentHash));
  }

  async history(runId: RunId): Promise<RunHistory | null> {
    const run = await this.run(runId);
    if (run === null) {
      return null;
    }
    const all = await this.executions(runId);
    const executions = all.filter(({ sequence }) => sequence !== null);
    const [sources, environment] = await Promise.all([
      this.sources(executions.map(execution => execution.sourceHash)),
      run.environmentId === null ? null : this.environment(run.environmentId)
    ]);
    return { run, executions, sources, environment };
  }

  context(runId: RunId): Promise<RunContext> {
    return this.read(emptyContext(runId), reading =>
      readContext(reading, runId)
    );
  }

  proofs(query: ProofQuery): Promise<readonly Proof[]> {
    return this.read([], reading => readProofs(reading, query));
  }

  account(): Promise<Account | null> {
    return this.read(null, ({ backend }) => backend.read(readAccount));
  }

  /** A connection that went away is opened again, once. */
  private async read<Value>(
    missing: Value,
    body: (reading: Reading) => Promise<Value>
  ): Promise<Value> {
    const { holder, hash } = this.options;
    for (const isLast of [false, true]) {
      const backend = await holder.backend();
      if (backend === null || this.options.isEnded()) {
        return missing;
      }
      try {
        return await body({ backend, hash });
      } catch (error) {
        const fault = faultOf(error);
        if (fault === 'bug') {
          throw error;
        }
        if (isLast || fault !== 'disconnected') {
          return missing;
        }
        await holder.reconnect(backend);
      }
    }
    return missing;
  }
}
