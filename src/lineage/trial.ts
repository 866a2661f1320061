// Tries out in thought what running some cells in the present kernel would give.
import type { CellId, RunHistory } from '../model';
import type { SimulatedCell } from './documents';
import type { Knowledge } from './knowledge';
import type { RunReplay } from './replay-run';
import { takeStep } from './take-step';
import { World } from './world';

/** What a trial starts from. */
export type TrialInput = {
  readonly knowledge: Knowledge;
  /** The document's code cells, as a fresh run would take them. */
  readonly cells: readonly SimulatedCell[];
  readonly runs: readonly RunHistory[];
  /** What each of the runs left, in their order. */
  readonly replays: readonly RunReplay[];
};

/**
 * True when these cells, run now in the order of the document, would all do what a fresh run of the whole document
 * does. A kernel that has gone holds nothing any more.
 */
export function comesOutNow(
  { knowledge, cells, runs, replays }: TrialInput,
  cellIds: readonly CellId[]
): boolean {
  const isOpen = runs[runs.length - 1]?.run.end === null;
  const present = isOpen ? replays[replays.length - 1]?.world : undefined;
  const world = present?.fork() ?? new World(knowledge, 'precise');
  const wanted = new Set(cellIds);
  return cells
    .filter(({ cell }) => wanted.has(cell.cellId))
    .every(({ cell, step }) => {
      const { prepared } = step;
      const { cellId } = cell;
      return (
        takeStep(world, { prepared, cellId, execution: null }).key === step.key
      );
    });
}
