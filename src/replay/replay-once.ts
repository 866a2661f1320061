// One pass over the steps in one fresh kernel.
import { USUAL_TOLERANCE } from '../compare';
import type { CellOutcome, Output, Result } from '../model';
import type {
  IReplayKernel,
  ReplayedCode,
  StartedKernel
} from './replay-kernel';
import type { ReplayHost, ReplayRequest, ReplayStep } from './replay-request';
import { outcomeOf, unrunOutcome } from './step-outcome';
import { timeLeft } from './time-left';
import { nameOf, troubleOf, type Trouble } from './trouble';

/** What one pass came to; lists have an entry for each step. */
export type Pass = {
  readonly outcomes: readonly CellOutcome[];
  /** What each step showed; null for one that did not run. */
  readonly outputs: readonly (readonly Output[] | null)[];
  /** When each step began, as an ISO time; null for one that did not run. */
  readonly ranAt: readonly (string | null)[];
  readonly stop: Trouble | null;
  /** Null when no kernel could be started. */
  readonly started: StartedKernel | null;
};

const CANCELLED: Trouble = {
  kind: 'cancelled',
  sentence: 'The replay was cancelled.'
};

/** Runs the steps one after the other; the kernel is gone when it resolves. */
export async function replayOnce(
  request: ReplayRequest,
  host: ReplayHost,
  repeat: number
): Promise<Pass> {
  const pass = new RunningPass(request, host, repeat);
  return pass.run();
}

class RunningPass {
  private readonly _request: ReplayRequest;
  private readonly _host: ReplayHost;
  private readonly _repeat: number;
  private readonly _outcomes: CellOutcome[] = [];
  private readonly _outputs: (readonly Output[] | null)[] = [];
  private readonly _ranAt: (string | null)[] = [];
  private readonly _broken = new Set<number>();
  private readonly _startedAt: number;
  private _stop: Trouble | null = null;

  constructor(request: ReplayRequest, host: ReplayHost, repeat: number) {
    this._request = request;
    this._host = host;
    this._repeat = repeat;
    this._startedAt = host.now();
  }

  async run(): Promise<Pass> {
    const { cancel } = this._host;
    this._tell(null);
    if (cancel.aborted) {
      return this._end(null, CANCELLED);
    }
    const started = await this._start();
    if (!started.ok) {
      return this._end(null, { kind: 'no-kernel', sentence: started.reason });
    }
    const { kernel } = started.value;
    const stopKernel = (): void => void kernel.shutDown();
    cancel.addEventListener('abort', stopKernel);
    try {
      const refusal = cancel.aborted ? CANCELLED : await this._prepare(kernel);
      if (refusal) {
        return this._end(started.value, refusal);
      }
      await this._runSteps(kernel);
    } finally {
      cancel.removeEventListener('abort', stopKernel);
      await kernel.shutDown();
    }
    return this._end(started.value, this._stop);
  }

  private async _start(): Promise<Result<StartedKernel>> {
    return this._host.startKernel();
  }

  /** Our own code has to work, or what follows runs in another place than the user was told. */
  private async _prepare(kernel: IReplayKernel): Promise<Trouble | null> {
    const { prepare, timeoutMs } = this._request;
    if (prepare === null) {
      return null;
    }
    const { error, status } = await kernel.run(prepare, {
      isSilent: true,
      timeoutMs
    });
    if (this._host.cancel.aborted) {
      return CANCELLED;
    }
    return status === 'ok'
      ? null
      : {
          kind: status === 'died' ? 'kernel-died' : 'error',
          sentence:
            `The folder for the replay could not be made${error ? `: ${error.evalue || error.ename}` : ''}`.replace(
              /[.]?$/,
              '.'
            )
        };
  }

  private async _runSteps(kernel: IReplayKernel): Promise<void> {
    const { steps, timeoutMs } = this._request;
    for (const [index, step] of steps.entries()) {
      const skipped = this._reasonToSkip(step);
      if (skipped !== null) {
        this._broken.add(index);
        this._add(unrunOutcome(step, skipped), null, null);
        continue;
      }
      this._tell(step);
      if (this._isCancelled()) {
        return;
      }
      const ranAt = new Date(this._host.now()).toISOString();
      const ran = await kernel.run(step.source, { timeoutMs });
      if (this._isCancelled()) {
        return;
      }
      const trouble = troubleOf(step, ran, this._request);
      if (trouble) {
        this._broken.add(index);
      }
      this._add(this._compared(step, ran, ranAt, trouble), ran.outputs, ranAt);
      if (trouble && this._isEnd(trouble)) {
        this._stop = trouble;
        return;
      }
    }
  }

  private _isCancelled(): boolean {
    const { aborted } = this._host.cancel;
    this._stop = aborted ? CANCELLED : this._stop;
    return aborted;
  }

  private _compared(
    step: ReplayStep,
    ran: ReplayedCode,
    ranAt: string,
    trouble: Trouble | null
  ): CellOutcome {
    return outcomeOf(step, ran, {
      detail: trouble?.sentence ?? '',
      context: {
        tolerance: this._request.tolerance ?? USUAL_TOLERANCE,
        ranAt: { a: step.recordedAt, b: ranAt }
      }
    });
  }

  /** A kernel that is gone or hangs runs nothing more; after an error it is the user's choice. */
  private _isEnd({ kind }: Trouble): boolean {
    return (
      kind === 'timeout' ||
      kind === 'kernel-died' ||
      kind === 'input-requested' ||
      this._request.onError === 'stop'
    );
  }

  private _reasonToSkip({ needs }: ReplayStep): string | null {
    if (this._request.onError !== 'skip') {
      return null;
    }
    const cause = needs.find(index => this._broken.has(index));
    const step = cause === undefined ? null : this._request.steps[cause];
    return step
      ? `It depends on ${nameOf(step).replace(/^[AC]/, first => first.toLowerCase())}, which did not come to its end.`
      : null;
  }

  private _add(
    outcome: CellOutcome,
    outputs: readonly Output[] | null,
    ranAt: string | null
  ): void {
    this._outcomes.push(outcome);
    this._outputs.push(outputs);
    this._ranAt.push(ranAt);
  }

  private _end(started: StartedKernel | null, stop: Trouble | null): Pass {
    const { steps } = this._request;
    for (const step of steps.slice(this._outcomes.length)) {
      this._add(unrunOutcome(step, 'The replay ended before it.'), null, null);
    }
    this._tell(null);
    return {
      outcomes: this._outcomes,
      outputs: this._outputs,
      ranAt: this._ranAt,
      stop,
      started
    };
  }

  private _tell(step: ReplayStep | null): void {
    const { repeats, steps } = this._request;
    const { now, onProgress } = this._host;
    const passed = this._outcomes.map(({ durationMs }) => durationMs ?? 0);
    onProgress({
      repeat: this._repeat,
      repeats,
      done: this._outcomes.length,
      steps: steps.length,
      current: step && { cellId: step.cellId, cellIndex: step.cellIndex },
      elapsedMs: now() - this._startedAt,
      leftMs: timeLeft(steps, passed, repeats - this._repeat),
      last: this._outcomes[this._outcomes.length - 1] ?? null
    });
  }
}
