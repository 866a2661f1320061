// Seeds that the code gives to calls, as it has them.
import type { ExecutionId } from '../model';
import type { SeenExecution } from './seen-execution';

/** A `seed=` or `random_state=` argument as the code has it. */
export type SeedArgument = {
  readonly argument: string;
  readonly value: string;
  readonly executionId: ExecutionId;
};

/** In order of the run, each pair once; what the kernel reported goes before what the source shows. */
export function seedArguments(
  executions: readonly SeenExecution[]
): readonly SeedArgument[] {
  const found = new Map<string, SeedArgument>();
  for (const seen of executions) {
    const { executionId } = seen.execution;
    for (const { argument, value } of reported(seen) ?? written(seen)) {
      const key = `${argument} ${value}`;
      found.set(key, found.get(key) ?? { argument, value, executionId });
    }
  }
  return [...found.values()];
}

type Pair = Pick<SeedArgument, 'argument' | 'value'>;

/** Null where the kernel did not look. */
function reported({ execution }: SeenExecution): readonly Pair[] | null {
  return (
    execution.report?.seedings?.flatMap(({ argument, seed }) =>
      argument === undefined ? [] : [{ argument, value: seed }]
    ) ?? null
  );
}

/** Sources that nothing reads have none. */
function written({ analysis }: SeenExecution): readonly Pair[] {
  return analysis.completeness === 'none'
    ? []
    : [...analysis.normalised.matchAll(ARGUMENT)].map(
        ([, argument = '', value = '']) => ({ argument, value })
      );
}

/** Blanks stand between the tokens of a normalised source. */
const ARGUMENT =
  /[(,]\s*((?:random_|global_)?(?:state|seed))\s*=\s*(-?[A-Za-z0-9_.]{1,60})/g;
