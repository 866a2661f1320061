// Where causes are looked for, and what parts there.
import type { CellId } from '../model';
import type { SimulatedCell } from './documents';
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
