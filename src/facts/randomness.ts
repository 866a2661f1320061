// Which streams of random numbers a run drew from, and whether a seed stood before.
import type { ExecutionId } from '../model';
import { seedArguments, type SeedArgument } from './seed-arguments';
import type { SeenExecution } from './seen-execution';

/** A seed as it was given. */
export type SeedAt = {
  readonly executionId: ExecutionId;
  /** Empty when it could not be read. */
  readonly seed: string;
};

/** One stream over a run. */
export type RandomStream = {
  /** `random`, `numpy`, `torch`, …, or the name of a generator; `entropy` for chance that no seed determines. */
  readonly stream: string;
  readonly seeds: readonly SeedAt[];
  /** Executions that drew from it, in order. */
  readonly draws: readonly ExecutionId[];
  /** Those of them that drew before any seed was given in this run. */
  readonly unseeded: readonly ExecutionId[];
  /** True when the kernel reported it; false when only the source tells. */
  readonly isReported: boolean;
};

/** The randomness of a run. */
export type Randomness = {
  /** Sorted by name. */
  readonly streams: readonly RandomStream[];
  /** In order of the run, each pair once. */
  readonly seedArguments: readonly SeedArgument[];
  /** Executions whose draws nobody saw: without report, and in a language that nothing reads. */
  readonly unseen: number;
};

type Growing = {
  readonly seeds: SeedAt[];
  readonly draws: Set<ExecutionId>;
  readonly unseeded: Set<ExecutionId>;
  isReported: boolean;
};

/** By what the kernel reported; where it did not look, by what the source shows. */
export function randomnessOf(executions: readonly SeenExecution[]): Randomness {
  const streams = new Map<string, Growing>();
  const at = (stream: string): Growing => {
    const known = streams.get(stream) ?? {
      seeds: [],
      draws: new Set(),
      unseeded: new Set(),
      isReported: false
    };
    streams.set(stream, known);
    return known;
  };
  for (const seen of executions) {
    addReported(seen, at);
    addFromSource(seen, at);
  }
  return {
    streams: [...streams.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([stream, { draws, isReported, seeds, unseeded }]) => ({
        stream,
        seeds,
        draws: [...draws],
        unseeded: [...unseeded],
        isReported
      })),
    seedArguments: seedArguments(executions),
    unseen: executions.filter(
      ({ analysis, execution }) =>
        execution.report?.streams === undefined &&
        analysis.completeness === 'none'
    ).length
  };
}

type Grow = (stream: string) => Growing;

/**
 * A stream that moved was drawn from, unless all that the cell did to it was to seed it. One with a name of its own is
 * told with its seed whenever it moves, so that there only the source tells a new seed. What libraries draw while they
 * are imported is in no result.
 */
function addReported(seenExecution: SeenExecution, at: Grow): void {
  const { analysis, execution } = seenExecution;
  const { executionId, report } = execution;
  const seeded = new Set<string>();
  for (const { argument, seed, stream } of report?.seedings ?? []) {
    if (argument === undefined) {
      const { seeds } = at(stream);
      if (seeds[seeds.length - 1]?.seed !== seed || GLOBAL.test(stream)) {
        seeds.push({ executionId, seed });
      }
      seeded.add(stream);
    }
  }
  const moved = Object.keys(report?.streams ?? {});
  const isLoading = onlyImports(seenExecution);
  for (const stream of moved.filter(each => !isLoading || seeded.has(each))) {
    const seen = at(stream);
    seen.isReported = true;
    const isSetHere =
      (seeded.has(stream) && GLOBAL.test(stream)) ||
      touches(analysis, stream, 'set');
    if (isSetHere && !touches(analysis, stream, 'draw')) {
      addSeedOfSource(seen, executionId);
    } else {
      addDraw(seen, stream, executionId);
    }
  }
}

/**
 * What only the source shows: chance that no seed determines, and all of it where the kernel did not look. TensorFlow
 * keeps no state of what it draws without a seed.
 */
function addFromSource({ analysis, execution }: SeenExecution, at: Grow): void {
  const { executionId, report } = execution;
  for (const { action, state, stream } of analysis.effects) {
    if (state === 'entropy') {
      const seen = at('entropy');
      seen.draws.add(executionId);
      seen.unseeded.add(executionId);
    } else if (
      state === 'random' &&
      (report?.streams === undefined || stream === 'tensorflow')
    ) {
      const seen = at(stream ?? 'random');
      if (action === 'set') {
        addSeedOfSource(seen, executionId);
      } else {
        addDraw(seen, stream ?? 'random', executionId);
      }
    }
  }
}

/** A generator with a name of its own is seeded where it is made; made without a seed it counts as entropy. */
function addDraw(
  seen: Growing,
  stream: string,
  executionId: ExecutionId
): void {
  seen.draws.add(executionId);
  if (seen.seeds.length === 0 && GLOBAL.test(stream)) {
    seen.unseeded.add(executionId);
  }
}

/** Streams that libraries keep for the whole process. */
const GLOBAL = /^(?:random|numpy|torch|tensorflow|jax|cupy)(?:[.:].*)?$/;

/** The seed stands in the code; its value was not reported. */
function addSeedOfSource(seen: Growing, executionId: ExecutionId): void {
  if (!seen.seeds.some(each => each.executionId === executionId)) {
    seen.seeds.push({ executionId, seed: '' });
  }
}

/** True for a cell that loaded libraries and does nothing else that is bound or drawn. */
function onlyImports({ analysis, execution }: SeenExecution): boolean {
  const { bindings, effects } = analysis;
  return (
    Object.keys(execution.report?.imported ?? {}).length > 0 &&
    bindings.length > 0 &&
    bindings.every(({ kind }) => kind.includes('import')) &&
    !effects.some(({ state }) => state === 'random')
  );
}

function touches(
  { effects }: SeenExecution['analysis'],
  name: string,
  wanted: 'set' | 'draw'
): boolean {
  return effects.some(
    ({ action, state, stream }) =>
      state === 'random' && action === wanted && (stream ?? name) === name
  );
}
