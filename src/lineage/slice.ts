// The backward slice: which recorded steps a set of steps depends on, directly or not.
import { stepsBehind, type Step } from './version';

/** What a slice is taken from. */
export type SliceInput = {
  /** All steps of one run, in order. */
  readonly steps: readonly Step[];
  /** The steps whose results are wanted. */
  readonly criteria: readonly Step[];
};

/** A slice, and whether code that nobody recorded would belong to it. */
export type Slice = {
  readonly steps: ReadonlySet<Step>;
  readonly needsUnseen: boolean;
};

/** State that every step runs in, whether its code mentions it or not. */
const PROCESS = ['@directory', '@path', '@environment'];

/** State that shapes every output. */
const OUTPUT = ['@display', '@plotting', '@warnings'];

/** The criteria and every step that they depend on. */
export function sliceBackward(input: SliceInput): Slice {
  return new Slicer(input).slice();
}

class Slicer {
  constructor(private readonly input: SliceInput) {
    const { steps } = input;
    this.positions = new Map(steps.map((step, index) => [step, index]));
    this.processWide = steps.filter(step => writesAny(step, PROCESS));
    this.outputWide = steps.filter(step => writesAny(step, OUTPUT));
  }

  slice(): Slice {
    this.pending.push(...this.input.criteria);
    for (const step of this.input.criteria) {
      if (step.execution?.outputCount) {
        this.addBefore(this.outputWide, this.positions.get(step) ?? 0);
      }
    }
    let step = this.pending.pop();
    while (step) {
      const at = this.positions.get(step);
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
    this.addBefore(this.processWide, at);
    if (step.prepared.completeness !== 'complete') {
      this.addAll(0, at);
    } else if (step.hiddenSince !== null) {
      const since = step.hiddenSince;
      const { steps } = this.input;
      const isAfter = ({ execution }: Step): boolean =>
        (execution?.sequence ?? 0) > since;
      this.addAll(steps.findIndex(isAfter), at);
    }
  }

  private addBefore(list: readonly Step[], at: number): void {
    const isBefore = (step: Step): boolean =>
      (this.positions.get(step) ?? 0) < at;
    this.pending.push(...list.filter(isBefore));
  }

  /** Keeps every step of a stretch that left anything. */
  private addAll(from: number, to: number): void {
    for (const step of this.input.steps.slice(Math.max(from, 0), to)) {
      if (step.written.size > 0) {
        this.pending.push(step);
      }
    }
  }

  private readonly positions: ReadonlyMap<Step, number>;
  private readonly processWide: readonly Step[];
  private readonly outputWide: readonly Step[];
  private readonly pending: Step[] = [];
  private readonly found = new Set<Step>();
  private needsUnseen = false;
}

function writesAny({ written }: Step, names: readonly string[]): boolean {
  return names.some(name => Boolean(written.get(name)));
}
