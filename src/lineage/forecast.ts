// What restart-and-run-all would do to every cell of a notebook, told from what was recorded.
import type { CellAnalysis } from '../analysis';
import type { CellId, PresentCell, RunHistory } from '../model';
import { distinct } from './cause';
import { CauseFinder } from './causes';
import { dependenceGraph } from './dependence-graph';
import type { DependenceGraph } from './dependence-types';
import { positionsOf, simulate, type SimulatedCell } from './documents';
import { gatherEvidence, startedExecutions, type Started } from './evidence';
import type {
  Cause,
  CellForecast,
  Forecast,
  UnknownReason
} from './forecast-types';
import { Knowledge } from './knowledge';
import { doubtsOfOrder, plainExecutions } from './order';
import { preparing } from './preparing';
import { replayRun, type Replayed } from './replay-run';
import { finish, type Task } from './task';
import { Timeline, type Moment } from './timeline';
import { comesOutNow } from './trial';
import type { Step } from './version';
import { waysFromCauses } from './ways-from-causes';

/** What a forecast is made from. */
export type ForecastInput = {
  /** All cells of the notebook as it stands now, in order; Markdown and raw cells too. */
  readonly document: readonly PresentCell[];
  /** All recorded runs of this notebook, oldest first; the last one may still be open. */
  readonly runs: readonly RunHistory[];
  /** Reads the kernel's language; absent when nothing does. */
  readonly analyse?: (source: string) => CellAnalysis;
};

/** Tells for each code cell that is not blank whether a fresh run of the whole notebook would show the same again. */
export function forecast(input: ForecastInput): Forecast {
  return finish(forecastInSteps(input));
}

/** The same in steps of a few milliseconds, for a page that has to stay responsive. */
export function* forecastInSteps(input: ForecastInput): Task<Forecast> {
  const { document, runs } = input;
  const prepared = preparing(input.analyse);
  const knowledge = new Knowledge();
  const recorded: (readonly [RunHistory, readonly Started[]])[] = [];
  for (const history of runs) {
    const started = yield* startedExecutions(history, prepared);
    gatherEvidence(knowledge, started);
    recorded.push([history, started]);
  }
  const replays: Replayed[] = [];
  for (const [history, started] of recorded) {
    const policy = 'precise';
    replays.push(yield* replayRun({ knowledge, policy, history, started }));
  }
  const steps = replays.map(one => one.steps);
  const cells = yield* simulate(knowledge, document, prepared);
  const timeline = new Timeline(steps);
  const simulated = new Map(cells.map(one => [one.cell.cellId, one]));
  const positions = positionsOf(document);
  const finder = new CauseFinder({ timeline, simulated, positions });
  const judge = new Judge({
    timeline,
    finder,
    knowledge,
    cells,
    plain: plainExecutions(runs, steps, cells),
    newestRun: runs.length - 1,
    isAnalysed: input.analyse !== undefined
  });
  const trial = { knowledge, cells, runs, replays };
  const judged: CellForecast[] = [];
  for (const cell of cells) {
    yield;
    judged.push(judge.judge(cell));
  }
  const graph = (): DependenceGraph =>
    dependenceGraph({
      cells,
      judged,
      shown: shownSteps(timeline, cells),
      orderOf: step => timeline.momentOf(step)?.order ?? 0
    });
  return {
    cells: judged,
    comesOutNow: cellIds => comesOutNow(trial, cellIds),
    graph,
    why: cellId => {
      const cell = judged.find(one => one.cellId === cellId);
      return cell ? waysFromCauses(graph(), cell) : { nodes: [], edges: [] };
    }
  };
}

type Bench = {
  readonly timeline: Timeline;
  readonly finder: CauseFinder;
  readonly knowledge: Knowledge;
  readonly cells: readonly SimulatedCell[];
  readonly plain: ReadonlySet<Step>;
  readonly newestRun: number;
  readonly isAnalysed: boolean;
};

type Judgement = Omit<CellForecast, 'cellId' | 'index' | 'executionId'>;

const SAME: Judgement = { verdict: 'same', causes: [], reason: null };
const UNRUN: Judgement = { verdict: 'unrun', causes: [], reason: null };

class Judge {
  constructor(private readonly bench: Bench) {}

  judge(simulated: SimulatedCell): CellForecast {
    const { cell, index } = simulated;
    const moment = displayedMoment(this.bench.timeline, cell.cellId);
    const judgement = this.weigh(simulated, moment);
    const executionId = moment?.step.execution?.executionId ?? null;
    const isShown = judgement.verdict !== 'unrun';
    return {
      cellId: cell.cellId,
      index,
      executionId: isShown ? executionId : null,
      ...judgement
    };
  }

  private weigh(simulated: SimulatedCell, moment: Moment | null): Judgement {
    const { cell, step, stoppedBy } = simulated;
    if (cell.executionCount === null && !cell.hasOutputs) {
      return UNRUN;
    }
    const actual = moment?.step;
    const count = actual?.execution?.executionCount ?? null;
    if (!actual || (count !== null && count !== cell.executionCount)) {
      return unknown('not-recorded');
    }
    if (stoppedBy) {
      return { verdict: 'fails', causes: [this.stop(stoppedBy)], reason: null };
    }
    if (this.bench.plain.has(actual)) {
      return SAME;
    }
    if (actual.prepared.normalised !== step.prepared.normalised) {
      return this.edited(actual, simulated);
    }
    return this.bench.isAnalysed
      ? this.compare(simulated, moment)
      : this.doubt(simulated, moment);
  }

  /** Its source is not what made its output. */
  private edited(actual: Step, { step, isBroken }: SimulatedCell): Judgement {
    const causes = this.bench.finder.compare(actual, step);
    return isBroken
      ? {
          verdict: 'fails',
          causes: [...this.bench.finder.explainAbsent(step, null), ...causes],
          reason: null
        }
      : { verdict: 'differs', causes, reason: null };
  }

  /** The same source: lineage decides. */
  private compare(simulated: SimulatedCell, moment: Moment): Judgement {
    const { step, isBroken, isDoubtful } = simulated;
    const actual = moment.step;
    const { finder } = this.bench;
    const doubt = isDoubtful ? 'not-analysed' : null;
    const reason = actual.taint ?? step.taint ?? doubt;
    const isEqual =
      actual.key === step.key ||
      this.agrees(actual, step) ||
      failsAlike(actual, step);
    if (isEqual && !reason) {
      return SAME;
    }
    const causes = distinct([
      ...finder.explainAbsent(step, actual),
      ...finder.compare(actual, step)
    ]);
    if (isBroken && !isEqual && !foundUnseen(actual)) {
      return { verdict: 'fails', causes, reason: null };
    }
    if (reason) {
      return { verdict: 'unknown', causes, reason };
    }
    const fallback = this.fallback(moment);
    return {
      verdict: 'differs',
      causes: causes.length > 0 ? causes : [fallback],
      reason: null
    };
  }

  /** True when an execution with the lineage expected showed the same and left the same. */
  private agrees(actual: Step, expected: Step): boolean {
    const hash = actual.execution?.outputsHash;
    return this.bench.timeline.ofKey(expected.key).some(({ step }) => {
      const { execution } = step;
      return (
        hash !== null &&
        execution?.outputsHash === hash &&
        execution?.status === actual.execution?.status &&
        this.leftTheSame(actual, step)
      );
    });
  }

  private leftTheSame(actual: Step, other: Step): boolean {
    return [...actual.written].every(([name, version]) => {
      const theirs = other.written.get(name) ?? null;
      return version === null || theirs === null
        ? version === theirs
        : version.key === theirs.key;
    });
  }

  /** Nothing reads the language: only the order of runs speaks. */
  private doubt(simulated: SimulatedCell, moment: Moment): Judgement {
    const causes = doubtsOfOrder(
      this.bench.cells,
      this.bench.timeline,
      simulated,
      moment
    );
    return unknown('no-analyser', causes);
  }

  private stop({ key, cellId }: Step): Cause {
    const failures = this.bench.timeline.ofKey(key);
    const failure = failures[failures.length - 1]?.step.execution;
    return {
      kind: 'error-above',
      name: null,
      cellId,
      executionId: failure?.executionId ?? null
    };
  }

  private fallback({ step, run }: Moment): Cause {
    return {
      kind: run < this.bench.newestRun ? 'earlier-kernel' : 'out-of-order',
      name: null,
      cellId: step.cellId,
      executionId: step.execution?.executionId ?? null
    };
  }
}

/** True when what stopped the cell was the lack of a name that a fresh run lacks first, too. */
function failsAlike(actual: Step, expected: Step): boolean {
  const error = actual.execution?.error;
  const [name] = expected.absent;
  return (
    name !== undefined &&
    actual.absent.includes(name) &&
    (error?.evalue.includes(`'${name}'`) ?? false)
  );
}

/** True when it went well without a version of a name that it surely reads. */
function foundUnseen({ absent, execution }: Step): boolean {
  return execution?.status === 'ok' && absent.length > 0;
}

function unknown(
  reason: UnknownReason,
  causes: readonly Cause[] = []
): Judgement {
  return { verdict: 'unknown', causes, reason };
}

/** What made the outputs of the cells that show any. */
function shownSteps(
  timeline: Timeline,
  cells: readonly SimulatedCell[]
): ReadonlyMap<CellId, Step> {
  return new Map(
    cells.flatMap(({ cell }) => {
      const moment = displayedMoment(timeline, cell.cellId);
      const isShown = cell.executionCount !== null || cell.hasOutputs;
      return moment && isShown ? [[cell.cellId, moment.step] as const] : [];
    })
  );
}

/** The execution that made what a cell shows: its last one that ended. */
function displayedMoment(timeline: Timeline, cellId: CellId): Moment | null {
  const moments = timeline.ofCell(cellId);
  for (let index = moments.length - 1; index >= 0; index -= 1) {
    const moment = moments[index];
    if (moment && moment.step.execution?.status !== 'running') {
      return moment;
    }
  }
  return null;
}
