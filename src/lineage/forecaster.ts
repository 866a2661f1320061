// Keeps what recorded runs taught from one forecast to the next, so that an edit costs a walk over the document alone.
import type { Execution, RunHistory } from '../model';
import { EvidenceGatherer, startedOf, type Started } from './evidence';
import { judgeDocument } from './judge-document';
import type { ForecastInput } from './forecast-input';
import type { Forecast } from './forecast-types';
import { Knowledge } from './knowledge';
import { preparing } from './preparing';
import { RunReplay } from './replay-run';
import { finish, type Task } from './task';
import { Timeline } from './timeline';

/** Makes forecasts of one notebook, one after the other. */
export type Forecaster = {
  readonly forecast: (input: ForecastInput) => Forecast;
  /** The same in steps of a few milliseconds; one that is left in the middle is lost without harm. */
  readonly forecastInSteps: (input: ForecastInput) => Task<Forecast>;
};

/** Numbers of lineages that edits leave behind are thrown away with everything else beyond so many forecasts. */
const LIFE = 2000;

/** A forecaster that remembers. */
export function createForecaster(): Forecaster {
  let past: Past | null = null;
  let age = 0;
  function* forecastInSteps(input: ForecastInput): Task<Forecast> {
    age += 1;
    if (!past || !past.isPastOf(input) || age > LIFE) {
      past = new Past(input.analyse);
      age = 0;
    }
    yield* past.take(input.runs);
    const { knowledge, timeline, prepare, replays } = past;
    return yield* judgeDocument({
      ...input,
      knowledge,
      timeline,
      prepare,
      replays
    });
  }
  return {
    forecastInSteps,
    forecast: input => finish(forecastInSteps(input))
  };
}

type TakenRun = {
  readonly history: RunHistory;
  readonly gatherer: EvidenceGatherer;
  /** Executions that were looked at, whether they started or not. */
  readonly seen: Execution[];
  readonly started: Started[];
};

/** What all recorded executions taught, as far as they were taken in. */
class Past {
  constructor(private readonly analyse: ForecastInput['analyse']) {
    this.prepare = preparing(analyse);
  }

  /** True when these runs are those that were taken in, with more at the end. */
  isPastOf({ runs, analyse }: ForecastInput): boolean {
    return (
      analyse === this.analyse &&
      this.taken.every(({ history, seen }, index) => {
        const now = runs[index];
        const isLast = index === this.taken.length - 1;
        return (
          now !== undefined &&
          isSameRun(history, now) &&
          (isLast || settled(now).length === seen.length) &&
          startsWith(settled(now), seen)
        );
      })
    );
  }

  /** Takes in what is new; evidence of all runs first, since it decides how each is played. */
  *take(runs: readonly RunHistory[]): Task<void> {
    for (const [index, history] of runs.entries()) {
      yield* this.gather(history, index);
    }
    if (this.knowledge.revision !== this.playedAt) {
      this.knowledge.forgetReplays();
      this.replays = [];
      this.timeline = new Timeline();
      this.playedAt = this.knowledge.revision;
    }
    for (const [index, { history, started }] of this.taken.entries()) {
      const replay =
        this.replays[index] ??
        new RunReplay(this.knowledge, 'precise', history.run);
      this.replays[index] = replay;
      while (replay.steps.length < started.length) {
        yield;
        const next = started[replay.steps.length];
        if (next) {
          this.timeline.add(replay.add(next), index);
        }
      }
    }
  }

  private *gather(history: RunHistory, index: number): Task<void> {
    const run = this.taken[index] ?? {
      history,
      gatherer: new EvidenceGatherer(this.knowledge),
      seen: [],
      started: []
    };
    this.taken[index] = run;
    const executions = settled(history);
    while (run.seen.length < executions.length) {
      yield;
      const execution = executions[run.seen.length];
      const started = execution && startedOf(history, execution, this.prepare);
      if (started) {
        run.started.push(started);
        run.gatherer.add(started);
      }
      if (execution) {
        run.seen.push(execution);
      }
    }
  }

  readonly knowledge = new Knowledge();
  readonly prepare: ReturnType<typeof preparing>;
  timeline = new Timeline();
  replays: RunReplay[] = [];
  private readonly taken: TakenRun[] = [];
  private playedAt = -1;
}

/** Executions of a run up to the first that goes on. */
function settled({ executions, run }: RunHistory): readonly Execution[] {
  const at =
    run.end === null
      ? executions.findIndex(
          ({ status }) => status === 'running' || status === 'queued'
        )
      : -1;
  return at < 0 ? executions : executions.slice(0, at);
}

/** Gaps decide how a run is played. */
function isSameRun(one: RunHistory, other: RunHistory): boolean {
  const gaps = ({ run }: RunHistory): string =>
    run.gaps.map(({ kind }) => kind).join(' ');
  return (
    one.run.runId === other.run.runId &&
    (one.run.gaps === other.run.gaps || gaps(one) === gaps(other))
  );
}

function startsWith(
  now: readonly Execution[],
  seen: readonly Execution[]
): boolean {
  return (
    now.length >= seen.length &&
    seen.every((one, index) => isUnchanged(one, now[index]))
  );
}

function isUnchanged(one: Execution, now: Execution | undefined): boolean {
  return (
    one === now ||
    (one.executionId === now?.executionId &&
      one.status === now.status &&
      one.sourceHash === now.sourceHash &&
      one.outputsHash === now.outputsHash &&
      one.executionCount === now.executionCount &&
      one.gaps.length === now.gaps.length &&
      (one.report === null) === (now.report === null))
  );
}
