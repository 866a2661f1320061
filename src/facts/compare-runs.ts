// Two runs of one notebook -> what the second has otherwise.
import type { Scalar } from '../model';
import { cellDifferences, type CellDifference } from './compare-cells';
import { changedSchemas, type ChangedSchema } from './data-profiles';
import type { UsedFile } from './data-used';
import {
  environmentDifference,
  environmentState,
  type EnvironmentDifference
} from './environment-difference';
import type { ValueRole } from './named-values';
import type { RunFacts } from './run-facts';

/** A file that both used or only one did. */
export type FileDifference = {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'same' | 'unknown';
  readonly before: UsedFile | null;
  readonly after: UsedFile | null;
};

/** A name with what it held last in each run; undefined where it was not bound. */
export type ValueDifference = {
  readonly name: string;
  readonly role: ValueRole;
  readonly before: Scalar | undefined;
  readonly after: Scalar | undefined;
};

/** All ways in which two runs differ that the record shows. */
export type RunComparison = {
  readonly before: RunFacts;
  readonly after: RunFacts;
  readonly cells: readonly CellDifference[];
  /** Null when the environment of one of them is not known. */
  readonly environment: EnvironmentDifference | null;
  /** Null when nobody looked in one of them. Sorted by path. */
  readonly files: readonly FileDifference[] | null;
  /** Sorted by name; equal ones too. */
  readonly values: readonly ValueDifference[];
  readonly schemas: readonly ChangedSchema[];
};

/** Compares what two runs left. */
export function compareRuns(before: RunFacts, after: RunFacts): RunComparison {
  const [one, other] = [
    environmentState(before.history),
    environmentState(after.history)
  ];
  return {
    before,
    after,
    cells: cellDifferences(before.executions, after.executions),
    environment: one && other ? environmentDifference(one, other) : null,
    files:
      before.data.files && after.data.files
        ? fileDifferences(before.data.files, after.data.files)
        : null,
    values: valueDifferences(before, after),
    schemas: changedSchemas(before.profiles ?? [], after.profiles ?? [])
  };
}

function fileDifferences(
  before: readonly UsedFile[],
  after: readonly UsedFile[]
): readonly FileDifference[] {
  const [one, other] = [before, after].map(
    files => new Map(files.map(file => [file.path, file]))
  );
  const paths = [...new Set([...before, ...after].map(({ path }) => path))];
  return paths.sort().map(path => {
    const sides = {
      before: one?.get(path) ?? null,
      after: other?.get(path) ?? null
    };
    return { path, kind: kindOf(sides), ...sides };
  });
}

function kindOf({
  after,
  before
}: Pick<FileDifference, 'before' | 'after'>): FileDifference['kind'] {
  if (!before) {
    return 'added';
  }
  if (!after) {
    return 'removed';
  }
  if (before.hashes.length === 0 || after.hashes.length === 0) {
    return before.last.size === after.last.size ? 'unknown' : 'changed';
  }
  return before.hashes.join() === after.hashes.join() ? 'same' : 'changed';
}

function valueDifferences(
  before: RunFacts,
  after: RunFacts
): readonly ValueDifference[] {
  const found = new Map<string, ValueDifference>();
  for (const { name, role, value } of before.values) {
    found.set(name, { name, role, before: value, after: undefined });
  }
  for (const { name, role, value } of after.values) {
    const known = found.get(name)?.before;
    found.set(name, { name, role, before: known, after: value });
  }
  return [...found.values()].sort((one, other) =>
    one.name < other.name ? -1 : 1
  );
}
