// What replays came to, for open notebooks: read once, and again where another page or the user changed it.
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';

import { noRunId, type Proof, type RunId } from '../../model';
import type {
  IProofs,
  IRunStore,
  NotebookProof,
  StoreChange
} from '../../tokens';
import { Coalescer } from '../forecaster/coalescer';
import type { ShownHashes } from './shown-cells';

/** What it works with. */
export type ProofsOptions = {
  readonly store: IRunStore;
  readonly tracker: INotebookTracker;
  readonly hashes: ShownHashes;
};

/** More of one subject of a run are not kept. */
const KEPT = 3;
/** Pause after an edit before a proof is looked at again, in milliseconds. */
const PAUSE_MS = 400;

/** Lives as long as the page. */
export class Proofs implements IProofs {
  constructor(private readonly _options: ProofsOptions) {
    const { store, tracker } = _options;
    this._passes = new Coalescer(() => this._compareAll(), {
      pauseMs: () => PAUSE_MS,
      limitMs: 5 * PAUSE_MS
    });
    tracker.forEach(panel => this._watch(panel));
    tracker.widgetAdded.connect((_, panel) => this._watch(panel));
    store.changed.connect(this._onStored, this);
  }

  get changed(): ISignal<IProofs, string> {
    return this._changed;
  }

  latest(notebookPath: string): NotebookProof | null {
    const proof = (this._proofs.get(notebookPath) ?? []).find(
      ({ shownHash }) => shownHash !== undefined
    );
    return proof ? this.about(proof) : null;
  }

  ofRun(runId: RunId): NotebookProof | null {
    for (const proofs of this._proofs.values()) {
      const found = proofs.find(proof => proof.runId === runId);
      if (found) {
        return this.about(found);
      }
    }
    return null;
  }

  /** Whether a proof holds for its notebook as it stands. */
  about(proof: Proof): NotebookProof {
    const { notebookPath, shownHash } = proof;
    const shown = this._shown.get(notebookPath);
    return {
      proof,
      isCurrent:
        shownHash === undefined || shown === undefined
          ? null
          : shownHash === shown
    };
  }

  /** Keeps a proof with its run, or of a notebook without any with its path, and forgets the oldest of its kind. */
  async add(proof: Proof): Promise<void> {
    const { store } = this._options;
    await store.addProof(proof);
    const { notebookPath, runId } = proof;
    const kept = await store.proofs(
      runId === noRunId ? { notebookPath } : { runId }
    );
    const same = kept.filter(
      other => other.runId === runId && subjectOf(other) === subjectOf(proof)
    );
    const surplus = same.slice(KEPT).map(({ proofId }) => proofId);
    if (surplus.length > 0) {
      await store.removeProofs(surplus);
    }
    await this._load(proof.notebookPath);
    this._passes.request();
    await this._passes.settled();
  }

  private _watch(panel: NotebookPanel): void {
    const { context } = panel;
    context.model.contentChanged.connect(() => this._passes.request());
    context.pathChanged.connect((_, path) => void this._load(path));
    void context.ready.then(() => {
      if (!panel.isDisposed) {
        this._passes.request();
        return this._load(context.path);
      }
    });
  }

  private _onStored(_: unknown, { kind }: StoreChange): void {
    if (kind !== 'appended') {
      this._options.tracker.forEach(panel => {
        void this._load(panel.context.path);
      });
    }
  }

  private async _load(notebookPath: string): Promise<void> {
    try {
      const { store } = this._options;
      await store.ready;
      const before = this._proofs.get(notebookPath) ?? [];
      const proofs = await store.proofs({ notebookPath });
      this._proofs.set(notebookPath, proofs);
      if (before.length + proofs.length > 0) {
        this._changed.emit(notebookPath);
      }
    } catch (error) {
      console.error('Retrace could not read proofs.', error);
    }
  }

  /** Compares each open notebook of which there is a proof with what it was. */
  private _compareAll(): Promise<void> {
    const { hashes, tracker } = this._options;
    tracker.forEach(({ context, isDisposed, model }) => {
      const { path } = context;
      if (!model || isDisposed || !this._proofs.has(path)) {
        return;
      }
      const shown = hashes.of(model);
      if (shown !== this._shown.get(path)) {
        this._shown.set(path, shown);
        this._changed.emit(path);
      }
    });
    return Promise.resolve();
  }

  private readonly _changed = new Signal<IProofs, string>(this);
  private readonly _passes: Coalescer;
  private readonly _proofs = new Map<string, readonly Proof[]>();
  private readonly _shown = new Map<string, string>();
}

function subjectOf({ subject }: Proof): string {
  return JSON.stringify(subject);
}
