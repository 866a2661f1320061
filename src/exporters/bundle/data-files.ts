// Which files the steps of a plan need to find, and which of them may go into a bundle.
import { languageOf } from '../../languages';
import type { PlanStep, ScriptPlan } from '../../lineage';
import type { Execution, FileUse, RunHistory } from '../../model';
import { isSecretFile } from './secret-files';
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
  /** True where no report names it and the code alone does: whether it was read, and is there, is not known. */
  readonly isAssumed: boolean;
  /** True for files that are kept for secrets, as their name says. */
  readonly isSecret: boolean;
};

type Use = Pick<FileUse, 'path' | 'mode' | 'size' | 'hash'> & {
  readonly isAssumed?: true;
};

/** The files, each once, in the order in which they were first read. Python modules are not data. */
export function dataFilesOf(
  plan: ScriptPlan,
  { executions }: RunHistory
): DataFile[] {
  const byId = new Map(executions.map(one => [one.executionId, one]));
  const found = new Map<string, DataFile>();
  const written = new Set<string>();
  for (const step of plan.steps) {
    const execution = byId.get(step.executionId);
    const modules = new Set(
      execution?.report?.localModules?.map(({ path }) => path)
    );
    for (const use of usesOf(step, plan.language, execution)) {
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

/** What the report says; where there is none, the constant paths in the code. */
function usesOf(
  { source }: PlanStep,
  language: string,
  execution: Execution | undefined
): readonly Use[] {
  const told = execution?.report?.files;
  if (told !== undefined) {
    return told;
  }
  const { definitions = [], files = [] } =
    languageOf(language)?.analyse?.(source) ?? {};
  return [...files, ...definitions.flatMap(each => each.files ?? [])]
    .filter(({ path }) => !/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
    .flatMap(({ action, path, isFolder }) =>
      action === 'list' || action === 'stamp' || isFolder
        ? []
        : [{ path, mode: action, size: null, hash: null, isAssumed: true }]
    );
}

function dataFile({ path, size, hash, mode, isAssumed }: Use): DataFile {
  const isSame = mode === 'read';
  return {
    path,
    inside: safePath(path),
    size: isSame ? size : null,
    hash: isSame ? hash : null,
    isAssumed: isAssumed ?? false,
    isSecret: isSecretFile(path)
  };
}

/**
 * The files that fit, smallest first, until `limitBytes` are used up; of unknown size only those that the code alone names,
 * to be looked at. None of those that are kept for secrets.
 */
export function fitting(
  files: readonly DataFile[],
  limitBytes: number
): DataFile[] {
  let left = limitBytes;
  return [...files]
    .filter(
      ({ inside, isAssumed, isSecret, size }) =>
        inside !== null && !isSecret && (size !== null || isAssumed)
    )
    .sort((a, b) => (a.size ?? 0) - (b.size ?? 0))
    .filter(({ size }) => {
      left -= size ?? 0;
      return left >= 0;
    });
}
