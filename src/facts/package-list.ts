// The distributions of a run as they stood at its end, with what it did to them.
import type { ExecutionId, Package, RunHistory } from '../model';

/** One change of a distribution during the run. */
export type PackageChangeAt = {
  /** Null: it was not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly executionId: ExecutionId;
};

/** One distribution of a run. */
export type RunPackage = Omit<Package, 'version'> & {
  /** As it stood at the end; null when the run removed it. */
  readonly version: string | null;
  /** The execution that was the first to import it; null when none did. */
  readonly importedBy: ExecutionId | null;
  /** In order; empty when it stayed as it was. */
  readonly changes: readonly PackageChangeAt[];
};

/** Imported ones first, each part sorted by name; null when the environment is not known. */
export function packagesOf({
  environment,
  executions
}: RunHistory): readonly RunPackage[] | null {
  if (!environment) {
    return null;
  }
  const found = new Map<string, RunPackage>();
  for (const each of environment.packages) {
    found.set(canonicalName(each.name), {
      ...each,
      importedBy: null,
      changes: []
    });
  }
  const at = (name: string): RunPackage =>
    found.get(canonicalName(name)) ?? {
      name,
      version: null,
      importedBy: null,
      changes: []
    };
  for (const { executionId, report } of executions) {
    for (const change of report?.packageChanges ?? []) {
      const { after, before, origin } = change;
      const { importedBy, name, changes } = at(change.name);
      found.set(canonicalName(name), {
        name,
        version: after,
        importedBy,
        changes: [...changes, { before, after, executionId }],
        ...(origin && { origin })
      });
    }
    for (const [name, version] of Object.entries(report?.imported ?? {})) {
      const known = at(name);
      found.set(canonicalName(name), {
        ...known,
        version: known.version ?? version,
        importedBy: known.importedBy ?? executionId
      });
    }
  }
  return [...found.entries()]
    .sort(
      ([one, a], [other, b]) =>
        Number(b.importedBy !== null) - Number(a.importedBy !== null) ||
        (one < other ? -1 : 1)
    )
    .map(([, each]) => each);
}

/** Names of distributions differ in case and in `-`, `_` and `.` without differing. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
