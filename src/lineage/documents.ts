// Simulates a fresh kernel that runs the present document from top to bottom.
import type { DryRun } from '../analysis';
import type { CellId, PresentCell } from '../model';
import { stopsFor, unbound } from './broken';
import type { Knowledge } from './knowledge';
import type { Prepared } from './prepared';
import { isStopped } from './lacking-magics';
import { retake, type Taken } from './retaken';
import type { Task } from './task';
import type { Step } from './version';
import { World } from './world';

/** One code cell with what it would do in a fresh run: a blank one as long as it shows what it did before it was emptied. */
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

/** Simulates one document after the other. Cells above the first that is another one by now are taken over as they were. */
export class Simulator {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly prepare: (source: string) => Prepared
  ) {
    this.start = new FreshRun(new World(knowledge, 'precise'));
  }

  /** The document's code cells, as a fresh run would take them. */
  *simulate(document: readonly PresentCell[]): Task<readonly SimulatedCell[]> {
    const alike = countAlike(this.last, document);
    let before = this.before && this.before.at <= alike ? this.before : null;
    const run = before?.fork() ?? this.fresh(null);
    while (run.at < document.length) {
      yield;
      if (run.at === alike && before?.at !== alike) {
        before = run.fork();
      }
      this.take(run, document);
    }
    this.before = before;
    this.last = document;
    return run.cells;
  }

  /** The same with every cell run in thought as well: nothing is taken over. */
  *simulateInThought(
    document: readonly PresentCell[],
    dry: DryRun
  ): Task<readonly SimulatedCell[]> {
    const run = this.fresh(dry);
    while (run.at < document.length) {
      yield;
      this.take(run, document);
    }
    return run.cells;
  }

  /** Takes nothing over into the next document: more is known by now. */
  forget(): void {
    this.last = [];
    this.before = null;
    this.taken.clear();
  }

  private fresh(dry: DryRun | null): FreshRun {
    return dry
      ? new FreshRun(new World(this.knowledge, 'precise', dry))
      : this.start.fork();
  }

  private take(run: FreshRun, document: readonly PresentCell[]): void {
    const cell = document[run.at];
    const prepared = cell?.type === 'code' ? this.prepare(cell.source) : null;
    if (cell && prepared && !(prepared.isBlank && showsNothing(cell))) {
      const { cellId } = cell;
      const taken = run.take(cell, prepared, this.taken.get(cellId));
      if (taken) {
        this.taken.set(cellId, taken);
      } else {
        this.taken.delete(cellId);
      }
    }
    run.at += 1;
  }

  /** Nothing ran yet; all runs go on from here. */
  private readonly start: FreshRun;
  /** Of the cells of the last document, the steps that may be taken over. */
  private readonly taken = new Map<CellId, Taken>();
  /** The document that was simulated last. */
  private last: readonly PresentCell[] = [];
  /** The run of it up to the cell that had changed: whoever types in a cell goes on from there. */
  private before: FreshRun | null = null;
}

/** True for a cell with neither a count nor an output. */
export function showsNothing({
  executionCount,
  hasOutputs
}: PresentCell): boolean {
  return executionCount === null && !hasOutputs;
}

/** A fresh run of a document, as far as it came. */
class FreshRun {
  constructor(private readonly world: World) {}

  /** A copy that goes its own way. */
  fork(): FreshRun {
    const copy = new FreshRun(this.world.fork());
    copy.cells.push(...this.cells);
    copy.at = this.at;
    copy.stoppedBy = this.stoppedBy;
    copy.hasOpaque = this.hasOpaque;
    return copy;
  }

  /** Runs the next cell, or takes over what was taken for it before; gives what may be taken over the next time. */
  take(
    cell: PresentCell,
    prepared: Prepared,
    before: Taken | undefined
  ): Taken | null {
    const { world, cells, at: index, stoppedBy } = this;
    const { knowledge } = world;
    const { cellId, mayRaise } = cell;
    const { step, taken } = retake(world, prepared, cellId, before);
    const isDoubtful = this.hasOpaque && step.absent.length > 0;
    const lacking = [
      ...(isDoubtful ? [] : step.absent),
      ...unbound(step, world.broken)
    ];
    const isBroken = lacking.length > 0;
    this.hasOpaque ||=
      prepared.completeness !== 'complete' &&
      !isStopped(world, step) &&
      !knowledge.boundBySource.has(knowledge.kin.of(prepared).normalised);
    if (isBroken) {
      world.broken.set(step, stopsFor(prepared, lacking));
    }
    const hasFailed =
      knowledge.outcomes.get(step.key)?.outcome.hasFailed ??
      knowledge.lackedLabels.stopOf(step) !== undefined;
    const seen = { isBroken, lacking, isDoubtful, hasFailed, stoppedBy };
    cells.push({ cell, index, step, ...seen });
    this.stoppedBy ??= hasFailed && !mayRaise ? step : null;
    return taken;
  }

  /** Code cells that ran, in order. */
  readonly cells: SimulatedCell[] = [];
  /** How many cells of the document it went over. */
  at = 0;
  private stoppedBy: Step | null = null;
  private hasOpaque = false;
}

/** How many cells two documents have in common at their beginnings. */
function countAlike(
  some: readonly PresentCell[],
  others: readonly PresentCell[]
): number {
  const at = some.findIndex((one, index) => !isAlike(one, others[index]));
  return at < 0 ? some.length : at;
}

function isAlike(one: PresentCell, other: PresentCell | undefined): boolean {
  return (
    one === other ||
    (one.cellId === other?.cellId &&
      one.type === other.type &&
      one.source === other.source &&
      one.executionCount === other.executionCount &&
      one.hasOutputs === other.hasOutputs &&
      one.mayRaise === other.mayRaise)
  );
}

/** Positions of the document's cells, those of other types included. */
export function positionsOf(
  document: readonly PresentCell[]
): ReadonlyMap<CellId, number> {
  return new Map(document.map(({ cellId }, index) => [cellId, index]));
}
