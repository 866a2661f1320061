// What restart-and-run-all would do to every cell of a notebook, told from what was recorded.
import type { CellAnalysis } from '../analysis';
import type { CellId, PresentCell, RunHistory } from '../model';
import { CauseFinder } from './causes';
import { dependenceGraph } from './dependence-graph';
import type { DependenceGraph } from './dependence-types';
import { positionsOf, simulate, type SimulatedCell } from './documents';
import { gatherEvidence, startedExecutions, type Started } from './evidence';
import type { CellForecast, Forecast } from './forecast-types';
import { displayedMoment, Judge } from './judge';
import { Knowledge } from './knowledge';
import { plainExecutions } from './order';
import { preparing } from './preparing';
import { replayRun, type Replayed } from './replay-run';
import { finish, type Task } from './task';
import { Timeline } from './timeline';
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
