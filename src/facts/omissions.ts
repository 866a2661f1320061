// What the kernel said that it could not tell of executions.
import type { ExecutionId } from '../model';
import type { SeenExecution } from './seen-execution';

/** One sentence of the kernel's about what it left out, with the executions of which it said so. */
export type Omission = {
  readonly sentence: string;
  /** In order of the run; one or more. */
  readonly executionIds: readonly ExecutionId[];
};

/** Sentences that say how many were left out are one for each number. */
export function omissionsOf(
  executions: readonly SeenExecution[]
): readonly Omission[] {
  const found = new Map<string, Set<ExecutionId>>();
  for (const { execution } of executions) {
    for (const sentence of execution.report?.omitted ?? []) {
      const ids = found.get(sentence) ?? new Set();
      found.set(sentence, ids.add(execution.executionId));
    }
  }
  return [...found].map(([sentence, ids]) => ({
    sentence,
    executionIds: [...ids]
  }));
}
