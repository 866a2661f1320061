// Where causes are looked for, and what parts there.
import type { CellId } from '../model';
import type { SimulatedCell } from './documents';
import { firstBelow } from './lost-names';
import type { Timeline } from './timeline';
import type { Step } from './version';

/** Where causes are looked for. */
export type CauseScene = {
  readonly timeline: Timeline;
  readonly simulated: ReadonlyMap<CellId, SimulatedCell>;
  /** Of all cells, those of other types included. */
  readonly positions: ReadonlyMap<CellId, number>;
};

/** One name, as it arrived at a cell in fact and as it would arrive. */
export type Parting = {
  readonly name: string;
  /** The cell that reads. */
  readonly reader: Step;
  /** The recorded step that read. */
  readonly actualReader: Step;
  /** Who left in fact what was read; null when nothing was there. */
  readonly actual: Step | null;
  /** Who would leave it; null when nobody would. */
  readonly expected: Step | null;
};

/** A name that a step left in fact and nobody would leave for the reader. */
export type Missing = {
  readonly name: string;
  readonly reader: Step;
  readonly actual: Step;
};

/** Where a cell stands in the document; undefined where it does not. */
export function positionOf(
  { positions }: CauseScene,
  cellId: CellId | null
): number | undefined {
  return cellId === null ? undefined : positions.get(cellId);
}

/** The cell of the document that holds what a step ran: its own, or one with the same source below the reader. */
export function presentCellOf(
  scene: CauseScene,
  actual: Step,
  reader: Step
): CellId | null {
  if (positionOf(scene, actual.cellId) !== undefined) {
    return actual.cellId;
  }
  const below = firstBelow(
    scene.simulated,
    positionOf(scene, reader.cellId) ?? 0,
    step => step.prepared.normalised === actual.prepared.normalised
  );
  return below?.cell.cellId ?? null;
}

/** True when a recorded step with the lineage expected came after the one that was read. */
export function isEqualLater(
  { timeline }: CauseScene,
  actual: Step,
  expected: Step
): boolean {
  const order = timeline.momentOf(actual)?.order ?? Infinity;
  return (timeline.newestOfKey(expected.key)?.order ?? -1) > order;
}

/** What the cell's present source did when it ran last; null where another source ran since. */
export function newestOfSource(
  { timeline }: CauseScene,
  { cellId, prepared }: Step
): Step | null {
  const moments = cellId ? timeline.ofCell(cellId) : [];
  const newest = moments[moments.length - 1]?.step;
  return newest?.prepared.normalised === prepared.normalised ? newest : null;
}
