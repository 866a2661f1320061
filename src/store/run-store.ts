// The store that the rest of Retrace sees. It answers from the start, whatever becomes of the database.
import { Signal, type ISignal } from '@lumino/signaling';

import type { Run, RunId } from '../model';
import type {
  IRunStore,
  RunBatch,
  RunDraft,
  StoreChange,
  StoreState,
  StoreUsage
} from '../tokens';
import { applyBatch } from './append';
import { DocumentMemory } from './documents';
import { Editor } from './editor';
import type { StoreEnvironment } from './environment';
import { bytesHasher, type BytesHasher } from './hashing';
import { Holder } from './holder';
import { Connection } from './indexeddb/connection';
import type { Migration } from './indexeddb/migrations';
import { AccountCopies } from './loss';
import { Peers, type PeerMessage } from './peers';
import { plainCopy, prepareBatch } from './prepare';
import { Reader } from './reader';
import { findOrOpenRun } from './runs';
import { Writer } from './writer';
import { noFailures, type Job } from './write-queue';

export type RunStoreOptions = StoreEnvironment & {
  readonly databaseName: string;
  readonly migrations: readonly Migration[];
  /** Beyond it the oldest closed runs go. */
  readonly budgetBytes: number;
};

const readyAfterMs = 5000;

/** Keeps runs in IndexedDB, and in memory where that cannot be. */
export class RunStore implements IRunStore {
  constructor(options: RunStoreOptions) {
    const { clock, databaseName, newId } = options;
    this.budgetBytes = options.budgetBytes;
    this.hash = bytesHasher(options.digester);
    this.copies = new AccountCopies(options.storage, `${databaseName}:account`);
    this.peers = new Peers(options.openPort(databaseName), message =>
      this.receive(message)
    );
    this.connection = new Connection({
      ...options,
      name: databaseName,
      onBlocked: () => {
        this.peers.post({ kind: 'release' });
        this.holder.setBlocked();
      },
      onClosed: reason => this.reactToClosing(reason)
    });
    this.holder = new Holder({
      connection: this.connection,
      copies: this.copies,
      clock,
      newId,
      onState: state => this.stateSignal.emit(state)
    });
    this.writer = new Writer({
      holder: this.holder,
      clock,
      budgetBytes: () => this.budgetBytes,
      onPruned: runIds => this.announce('removed', runIds)
    });
    this.editor = new Editor({
      holder: this.holder,
      writer: this.writer,
      connection: this.connection,
      copies: this.copies,
      hash: this.hash,
      isEnded: () => this.hasEnded,
      announce: (kind, runIds) => this.announce(kind, runIds)
    });
    this.reader = new Reader({
      holder: this.holder,
      hash: this.hash,
      isEnded: () => this.hasEnded,
      onDamaged: executionId => this.editor.markLost(executionId)
    });
    this.ready = new Promise(resolve => {
      const cancel = clock.after(readyAfterMs, resolve);
      void this.holder.backend().then(() => {
        cancel();
        resolve();
      });
    });
  }

  readonly ready: Promise<void>;

  get state(): StoreState {
    return this.holder.state;
  }

  get stateChanged(): ISignal<IRunStore, StoreState> {
    return this.stateSignal;
  }

  get changed(): ISignal<IRunStore, StoreChange> {
    return this.changeSignal;
  }

  get isDisposed(): boolean {
    return this.hasEnded;
  }

  /** What was handed over before is still written. */
  dispose(): void {
    if (this.hasEnded) {
      return;
    }
    void this.editor
      .perform(undefined, async () => undefined)
      .then(() => {
        this.holder.dispose();
        this.peers.close();
      });
    this.hasEnded = true;
    Signal.clearData(this);
  }

  /** Takes a new limit for all that is kept; the next write keeps to it. */
  setBudget(bytes: number): void {
    this.budgetBytes = bytes;
    this.writer.reconsider();
  }

  openRun(draft: RunDraft): Promise<Run> {
    return this.editor.perform<Run>({ ...draft, number: 1 }, async backend => {
      const { run, account } = await backend.write('relaxed', records =>
        findOrOpenRun(records, plainCopy(draft))
      );
      this.holder.note(account, true);
      this.announce('appended', [run.runId]);
      return run;
    });
  }

  append(batch: RunBatch): Promise<void> {
    if (this.hasEnded) {
      return Promise.resolve();
    }
    const preparing = prepareBatch(batch, this.hash);
    return new Promise((resolve, reject) => {
      const job: Job = {
        preparing,
        release: resolve,
        abandon: resolve,
        reject,
        failures: noFailures(),
        perform: async backend => {
          const prepared = job.batch ?? (await preparing);
          const account = await backend.write(
            prepared.isBarrier ? 'strict' : 'relaxed',
            records => applyBatch(records, prepared, this.documents)
          );
          this.holder.note(account, prepared.isBarrier);
          this.announce('appended', [prepared.run.runId]);
          resolve();
          await this.writer.keepWithinBudget(backend, account);
        }
      };
      this.writer.add(job);
    });
  }

  readonly list: IRunStore['list'] = query => this.reader.list(query);
  readonly get: IRunStore['get'] = runId => this.reader.run(runId);
  readonly executions: IRunStore['executions'] = runId =>
    this.reader.executions(runId);
  readonly execution: IRunStore['execution'] = executionId =>
    this.reader.execution(executionId);
  readonly payload: IRunStore['payload'] = executionId =>
    this.reader.payload(executionId);
  readonly sources: IRunStore['sources'] = hashes =>
    this.reader.sources(hashes);
  readonly environment: IRunStore['environment'] = environmentId =>
    this.reader.environment(environmentId);
  readonly document: IRunStore['document'] = documentHash =>
    this.reader.document(documentHash);
  readonly history: IRunStore['history'] = runId => this.reader.history(runId);
  readonly context: IRunStore['context'] = runId => this.reader.context(runId);
  readonly proofs: IRunStore['proofs'] = query => this.reader.proofs(query);
  readonly putContext: IRunStore['putContext'] = context =>
    this.editor.putContext(context);
  readonly addProof: IRunStore['addProof'] = proof =>
    this.editor.addProof(proof);
  readonly removeProofs: IRunStore['removeProofs'] = proofIds =>
    this.editor.removeProofs(proofIds);
  readonly rename: IRunStore['rename'] = (oldPath, newPath) =>
    this.editor.rename(oldPath, newPath);
  readonly setPinned: IRunStore['setPinned'] = (runId, isPinned) =>
    this.editor.setPinned(runId, isPinned);
  readonly remove: IRunStore['remove'] = runIds => this.editor.remove(runIds);
  readonly clear: IRunStore['clear'] = () => this.editor.clear();

  async usage(): Promise<StoreUsage> {
    const account = await this.reader.account();
    return {
      runs: account?.runs ?? 0,
      executions: account?.executions ?? 0,
      bytes: account?.bytes ?? 0,
      budgetBytes: this.budgetBytes
    };
  }

  private receive(message: PeerMessage): void {
    if (message.kind === 'release') {
      this.holder.failOver('newer');
    } else {
      this.changeSignal.emit({ kind: 'elsewhere', runIds: message.runIds });
    }
  }

  private reactToClosing(reason: 'upgrade' | 'browser'): void {
    if (reason === 'upgrade') {
      this.holder.failOver('newer');
    } else {
      void this.holder.reconnect(null);
    }
  }

  private announce(
    kind: 'appended' | 'removed' | 'renamed',
    runIds: readonly RunId[]
  ): void {
    this.changeSignal.emit({ kind, runIds });
    this.peers.post({ kind: 'changed', runIds });
  }

  private readonly stateSignal = new Signal<IRunStore, StoreState>(this);
  private readonly changeSignal = new Signal<IRunStore, StoreChange>(this);
  private readonly documents = new DocumentMemory();
  private readonly hash: BytesHasher;
  private readonly copies: AccountCopies;
  private readonly peers: Peers;
  private readonly connection: Connection;
  private readonly holder: Holder;
  private readonly writer: Writer;
  private readonly editor: Editor;
  private readonly reader: Reader;
  private budgetBytes: number;
  private hasEnded = false;
}
