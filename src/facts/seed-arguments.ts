// Seeds that the code gives to calls, as it has them.
import type { ExecutionId } from '../model';
import type { SeenExecution } from './seen-execution';

/** A `seed=` or `random_state=` argument as the code has it. */
export type SeedArgument = {
  readonly argument: string;
  readonly value: string;
  readonly executionId: ExecutionId;
};

/** In order of the run, each pair once; sources that nothing reads are left out. */
export function seedArguments(
  executions: readonly SeenExecution[]
): readonly SeedArgument[] {
  const found = new Map<string, SeedArgument>();
  for (const { analysis, execution } of executions) {
    if (analysis.completeness !== 'none') {
      for (const [, argument = '', value = ''] of analysis.normalised.matchAll(
        ARGUMENT
      )) {
        const { executionId } = execution;
        const key = `${argument} ${value}`;
        found.set(key, found.get(key) ?? { argument, value, executionId });
      }
    }
  }
  return [...found.values()];
}

/** Blanks stand between the tokens of a normalised source. */
const ARGUMENT =
  /[(,]\s*((?:random_|global_)?(?:state|seed))\s*=\s*(-?[A-Za-z0-9_.]{1,60})/g;
