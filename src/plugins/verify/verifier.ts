// Runs one replay after the other, and holds what the Verify view shows of it.
import { Signal, type ISignal } from '@lumino/signaling';

import type {
  BlobHash,
  CellOutcome,
  LackingPackages,
  Proof,
  Result
} from '../../model';
import type { VerifyState, VerifySubject } from '../../panel';
import type {
  Replay,
  ReplayProgress,
  ReplayRequest,
  StartKernel
} from '../../replay';

/** A replay that is ready to begin. */
export type PreparedReplay = {
  readonly request: ReplayRequest;
  readonly startKernel: StartKernel;
  /** As `Proof.shownHash`; undefined where no document is replayed. */
  readonly shownHash: BlobHash | undefined;
  /** Of an environment that was built for it; undefined where nothing is known to be lacking. */
  readonly lacking: LackingPackages | undefined;
};

/** What somebody wants to have verified. */
export type VerifyOrder = {
  readonly subject: VerifySubject;
  /** Gets everything ready; says what it does, line by line, and why it could not, in a sentence for the user. */
  readonly prepare: (
    tell: (line: string) => void,
    cancel: AbortSignal
  ) => Promise<Result<PreparedReplay>>;
};

/** What the verifier works with. */
export type VerifierOptions = {
  readonly replay: Replay;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Keeps a proof with its run; what it returns is shown. */
  readonly keep: (proof: Proof) => Promise<Proof>;
  /** For faults that the user cannot do anything about. */
  readonly faultSentence: (fault: unknown) => string;
  readonly cancelledSentence: () => string;
};

/** So many lines of what was done are shown. */
const LINES = 400;

/** One at a time. */
export class Verifier {
  constructor(private readonly _options: VerifierOptions) {}

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** As the view shows it; a shown proof is completed by the host. */
  get state(): VerifierState {
    return this._state;
  }

  get isBusy(): boolean {
    return this._cancel !== null;
  }

  /** Shows a proof of earlier. Does nothing while a replay runs. */
  show(subject: VerifySubject, proof: Proof): void {
    if (!this.isBusy) {
      this._set({ kind: 'done', subject, proof });
    }
  }

  /** Shows the proof that is shown already as it is now. */
  replaceProof(proof: Proof): void {
    if (
      this._state.kind === 'done' &&
      this._state.proof.proofId === proof.proofId
    ) {
      this._set({ ...this._state, proof });
    }
  }

  /** Resolves when it ended in one way or another; false when another one runs. */
  async start(order: VerifyOrder): Promise<boolean> {
    if (this._cancel !== null) {
      return false;
    }
    const cancel = new AbortController();
    this._cancel = cancel;
    try {
      this._set(await this._run(order, cancel.signal));
    } catch (fault) {
      console.error('Retrace could not verify.', fault);
      this._refuse(order, this._options.faultSentence(fault));
    } finally {
      this._cancel = null;
      this._changed.emit();
    }
    return true;
  }

  /** Ends what runs, as soon as its kernel is gone. */
  cancel(): void {
    this._cancel?.abort();
    if (this._state.kind === 'running') {
      this._set({ ...this._state, isCancelling: true });
    }
  }

  private async _run(
    order: VerifyOrder,
    signal: AbortSignal
  ): Promise<VerifierState> {
    const { subject } = order;
    const { cancelledSentence, keep, now, replay } = this._options;
    const startedAt = now();
    this._set({ kind: 'preparing', subject, lines: [], startedAt });
    const prepared = await order.prepare(line => this._tell(line), signal);
    if (!prepared.ok || signal.aborted) {
      const sentence = prepared.ok ? cancelledSentence() : prepared.reason;
      return { kind: 'refused', subject, sentence };
    }
    const { lacking, request, shownHash, startKernel } = prepared.value;
    let outcomes: readonly CellOutcome[] = [];
    const proof = await replay(request, {
      startKernel,
      now,
      cancel: signal,
      onProgress: progress => {
        outcomes = outcomesAfter(outcomes, progress);
        this._set({
          kind: 'running',
          subject,
          progress,
          outcomes,
          isCancelling: signal.aborted,
          startedAt
        });
      }
    });
    const stamped = {
      ...proof,
      ...(shownHash === undefined ? {} : { shownHash }),
      ...(lacking === undefined ? {} : { lacking })
    };
    return { kind: 'done', subject, proof: await keep(stamped) };
  }

  private _tell(line: string): void {
    if (this._state.kind === 'preparing') {
      const lines = [...this._state.lines, line].slice(-LINES);
      this._set({ ...this._state, lines });
    }
  }

  private _refuse({ subject }: VerifyOrder, sentence: string): void {
    this._set({ kind: 'refused', subject, sentence });
  }

  private _set(state: VerifierState): void {
    this._state = state;
    this._changed.emit();
  }

  private _cancel: AbortController | null = null;
  private readonly _changed = new Signal<this, void>(this);
  private _state: VerifierState = { kind: 'empty' };
}

/** The view's state, with the bare proof. */
export type VerifierState =
  | Exclude<VerifyState, { kind: 'done' }>
  | {
      readonly kind: 'done';
      readonly subject: VerifySubject;
      readonly proof: Proof;
    };

function outcomesAfter(
  before: readonly CellOutcome[],
  { done, last }: ReplayProgress
): readonly CellOutcome[] {
  const kept = before.slice(0, Math.max(0, done - 1));
  return done === 0 || last === null ? [] : [...kept, last];
}
