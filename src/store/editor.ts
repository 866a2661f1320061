// The writes that are no batch of the recorder: each is performed in its turn, and tells what it changed.
import type { ExecutionId, Proof, RunContext, RunId } from '../model';
import type { StoreChange } from '../tokens';
import {
  prepareContext,
  prepareProof,
  putAnnex,
  removeProofRecords,
  type PreparedAnnex
} from './annexes';
import { markPayloadLost } from './append';
import type { IBackend } from './backend';
import type { BytesHasher } from './hashing';
import type { Holder } from './holder';
import type { Connection } from './indexeddb/connection';
import { readAccount } from './ledger';
import type { AccountCopies } from './loss';
import { clearRecords, removeRuns } from './remove';
import { pinRun, renameRuns } from './runs';
import { noFailures, type Job } from './write-queue';
import type { Writer } from './writer';

export type EditorOptions = {
  readonly holder: Holder;
  readonly writer: Writer;
  readonly connection: Connection;
  readonly copies: AccountCopies;
  readonly hash: BytesHasher;
  /** True once the store was disposed: then nothing is written. */
  isEnded(): boolean;
  /** Tells this page and all others what changed. */
  announce(
    kind: Exclude<StoreChange['kind'], 'elsewhere'>,
    runIds: readonly RunId[]
  ): void;
};

/** Renames, pins, removes, and keeps what belongs to a run beside its executions. */
export class Editor {
  constructor(private readonly options: EditorOptions) {}

  async putContext(context: RunContext): Promise<void> {
    return this.put(await prepareContext(context, this.options.hash));
  }

  async addProof(proof: Proof): Promise<void> {
    return this.put(await prepareProof(proof, this.options.hash));
  }

  removeProofs(proofIds: readonly string[]): Promise<void> {
    const { announce, holder } = this.options;
    return this.perform(undefined, async backend => {
      const { account, runIds } = await backend.write('relaxed', records =>
        removeProofRecords(records, proofIds)
      );
      holder.note(account, false);
      announce('appended', runIds);
    });
  }

  rename(oldPath: string, newPath: string): Promise<void> {
    return this.perform(undefined, async backend => {
      const moved = await backend.write('relaxed', records =>
        renameRuns(records, oldPath, newPath)
      );
      if (moved !== null) {
        this.options.announce('renamed', moved);
      }
    });
  }

  setPinned(runId: RunId, isPinned: boolean): Promise<void> {
    return this.perform(undefined, async backend => {
      const isThere = await backend.write('relaxed', records =>
        pinRun(records, runId, isPinned)
      );
      if (isThere) {
        this.options.announce('appended', [runId]);
      }
    });
  }

  remove(runIds: readonly RunId[]): Promise<void> {
    const { announce, holder, writer } = this.options;
    return this.perform(undefined, async backend => {
      await removeRuns(backend, runIds);
      holder.note(await backend.read(readAccount), true);
      writer.reconsider();
      announce('removed', runIds);
    });
  }

  clear(): Promise<void> {
    const { announce, connection, copies, holder, writer } = this.options;
    return this.perform(undefined, async backend => {
      const account = await backend.write('strict', clearRecords);
      await connection.removeSpare();
      holder.note(account, false);
      copies.remove();
      holder.clearLoss();
      writer.reconsider();
      announce('removed', []);
    });
  }

  /** Notes in its head that what was stored of an execution does not come back. */
  markLost(executionId: ExecutionId): void {
    void this.perform(undefined, async backend => {
      await backend.write('relaxed', records =>
        markPayloadLost(records, executionId)
      );
    });
  }

  /** Performs a write in its turn; `abandoned` is the answer where the store ended before. */
  perform<Value>(
    abandoned: Value,
    body: (backend: IBackend) => Promise<Value>,
    traits: Pick<Job, 'isDispensable'> = {}
  ): Promise<Value> {
    const { isEnded, writer } = this.options;
    if (isEnded()) {
      return Promise.resolve(abandoned);
    }
    return new Promise((resolve, reject) => {
      writer.add({
        ...traits,
        abandon: () => resolve(abandoned),
        reject,
        failures: noFailures(),
        perform: async backend => resolve(await body(backend))
      });
    });
  }

  /** Where there is no room for outputs, there is none for these. */
  private put(annex: PreparedAnnex): Promise<void> {
    const { announce, holder, writer } = this.options;
    const body = async (backend: IBackend) => {
      const account = await backend.write('relaxed', records =>
        putAnnex(records, annex)
      );
      holder.note(account, false);
      announce('appended', [annex.record.runId]);
      await writer.keepWithinBudget(backend, account);
    };
    return this.perform(undefined, body, { isDispensable: true });
  }
}
