// What is known of one pass over the steps while it goes on, and at its end.
import type { CellOutcome, Output } from '../model';
import type { StartedKernel } from './replay-kernel';
import type {
  ReplayProgress,
  ReplayRequest,
  ReplayStep
} from './replay-request';
import { unrunOutcome } from './step-outcome';
import { timeLeft } from './time-left';
import { nameOf, type Trouble } from './trouble';

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

/** A step that ran. */
export type RanStep = {
  readonly outcome: CellOutcome;
  readonly outputs: readonly Output[];
  /** ISO time. */
  readonly ranAt: string;
  /** True where it did not come to its end, and its record did. */
  readonly isBroken: boolean;
};

/** Collects a pass step by step. */
export class PassRecord {
  private readonly _request: ReplayRequest;
  private readonly _outcomes: CellOutcome[] = [];
  private readonly _outputs: (readonly Output[] | null)[] = [];
  private readonly _ranAt: (string | null)[] = [];
  private readonly _broken = new Set<number>();

  constructor(request: ReplayRequest) {
    this._request = request;
  }

  /** Adds the next step, which ran. */
  add({ isBroken, outcome, outputs, ranAt }: RanStep): void {
    if (isBroken) {
      this._broken.add(this._outcomes.length);
    }
    this._push(outcome, outputs, ranAt);
  }

  /** Puts another outcome in the place of a step that ran, since later code changed what it shows. */
  replace(
    index: number,
    { outcome, outputs }: Pick<RanStep, 'outcome' | 'outputs'>
  ): void {
    this._outcomes[index] = outcome;
    this._outputs[index] = outputs;
  }

  /** How many steps there are so far. */
  get count(): number {
    return this._outcomes.length;
  }

  /** Adds the next step, which does not run because of one that broke; false when nothing keeps it from running. */
  skips(step: ReplayStep): boolean {
    const { onError, steps } = this._request;
    const cause = step.needs.find(index => this._broken.has(index));
    const broken = cause === undefined ? undefined : steps[cause];
    if (onError !== 'skip' || !broken) {
      return false;
    }
    this._broken.add(this._outcomes.length);
    const detail = `It depends on ${nameOf(broken, this._request)}, which did not come to its end.`;
    this._push(unrunOutcome(step, detail), null, null);
    return true;
  }

  /** The whole, with what did not run any more. */
  end(started: StartedKernel | null, stop: Trouble | null): Pass {
    for (const step of this._request.steps.slice(this._outcomes.length)) {
      this._push(unrunOutcome(step, 'The replay ended before it.'), null, null);
    }
    return {
      outcomes: this._outcomes,
      outputs: this._outputs,
      ranAt: this._ranAt,
      stop,
      started
    };
  }

  /** How far it is; `step` begins now. */
  progress(
    step: ReplayStep | null,
    { elapsedMs, repeat }: Pick<ReplayProgress, 'elapsedMs' | 'repeat'>
  ): ReplayProgress {
    const { repeats, steps } = this._request;
    const passed = this._outcomes.map(({ durationMs }) => durationMs ?? 0);
    return {
      repeat,
      repeats,
      done: passed.length,
      steps: steps.length,
      current: step && { cellId: step.cellId, cellIndex: step.cellIndex },
      elapsedMs,
      leftMs: timeLeft(steps, passed, repeats - repeat),
      last: this._outcomes[passed.length - 1] ?? null
    };
  }

  private _push(
    outcome: CellOutcome,
    outputs: readonly Output[] | null,
    ranAt: string | null
  ): void {
    this._outcomes.push(outcome);
    this._outputs.push(outputs);
    this._ranAt.push(ranAt);
  }
}
