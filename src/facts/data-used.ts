// Reports of executions -> the files and addresses that a run used, and whether they can be told again.
import type { AddressUse, ExecutionId, FileUse } from '../model';
import type { SeenExecution } from './seen-execution';

/** One use of a file by an execution. */
export type FileUseAt = {
  readonly executionId: ExecutionId;
  readonly use: FileUse;
};

/** One file with all that a run did with it. */
export type UsedFile = {
  /** As in the report. */
  readonly path: string;
  /** What was done with it, in the order in which it was first done. */
  readonly modes: readonly FileUse['mode'][];
  /** As it was after its last use. */
  readonly last: FileUse;
  /** In order of the run; one or more. */
  readonly uses: readonly FileUseAt[];
  /** Known contents, each once, in order: more than one means that it changed during the run. */
  readonly hashes: readonly string[];
};

/** One address with the executions that asked it. */
export type UsedAddress = AddressUse & {
  readonly executionIds: readonly ExecutionId[];
};

/** Null for what nobody looked at in the whole run; empty for nothing. */
export type DataUsed = {
  /** Sorted by path. */
  readonly files: readonly UsedFile[] | null;
  /** Sorted by address. */
  readonly addresses: readonly UsedAddress[] | null;
};

/** What the reports say; executions without a report add nothing. */
export function dataUsed(executions: readonly SeenExecution[]): DataUsed {
  return { files: filesOf(executions), addresses: addressesOf(executions) };
}

function filesOf(
  executions: readonly SeenExecution[]
): readonly UsedFile[] | null {
  const byPath = new Map<string, FileUseAt[]>();
  let wasLookedAt = false;
  for (const { execution } of executions) {
    wasLookedAt ||= execution.report?.files !== undefined;
    for (const use of execution.report?.files ?? []) {
      const uses = byPath.get(use.path) ?? [];
      uses.push({ executionId: execution.executionId, use });
      byPath.set(use.path, uses);
    }
  }
  return wasLookedAt
    ? [...byPath.entries()].sort(byKey).flatMap(([path, uses]) => {
        const last = uses[uses.length - 1]?.use;
        return last ? [{ path, last, uses, ...told(uses) }] : [];
      })
    : null;
}

function told(uses: readonly FileUseAt[]): Pick<UsedFile, 'modes' | 'hashes'> {
  const hashes = uses.flatMap(({ use }) => use.hash ?? []);
  return {
    modes: [...new Set(uses.map(({ use }) => use.mode))],
    hashes: [...new Set(hashes)]
  };
}

function addressesOf(
  executions: readonly SeenExecution[]
): readonly UsedAddress[] | null {
  const byAddress = new Map<string, AddressUse & { ids: ExecutionId[] }>();
  let wasLookedAt = false;
  for (const { execution } of executions) {
    wasLookedAt ||= execution.report?.addresses !== undefined;
    for (const { address, kind } of execution.report?.addresses ?? []) {
      const seen = byAddress.get(address) ?? { address, kind, ids: [] };
      seen.ids.push(execution.executionId);
      byAddress.set(address, seen);
    }
  }
  return wasLookedAt
    ? [...byAddress.entries()]
        .sort(byKey)
        .map(([, { address, ids, kind }]) => ({
          address,
          kind,
          executionIds: [...new Set(ids)]
        }))
    : null;
}

function byKey(
  [one]: readonly [string, unknown],
  [other]: readonly [string, unknown]
): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
