// All recorded steps of a notebook, found by cell and by name.
import type { CellId } from '../model';
import { NONE } from './nothing';
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
  /** A cell's executions; with null those of which no cell is known. */
  ofCell(cellId: CellId | null): readonly Moment[] {
    return this.byCell.get(cellId) ?? NONE;
  }

  /** Executions with a lineage, oldest first. */
  ofKey(key: number): readonly Moment[] {
    const newest = this.lastOfKey.get(key);
    if (!newest) {
      return NONE;
    }
    const known = this.listed.get(key);
    if (known?.[known.length - 1] === newest) {
      return known;
    }
    const found: Moment[] = [];
    for (let one: Moment | null = newest; one; one = one.earlier) {
      found.push(one);
    }
    found.reverse();
    this.listed.set(key, found);
    return found;
  }

  /** The newest execution with a lineage. */
  newestOfKey(key: number): Moment | undefined {
    return this.lastOfKey.get(key);
  }

  /** Where a recorded step stands; undefined for a simulated one. */
  momentOf(step: Step): Moment | undefined {
    const moments = step.execution ? this.ofCell(step.cellId) : NONE;
    let index = moments.length - 1;
    while (index >= 0 && moments[index]?.step !== step) {
      index -= 1;
    }
    return moments[index];
  }

  /** The steps from one moment up to another, which is left out. */
  between(from: Moment, to: Moment): readonly Step[] {
    return this.list.slice(from.order, to.order);
  }

  /** The steps from a moment on, its own first. */
  since({ order }: Moment): readonly Step[] {
    return this.list.slice(order);
  }

  /** The steps before a moment. */
  before({ order }: Moment): readonly Step[] {
    return this.list.slice(0, order);
  }

  /** All steps, oldest first. */
  all(): readonly Step[] {
    return this.list;
  }

  /** The newest execution that left something under a name. */
  lastBinder(name: string): Step | null {
    for (; this.bindersSeen < this.list.length; this.bindersSeen += 1) {
      this.list[this.bindersSeen]?.written.forEach((version, one) => {
        if (version) {
          this.binders.set(one, version.baseStep);
        }
      });
    }
    return this.binders.get(name) ?? null;
  }

  /** Adds the next step, of the newest run so far or of the one after it. */
  add(step: Step, run: number): void {
    const order = this.list.length;
    const earlier = this.lastOfKey.get(step.key) ?? null;
    const moment: Moment = { step, order, run, earlier };
    this.list.push(step);
    this.lastOfKey.set(step.key, moment);
    append(this.byCell, step.cellId, moment);
  }

  private readonly list: Step[] = [];
  private readonly byCell = new Map<CellId | null, Moment[]>();
  private readonly binders = new Map<string, Step>();
  /** Of how many steps the names are among them: most notebooks never ask. */
  private bindersSeen = 0;
  private readonly lastOfKey = new Map<number, Moment>();
  /** Lists by lineage, each as it was when somebody asked for it. */
  private readonly listed = new Map<number, readonly Moment[]>();
}

/** The execution that made what a cell shows: its last one that ended. */
export function displayedMoment(
  timeline: Timeline,
  cellId: CellId
): Moment | null {
  const moments = timeline.ofCell(cellId);
  for (let index = moments.length - 1; index >= 0; index -= 1) {
    const moment = moments[index];
    if (moment && moment.step.execution?.status !== 'running') {
      return moment;
    }
  }
  return null;
}

function append<Key>(map: Map<Key, Moment[]>, key: Key, moment: Moment): void {
  const list = map.get(key);
  if (list) {
    list.push(moment);
  } else {
    map.set(key, [moment]);
  }
}
