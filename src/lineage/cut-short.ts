// Cells that stopped at one of their statements: what stands below it did not run, and in a fresh run does not where all above is alike.
import type { Execution } from '../model';
import { failedLineOf } from './failed-at';
import { NONE } from './nothing';
import type { Prepared } from './prepared';

/** The place at which a source was seen to stop. */
export type Stop = {
  /** The source as far as it was reached. */
  readonly prepared: Prepared;
  /** Lineage of what was reached where it stopped there, and where it went on; shared by sources that are alike so far. */
  readonly stopped: Set<number>;
  readonly passed: Set<number>;
};

type Place = Omit<Stop, 'prepared'> & {
  /** How many statements were reached, and their tokens. */
  readonly count: number;
  readonly text: string;
  readonly prepare: (source: string) => Prepared;
};

/** Where sources were seen to stop. */
export class Stops {
  /** Notes where an execution stopped, if it did above the end of its source; true when that is news. */
  note(
    prepared: Prepared,
    execution: Execution,
    prepare: Place['prepare']
  ): boolean {
    const count = reachedIn(prepared, execution);
    const reached = count === null ? null : upTo(prepared, count, prepare);
    if (count === null || reached === null) {
      return false;
    }
    const text = reached.normalised;
    if (this.places.some(one => one.text === text && one.count === count)) {
      return false;
    }
    const stopped = new Set<number>();
    const passed = new Set<number>();
    this.places.push({ count, text, prepare, stopped, passed });
    this.places.sort((one, other) => one.count - other.count);
    this.known = new WeakMap();
    return true;
  }

  /** The places at which a source, or one alike so far, was seen to stop; the first of them first. */
  of(prepared: Prepared): readonly Stop[] {
    if (this.places.length === 0) {
      return NONE;
    }
    const known = this.known.get(prepared) ?? this.find(prepared);
    this.known.set(prepared, known);
    return known;
  }

  /** Forgets what replays taught. */
  forget(): void {
    for (const { stopped, passed } of this.places) {
      stopped.clear();
      passed.clear();
    }
  }

  private find(prepared: Prepared): readonly Stop[] {
    return this.places.flatMap(({ count, text, prepare, stopped, passed }) => {
      const reached = prepared.normalised.startsWith(text.replace(IDLE, ''))
        ? upTo(prepared, count, prepare)
        : null;
      return reached?.normalised === text
        ? [{ prepared: cut(prepared, reached), stopped, passed }]
        : [];
    });
  }

  private readonly places: Place[] = [];
  private known = new WeakMap<Prepared, readonly Stop[]>();
}

/** True for the place at which an execution of the source stopped. */
export function isAt(
  { prepared }: Stop,
  whole: Prepared,
  execution: Execution
): boolean {
  const count = reachedIn(whole, execution);
  const { ends = NONE } = prepared.analysis;
  return count !== null && ends.length === count;
}

/** How many statements a failed execution reached; null where that is not told, or all of them were. */
function reachedIn(prepared: Prepared, execution: Execution): number | null {
  const failed =
    execution.status === 'error' ? failedLineOf(prepared, execution) : null;
  if (!failed) {
    return null;
  }
  const { ends = NONE } = prepared.analysis;
  const count = ends.findIndex(end => end > failed.from) + 1;
  return count === 0 || count === ends.length ? null : count;
}

/** What stands for the body of a statement that stopped at its head. */
const IDLE = /\s*pass$/;

/** The first statements of a source. */
function upTo(
  { analysis, source }: Prepared,
  count: number,
  prepare: Place['prepare']
): Prepared | null {
  const end = analysis.ends?.[count - 1];
  if (end === undefined) {
    return null;
  }
  const text = source.slice(0, end);
  return prepare(text.endsWith(':') ? `${text} pass` : text);
}

/** The source as it is, with what its first statements do. */
function cut(whole: Prepared, reached: Prepared): Prepared {
  const { source, normalised } = whole;
  return {
    ...reached,
    source,
    normalised,
    givesResult: false,
    displays: () => false
  };
}
