// Which files the steps of a plan need to find, and which of them go into a bundle.
import type { ScriptPlan } from '../../lineage';
import type { FileUse, RunHistory } from '../../model';
import { safePath } from './safe-path';

/** One file that a step read and that no step before it had written. */
export type DataFile = {
  /** As the code finds it: relative to the notebook's folder, or absolute. */
  readonly path: string;
  /** The path below the notebook's folder; null for a file elsewhere, which a bundle does not take along. */
  readonly inside: string | null;
  /** Bytes when it was read; null when not known. */
  readonly size: number | null;
  /** As the probe told it; null when the content was not read. */
  readonly hash: string | null;
};

/** The files, each once, in the order in which they were first read. Python modules are not data. */
export function dataFilesOf(
  plan: ScriptPlan,
  { executions }: RunHistory
): DataFile[] {
  const byId = new Map(executions.map(one => [one.executionId, one]));
  const found = new Map<string, DataFile>();
  const written = new Set<string>();
  for (const { executionId } of plan.steps) {
    const { files = [], localModules = [] } =
      byId.get(executionId)?.report ?? {};
    const modules = new Set(localModules.map(({ path }) => path));
    for (const use of files) {
      const isNeeded = use.mode !== 'write' && !written.has(use.path);
      if (isNeeded && !found.has(use.path) && !modules.has(use.path)) {
        found.set(use.path, dataFile(use));
      }
      if (use.mode !== 'read') {
        written.add(use.path);
      }
    }
  }
  return [...found.values()];
}

function dataFile({ path, size, hash, mode }: FileUse): DataFile {
  const isSame = mode === 'read';
  return {
    path,
    inside: safePath(path),
    size: isSame ? size : null,
    hash: isSame ? hash : null
  };
}

/** The files that fit, smallest first, until `limitBytes` are used up; of unknown size none. */
export function fitting(
  files: readonly DataFile[],
  limitBytes: number
): DataFile[] {
  let left = limitBytes;
  return [...files]
    .filter(({ inside, size }) => inside !== null && size !== null)
    .sort((a, b) => (a.size ?? 0) - (b.size ?? 0))
    .filter(({ size }) => {
      left -= size ?? 0;
      return left >= 0;
    });
}
