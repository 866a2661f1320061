// Judges a document: every cell against what recorded runs taught.
import { haveFixedHashes } from './set-order';
import type { DryRun } from '../analysis';
import type { CellId } from '../model';
import { CauseFinder } from './causes';
import { environmentsOf } from './comparable-runs';
import { dependenceGraph } from './dependence-graph';
import type { DependenceGraph } from './dependence-types';
import type { ForecastInput } from './forecast-input';
import {
  positionsOf,
  showsNothing,
  type SimulatedCell,
  type Simulator
} from './documents';
import type { CellForecast, Forecast } from './forecast-types';
import { Judge } from './judge';
import type { Knowledge } from './knowledge';
import { plainExecutions } from './order';
import type { RunReplay } from './replay-run';
import type { Task } from './task';
import { displayedMoment, type Timeline } from './timeline';
import { comesOutNow } from './trial';
import type { Step } from './version';
import { waysFromCauses } from './ways-from-causes';

/** What a document is judged by. */
export type JudgingInput = ForecastInput & {
  readonly knowledge: Knowledge;
  readonly timeline: Timeline;
  readonly simulator: Simulator;
  /** What each of the runs left, in their order. */
  readonly replays: readonly RunReplay[];
  /** Makes a namespace in which the document runs in thought; null where it does not. */
  readonly newDryRun: (() => DryRun) | null;
};

/** Judges the present document by what recorded runs taught. */
export function* judgeDocument(input: JudgingInput): Task<Forecast> {
  const { document, runs, knowledge, timeline, simulator, replays } = input;
  const steps = replays.map(one => one.steps);
  const hasFixedHashes = haveFixedHashes(runs);
  const areOthers = knowledge.files.setPresent(input.files);
  if (areOthers || knowledge.hasFixedHashes !== hasFixedHashes) {
    knowledge.hasFixedHashes = hasFixedHashes;
    simulator.forget();
  }
  const dry = input.newDryRun?.();
  const cells = dry
    ? yield* simulator.simulateInThought(document, dry)
    : yield* simulator.simulate(document);
  const simulated = new Map(cells.map(one => [one.cell.cellId, one]));
  const positions = positionsOf(document);
  const finder = new CauseFinder({ timeline, simulated, positions });
  const judge = new Judge({
    timeline,
    finder,
    cells,
    plain: plainExecutions(runs, steps, cells),
    newestRun: runs.length - 1,
    environments: environmentsOf(runs, replays),
    variances: knowledge.variances,
    isAnalysed: input.analyse !== undefined,
    isToday: input.isToday,
    files: knowledge.files,
    hasFixedHashes
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
      return moment && !showsNothing(cell)
        ? [[cell.cellId, moment.step] as const]
        : [];
    })
  );
}
