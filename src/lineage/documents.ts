// Simulates a fresh kernel that runs the present document from top to bottom.
import type { DryRun } from '../analysis';
import type { CellId, PresentCell } from '../model';
import { stopsFor, unbound } from './broken';
import type { Knowledge } from './knowledge';
import type { Prepared } from './prepared';
import { isStopped } from './lacking-magics';
import { takeStep } from './take-step';
import type { Task } from './task';
import type { Step } from './version';
import { World } from './world';

/** One code cell that is not blank, with what it would do in a fresh run. */
export type SimulatedCell = {
  readonly cell: PresentCell;
  /** Position among all cells, from 0. */
  readonly index: number;
  readonly step: Step;
  /** True when it would read a name that nothing above it binds, or depends on a cell that would. */
  readonly isBroken: boolean;
  /** Names that it surely reads and that nothing would have bound by then. */
  readonly lacking: readonly string[];
  /** True when code above that was not understood may bind what it lacks. */
  readonly isDoubtful: boolean;
  /** True when equal executions ended in an error. */
  readonly hasFailed: boolean;
  /** The first cell above at which run-all would stop; null when it would get here. */
  readonly stoppedBy: Step | null;
};

/** The document's code cells, as a fresh run would take them. */
export function* simulate(
  knowledge: Knowledge,
  document: readonly PresentCell[],
  prepare: (source: string) => Prepared,
  dry: DryRun | null = null
): Task<SimulatedCell[]> {
  const world = new World(knowledge, 'precise', dry);
  const cells: SimulatedCell[] = [];
  let stoppedBy: Step | null = null;
  let hasOpaque = false;
  for (const [index, cell] of document.entries()) {
    yield;
    const prepared = cell.type === 'code' ? prepare(cell.source) : null;
    if (!prepared || prepared.isBlank) {
      continue;
    }
    const { cellId, mayRaise } = cell;
    const step = takeStep(world, { prepared, cellId, execution: null });
    const isDoubtful = hasOpaque && step.absent.length > 0;
    const lacking = [
      ...(isDoubtful ? [] : step.absent),
      ...unbound(step, world.broken)
    ];
    const isBroken = lacking.length > 0;
    hasOpaque ||=
      prepared.completeness !== 'complete' &&
      !isStopped(world, step) &&
      !knowledge.boundBySource.has(knowledge.kin.of(prepared).normalised);
    if (isBroken) {
      world.broken.set(step, stopsFor(prepared, lacking));
    }
    const hasFailed =
      knowledge.outcomes.get(step.key)?.outcome.hasFailed ?? false;
    const seen = { isBroken, lacking, isDoubtful, hasFailed, stoppedBy };
    cells.push({ cell, index, step, ...seen });
    stoppedBy ??= hasFailed && !mayRaise ? step : null;
  }
  return cells;
}

/** Positions of the document's cells, those of other types included. */
export function positionsOf(
  document: readonly PresentCell[]
): ReadonlyMap<CellId, number> {
  return new Map(document.map(({ cellId }, index) => [cellId, index]));
}
