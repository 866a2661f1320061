// The backward slice: which recorded steps a set of steps depends on, directly or not.
import { importOf } from './imported';
import type { Prepared } from './prepared';
import { stepsBehind, type Read, type Step, type Version } from './version';

/** A slice, and whether code that nobody recorded would belong to it. */
export type Slice = {
  readonly steps: ReadonlySet<Step>;
  readonly needsUnseen: boolean;
};

/** State that every step runs in, whether its code mentions it or not. */
const PROCESS = ['@directory', '@environment'];

/** State that steps run in which import. */
const IMPORTING = [...PROCESS, '@path'];

/** State that shapes every output. */
const OUTPUT = ['@display', '@warnings'];

/** State that shapes outputs in which a picture may be. */
const PICTURE = [...OUTPUT, '@plotting'];

const WIDE = [...IMPORTING, ...PICTURE];

/** No picture has so few bytes. */
const LEAST_PICTURE = 800;
/** Words of code that imports. */
const IMPORT = /^(?:_*import\w*|reload)$/;

/** Makes slices of one run: the criteria, and every step that they depend on. */
export function slicerOf(
  steps: readonly Step[]
): (criteria: readonly Step[]) => Slice {
  const places: Places = {
    steps,
    positions: new Map(steps.map((step, index) => [step, index])),
    newest: newestIn(steps),
    ambient: statesOf(steps),
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
  /** By ambient name, its versions in order. */
  readonly ambient: ReadonlyMap<string, readonly State[]>;
  /** Those that imported again what an earlier one had imported. */
  readonly importers: readonly Step[];
};

/** An ambient state, and the position of the step that left it. */
type State = { readonly at: number; readonly version: Version };

class Slicer {
  constructor(
    private readonly places: Places,
    /** Steps that are kept for something else: what they import again need not come from the first that did. */
    private readonly importers: readonly Step[]
  ) {}

  slice(criteria: readonly Step[]): Slice {
    const { positions } = this.places;
    this.pending.push(...criteria);
    for (const step of criteria) {
      const { outputCount = 0, outputBytes = 0 } = step.execution ?? {};
      const at = positions.get(step) ?? 0;
      const isText = outputBytes > 0 && outputBytes < LEAST_PICTURE;
      this.addStates(outputCount === 0 ? [] : isText ? OUTPUT : PICTURE, at);
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
      const importer = this.importerOf(read, at);
      for (const one of importer ? [importer] : stepsBehind(read)) {
        if (!this.found.has(one)) {
          this.pending.push(one);
        }
      }
    }
    if (this.places.ambient.size > 0) {
      const isImporting = imports(step.prepared);
      this.addStates(isImporting ? IMPORTING : PROCESS, at);
    }
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

  /** Keeps what made the states that a step at this position meets. */
  private addStates(names: readonly string[], at: number): void {
    for (const [name, states] of this.places.ambient) {
      const [kind = ''] = name.split(':');
      const met = names.includes(kind) ? stateBefore(states, at) : undefined;
      if (met) {
        const { baseStep, parts } = met.version;
        this.pending.push(baseStep);
        parts.forEach(({ step }) => this.pending.push(step));
      }
    }
  }

  /** Keeps every step of a stretch that left anything. */
  private addAll(from: number, to: number): void {
    for (const step of this.places.steps.slice(from, to)) {
      if (step.written.size > 0 && !this.found.has(step)) {
        this.pending.push(step);
      }
    }
  }

  private readonly pending: Step[] = [];
  private readonly found = new Set<Step>();
  private needsUnseen = false;
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

/** The last state before a position: most lists are short. */
function stateBefore(states: readonly State[], at: number): State | undefined {
  let index = states.length - 1;
  while (index >= 0 && (states[index]?.at ?? 0) >= at) {
    index -= 1;
  }
  return states[index];
}

function statesOf(steps: readonly Step[]): Places['ambient'] {
  const states = new Map<string, State[]>();
  steps.forEach(({ written }, at) =>
    written.forEach((version, name) => {
      const kind = name[0] === '@' ? name.split(':', 1)[0] : undefined;
      if (version && kind !== undefined && WIDE.includes(kind)) {
        const known = states.get(name) ?? [];
        known.push({ at, version });
        states.set(name, known);
      }
    })
  );
  return states;
}

/** A magic may, too. */
function imports({ analysis, spells }: Prepared): boolean {
  return analysis.spelled?.hasMagic === true || spells(IMPORT);
}
