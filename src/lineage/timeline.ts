// All recorded steps of a notebook, found by cell and by name.
import type { CellId } from '../model';
import type { Step } from './version';

/** One recorded step with its place in the history. */
export type Moment = {
  readonly step: Step;
  /** Dense over all runs, in order. */
  readonly order: number;
  /** Which of the notebook's runs, from 0. */
  readonly run: number;
  /** The one before with the same lineage; null for the first. */
  readonly earlier: Moment | null;
};

/** Recorded steps over all runs, oldest first. */
export class Timeline {
  /** A cell's executions. */
  ofCell(cellId: CellId): readonly Moment[] {
    return this.byCell.get(cellId) ?? [];
  }

  /** Executions with a lineage. */
  ofKey(key: number): readonly Moment[] {
    const found: Moment[] = [];
    let moment = this.lastOfKey.get(key) ?? null;
    while (moment) {
      found.push(moment);
      moment = moment.earlier;
    }
    return found.reverse();
  }

  /** The newest execution with a lineage. */
  newestOfKey(key: number): Moment | undefined {
    return this.lastOfKey.get(key);
  }

  /** Where a recorded step stands; undefined for a simulated one. */
  momentOf(step: Step): Moment | undefined {
    return this.moments.get(step);
  }

  /** The newest execution that left something under a name. */
  lastBinder(name: string): Step | null {
    return this.binders.get(name) ?? null;
  }

  /** Adds the next step, of the newest run so far or of the one after it. */
  add(step: Step, run: number): void {
    const order = this.moments.size;
    const earlier = this.lastOfKey.get(step.key) ?? null;
    const moment: Moment = { step, order, run, earlier };
    step.written.forEach((version, name) => {
      if (version) {
        this.binders.set(name, version.baseStep);
      }
    });
    this.moments.set(step, moment);
    this.lastOfKey.set(step.key, moment);
    if (step.cellId !== null) {
      append(this.byCell, step.cellId, moment);
    }
  }

  private readonly moments = new Map<Step, Moment>();
  private readonly byCell = new Map<CellId, Moment[]>();
  private readonly binders = new Map<string, Step>();
  private readonly lastOfKey = new Map<number, Moment>();
}

function append<Key>(map: Map<Key, Moment[]>, key: Key, moment: Moment): void {
  const list = map.get(key);
  if (list) {
    list.push(moment);
  } else {
    map.set(key, [moment]);
  }
}
