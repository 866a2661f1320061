// Keeps what recorded runs taught from one forecast to the next, so that an edit costs a walk over the document alone.
import type { DryRun } from '../analysis';
import type { Execution, RunHistory } from '../model';
import { EvidenceGatherer, type Started } from './evidence';
import { judgeDocument } from './judge-document';
import { Simulator } from './documents';
import type { ForecastInput } from './forecast-input';
import type { Forecast } from './forecast-types';
import { Knowledge } from './knowledge';
import { areAlike, meaningsIn, sourcesOf, type Meanings } from './meanings';
import { preparing, reading } from './preparing';
import { RunReplay } from './replay-run';
import { isSameRun, startsWith } from './same-run';
import { finish, type Task } from './task';
import { Timeline } from './timeline';

/** Makes forecasts of one notebook, one after the other. */
export type Forecaster = {
  readonly forecast: (input: ForecastInput) => Forecast;
  /** The same in steps of a few milliseconds; one that is left in the middle is lost without harm. */
  readonly forecastInSteps: (input: ForecastInput) => Task<Forecast>;
};

/** Executions and cells beyond which nothing is run in thought. */
const LARGEST = 600;

/** True where something is flagged that may come out again all the same, and the notebook is of a size to be followed. */
function isWorthThought(
  { dryRuns, runs, document }: ForecastInput,
  { cells }: Forecast
): boolean {
  const size = runs.reduce(
    (sum, { executions }) => sum + executions.length,
    document.length
  );
  return (
    dryRuns !== undefined &&
    size <= LARGEST &&
    cells.some(({ verdict }) => /^(?:differs|fails|random)$/.test(verdict))
  );
}

/** What the forecasts of one notebook keep, with or without running its cells in thought. */
class Memory {
  constructor(private readonly inThought: boolean) {}

  /** Null where what was worked out is not what the kernel told: then it proves nothing. */
  *forecast(input: ForecastInput): Task<Forecast | null> {
    this.age += 1;
    if (!this.past?.isPastOf(input) || this.age > LIFE) {
      const dryRuns = this.inThought ? input.dryRuns : undefined;
      this.past = yield* Past.of(input, dryRuns?.() ?? null);
      this.age = 0;
    }
    const { past } = this;
    yield* past.take(input.runs);
    if (past.knowledge.values.isMistaken) {
      return null;
    }
    const { knowledge, timeline, simulator, replays, newDryRun } = past;
    return yield* judgeDocument({
      ...input,
      knowledge,
      timeline,
      simulator,
      replays,
      newDryRun
    });
  }

  private past: Past | null = null;
  private age = 0;
}

/** Numbers of lineages that edits leave behind are thrown away with everything else beyond so many forecasts. */
const LIFE = 2000;

/** Executions between two steps of the task: each takes some hundredths of a millisecond. */
const STRIDE = 16;

/** A forecaster that remembers. */
export function createForecaster(): Forecaster {
  const plain = new Memory(false);
  const thorough = new Memory(true);
  function* forecastInSteps(input: ForecastInput): Task<Forecast> {
    const told = yield* plain.forecast(input);
    if (!told) {
      throw new Error('Nothing was worked out');
    }
    const worked = isWorthThought(input, told)
      ? yield* thorough.forecast(input)
      : null;
    return worked ?? told;
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
  /** One for what the runs and the document are by now, whose sources are all read. */
  static *of(
    input: ForecastInput,
    newDryRun: (() => DryRun) | null
  ): Task<Past> {
    const read = reading(input.analyse);
    for (const source of sourcesOf(input)) {
      yield;
      read(source);
    }
    return new Past(input.analyse, newDryRun, read, meaningsIn(input, read));
  }

  private constructor(
    private readonly analyse: ForecastInput['analyse'],
    readonly newDryRun: (() => DryRun) | null,
    private readonly read: ReturnType<typeof reading>,
    private readonly meanings: Meanings
  ) {
    this.prepare = preparing(analyse, read, meanings);
    this.simulator = new Simulator(this.knowledge, this.prepare);
  }

  /** True when these runs are those that were taken in, with more at the end, and names mean what they meant. */
  isPastOf(input: ForecastInput): boolean {
    const { runs, analyse } = input;
    return (
      analyse === this.analyse &&
      areAlike(this.meanings, meaningsIn(input, this.read)) &&
      this.taken.every(({ history, seen }, index) => {
        const now = runs[index];
        const isLast = index === this.taken.length - 1;
        return (
          now !== undefined &&
          isSameRun(history, now) &&
          startsWith(settled(now, seen.length), seen, isLast)
        );
      })
    );
  }

  /** Takes in what is new; evidence of all runs first, since it decides how each is played. */
  *take(runs: readonly RunHistory[]): Task<void> {
    for (const [index, history] of runs.entries()) {
      yield* this.gather(history, index);
    }
    do {
      if (this.knowledge.revision !== this.playedAt) {
        this.knowledge.forgetReplays();
        this.replays = [];
        this.timeline = new Timeline();
        this.playedAt = this.knowledge.revision;
      }
      yield* this.play();
    } while (this.knowledge.revision !== this.playedAt);
  }

  /** Plays what has not been played; what a later execution takes back of what was known makes all start anew. */
  private *play(): Task<void> {
    for (const [index, { history, started }] of this.taken.entries()) {
      const replay =
        this.replays[index] ??
        new RunReplay(
          this.knowledge,
          'precise',
          history.run,
          this.newDryRun?.()
        );
      this.replays[index] = replay;
      while (replay.steps.length < started.length) {
        if (replay.steps.length % STRIDE === 0) {
          yield;
        }
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
      gatherer: new EvidenceGatherer(this.knowledge, this.prepare, 'precise'),
      seen: [],
      started: []
    };
    this.taken[index] = run;
    const executions = settled(history, run.seen.length);
    if (run.seen.length < executions.length) {
      this.knowledge.walks.clear();
      this.simulator.forget();
    }
    while (run.seen.length < executions.length) {
      if (run.seen.length % STRIDE === 0) {
        yield;
      }
      const execution = executions[run.seen.length];
      const started = execution && run.gatherer.add(history, execution);
      if (started) {
        run.started.push(started);
      }
      if (execution) {
        run.seen.push(execution);
      }
    }
  }

  readonly knowledge = new Knowledge();
  readonly simulator: Simulator;
  private readonly prepare: ReturnType<typeof preparing>;
  timeline = new Timeline();
  replays: RunReplay[] = [];
  private readonly taken: TakenRun[] = [];
  private playedAt = -1;
}

/** Executions of a run up to the first that goes on, which is none of so many at the beginning. */
function settled(
  { executions, run }: RunHistory,
  known: number
): readonly Execution[] {
  if (run.end !== null) {
    return executions;
  }
  for (let at = known; at < executions.length; at += 1) {
    const status = executions[at]?.status;
    if (status === 'running' || status === 'queued') {
      return executions.slice(0, at);
    }
  }
  return executions;
}
