// Modules of the user's own that a run imported, with their text where it was kept.
import type { ExecutionId, LocalModule, RunContext } from '../model';
import type { SeenExecution } from './seen-execution';

/** One module of the user's own. */
export type UsedModule = {
  readonly name: string;
  /** As `FileUse.path`. */
  readonly path: string;
  /** What happened to it, in order of the run. */
  readonly states: readonly {
    readonly state: LocalModule['state'];
    readonly hash: string;
    readonly executionId: ExecutionId;
  }[];
  /** As it was kept with the run; null when it was not. */
  readonly text: string | null;
};

/** Sorted by path; null when nobody looked. */
export function localModules(
  context: RunContext | null,
  executions: readonly SeenExecution[]
): readonly UsedModule[] | null {
  const found = new Map<string, UsedModule>();
  for (const { name, path, text } of context?.modules ?? []) {
    found.set(path, { name, path, text, states: [] });
  }
  let wasLookedAt = context !== null && context.unknown.modules === undefined;
  for (const { execution } of executions) {
    const { executionId, report } = execution;
    wasLookedAt ||= report?.localModules !== undefined;
    for (const { hash, name, path, state } of report?.localModules ?? []) {
      const known = found.get(path) ?? { name, path, text: null, states: [] };
      const states = [...known.states, { state, hash, executionId }];
      found.set(path, { ...known, states });
    }
  }
  return wasLookedAt || found.size > 0
    ? [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
    : null;
}
