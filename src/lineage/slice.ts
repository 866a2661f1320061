// The backward slice: which recorded steps a set of steps depends on, directly or not.
import { importOf } from './imported';
import { withoutOptions } from './keys';
import type { Knowledge } from './knowledge';
import { MetStates } from './met-states';
import { NONE } from './nothing';
import type { Prepared } from './prepared';
import type { Read, Step } from './version';

/** A slice, and whether code that nobody recorded would belong to it. */
export type Slice = {
  readonly steps: ReadonlySet<Step>;
  readonly needsUnseen: boolean;
};

/** Words of code that imports. */
const IMPORT = /^(?:_*import\w*|reload)$/;

/** Makes slices of one run: the criteria, and every step that they depend on. */
export function slicerOf(
  steps: readonly Step[],
  knowledge: Knowledge
): (criteria: readonly Step[]) => Slice {
  const places: Places = {
    steps,
    positions: new Map(steps.map((step, index) => [step, index])),
    newest: newestIn(steps),
    states: new MetStates(steps, knowledge),
    importers: steps.filter(isImportingAgain)
  };
  return criteria => {
    const slice = new Slicer(places, []).slice(criteria);
    const kept = places.importers.filter(step => slice.steps.has(step));
    return kept.length > 0 ? new Slicer(places, kept).slice(criteria) : slice;
  };
}

/** True for a step that imported what an earlier one had imported. */
function isImportingAgain(step: Step): boolean {
  const { prepared, written } = step;
  return prepared.strong.some(name => {
    const version = written.get(name);
    return version && version.baseStep !== step && importOf(prepared, name);
  });
}

type Places = {
  /** All steps of one run, in order. */
  readonly steps: readonly Step[];
  readonly positions: ReadonlyMap<Step, number>;
  /** The greatest sequence up to each of them. */
  readonly newest: readonly number[];
  readonly states: MetStates;
  /** Those that imported again what an earlier one had imported. */
  readonly importers: readonly Step[];
};

class Slicer {
  constructor(
    private readonly places: Places,
    /** Steps that are kept for something else: what they import again need not come from the first that did. */
    private readonly importers: readonly Step[]
  ) {}

  slice(criteria: readonly Step[]): Slice {
    const { positions, states } = this.places;
    this.pending.push(...criteria);
    for (const step of criteria) {
      this.pending.push(...states.shapersOf(step, positions.get(step) ?? 0));
      this.wanted.add(step);
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
    const { states } = this.places;
    const behind = ({ name, version, parts }: Read): readonly Step[] =>
      version ? states.makers(name, version, parts) : NONE;
    for (const read of this.wanted.has(step) ? step.reads : madeOf(step)) {
      const importer = this.importerOf(read, at);
      for (const one of importer ? [importer] : behind(read)) {
        if (!this.found.has(one)) {
          this.pending.push(one);
        }
      }
    }
    this.pending.push(...states.settersFor(imports(step.prepared), at));
    if (step.readsHistory) {
      this.pending.push(...this.places.steps.slice(0, at));
    } else if (step.readsUnseen || step.prepared.completeness !== 'complete') {
      this.addAll(0, at);
    } else if (step.hiddenSince !== null) {
      const from = firstAbove(this.places.newest, step.hiddenSince);
      this.addAll(from, at);
    }
  }

  /** A kept step above the place that imported what is read, though not as the first. */
  private importerOf({ name, version }: Read, at: number): Step | undefined {
    const { positions } = this.places;
    return version && version.parts.size === 0
      ? this.importers.find(
          step =>
            (positions.get(step) ?? at) < at &&
            step.written.get(name)?.baseStep === version.baseStep &&
            importOf(step.prepared, name) !== null
        )
      : undefined;
  }

  /** Keeps every step of a stretch that left anything. */
  private addAll(from: number, to: number): void {
    for (const step of this.places.steps.slice(from, to)) {
      if (step.written.size > 0 && !this.found.has(step)) {
        this.pending.push(step);
      }
    }
  }

  /** Steps whose outputs are wanted. */
  private readonly wanted = new Set<Step>();
  private readonly pending: Step[] = [];
  private readonly found = new Set<Step>();
  private needsUnseen = false;
}

/** Catches what code shows. */
const CATCHING = /^(?:redirect_std\w+|capture\w*|StringIO|stdout)$/;

/** What a step reads for what it leaves: how it shows values counts where it keeps texts of them. */
function madeOf({ prepared, reads }: Step): readonly Read[] {
  return prepared.spells(CATCHING) ? reads : withoutOptions(prepared, reads);
}

function newestIn(steps: readonly Step[]): readonly number[] {
  let newest = 0;
  return steps.map(({ execution }) => {
    newest = Math.max(newest, execution?.sequence ?? 0);
    return newest;
  });
}

/** Where a list that never falls gets above a limit; its length where it does not. */
function firstAbove(list: readonly number[], limit: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? 0) > limit) {
      to = middle;
    } else {
      from = middle + 1;
    }
  }
  return from;
}

/** A magic may, too. */
function imports({ analysis, spells }: Prepared): boolean {
  return analysis.spelled?.hasMagic === true || spells(IMPORT);
}
