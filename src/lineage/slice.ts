// The backward slice: which recorded steps a set of steps depends on, directly or not.
import { stepsBehind, type Step } from './version';

/** A slice, and whether code that nobody recorded would belong to it. */
export type Slice = {
  readonly steps: ReadonlySet<Step>;
  readonly needsUnseen: boolean;
};

/** State that every step runs in, whether its code mentions it or not. */
const PROCESS = ['@directory', '@path', '@environment'];

/** State that shapes every output. */
const OUTPUT = ['@display', '@plotting', '@warnings'];

/** Makes slices of one run: the criteria, and every step that they depend on. */
export function slicerOf(
  steps: readonly Step[]
): (criteria: readonly Step[]) => Slice {
  const places: Places = {
    steps,
    positions: new Map(steps.map((step, index) => [step, index])),
    processWide: steps.filter(step => writesAny(step, PROCESS)),
    outputWide: steps.filter(step => writesAny(step, OUTPUT))
  };
  return criteria => new Slicer(places).slice(criteria);
}

type Places = {
  /** All steps of one run, in order. */
  readonly steps: readonly Step[];
  readonly positions: ReadonlyMap<Step, number>;
  readonly processWide: readonly Step[];
  readonly outputWide: readonly Step[];
};

class Slicer {
  constructor(private readonly places: Places) {}

  slice(criteria: readonly Step[]): Slice {
    const { outputWide, positions } = this.places;
    this.pending.push(...criteria);
    for (const step of criteria) {
      if (step.execution?.outputCount) {
        this.addBefore(outputWide, positions.get(step) ?? 0);
      }
    }
    let step = this.pending.pop();
    while (step) {
      const at = positions.get(step);
      if (at === undefined) {
        this.needsUnseen = true;
      } else if (!this.found.has(step)) {
        this.found.add(step);
        this.visit(step, at);
      }
      step = this.pending.pop();
    }
    return { steps: this.found, needsUnseen: this.needsUnseen };
  }

  private visit(step: Step, at: number): void {
    for (const read of step.reads) {
      this.pending.push(...stepsBehind(read));
    }
    this.addBefore(this.places.processWide, at);
    if (step.prepared.completeness !== 'complete') {
      this.addAll(0, at);
    } else if (step.hiddenSince !== null) {
      const since = step.hiddenSince;
      const { steps } = this.places;
      const isAfter = ({ execution }: Step): boolean =>
        (execution?.sequence ?? 0) > since;
      const from = steps.findIndex(isAfter);
      this.addAll(from < 0 ? at : from, at);
    }
  }

  private addBefore(list: readonly Step[], at: number): void {
    const isBefore = (step: Step): boolean =>
      (this.places.positions.get(step) ?? 0) < at;
    this.pending.push(...list.filter(isBefore));
  }

  /** Keeps every step of a stretch that left anything. */
  private addAll(from: number, to: number): void {
    for (const step of this.places.steps.slice(from, to)) {
      if (step.written.size > 0) {
        this.pending.push(step);
      }
    }
  }

  private readonly pending: Step[] = [];
  private readonly found = new Set<Step>();
  private needsUnseen = false;
}

function writesAny({ written }: Step, names: readonly string[]): boolean {
  return [...written].some(
    ([name, version]) =>
      version !== null &&
      names.some(one => name === one || name.startsWith(`${one}:`))
  );
}
