// Shapes and types of the data that a run held, and how they differ between two runs.
import type { DataProfile, ExecutionId } from '../model';
import type { SeenExecution } from './seen-execution';

/** The profile that a name had last. */
export type ProfiledName = {
  /** `_` for the result of the execution. */
  readonly name: string;
  readonly executionId: ExecutionId;
  readonly profile: DataProfile;
};

/** One way in which a name's data has another schema. */
export type SchemaChange =
  | { readonly kind: 'kind'; readonly before: string; readonly after: string }
  /** For frames the rows do not count. */
  | { readonly kind: 'shape'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'column-added' | 'column-removed';
      readonly column: string;
    }
  | {
      readonly kind: 'type';
      readonly column: string;
      readonly before: string;
      readonly after: string;
    };

/** A name whose data has another schema in another run. */
export type ChangedSchema = {
  readonly name: string;
  readonly changes: readonly SchemaChange[];
};

/** The last profile of each name, sorted by name; null when nobody looked. Results are kept for each execution. */
export function profilesOf(
  executions: readonly SeenExecution[]
): readonly ProfiledName[] | null {
  const found = new Map<string, ProfiledName>();
  let wasLookedAt = false;
  for (const { execution } of executions) {
    const { executionId, report } = execution;
    wasLookedAt ||= report?.profiles !== undefined;
    for (const [name, profile] of Object.entries(report?.profiles ?? {})) {
      const key = name === '_' ? `_ ${executionId}` : name;
      found.set(key, { name, executionId, profile });
    }
  }
  return wasLookedAt
    ? [...found.entries()]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, profiled]) => profiled)
    : null;
}

/** Names that both runs profiled under other schemas; results without a name are left out. */
export function changedSchemas(
  before: readonly ProfiledName[],
  after: readonly ProfiledName[]
): readonly ChangedSchema[] {
  const former = new Map(before.map(({ name, profile }) => [name, profile]));
  return after.flatMap(({ name, profile }) => {
    const known = name === '_' ? undefined : former.get(name);
    const changes = known ? schemaChanges(known, profile) : [];
    return changes.length > 0 ? [{ name, changes }] : [];
  });
}

function schemaChanges(
  before: DataProfile,
  after: DataProfile
): readonly SchemaChange[] {
  if (before.kind !== after.kind) {
    return [{ kind: 'kind', before: before.kind, after: after.kind }];
  }
  return after.kind === 'frame'
    ? columnChanges(before, after)
    : [...shapeChanges(before, after), ...columnChanges(before, after)];
}

/** How many rows there are is data, not schema: the first extent does not count. */
function shapeChanges(
  before: DataProfile,
  after: DataProfile
): readonly SchemaChange[] {
  const [one, other] = [before, after].map(({ shape }) =>
    ['…', ...shape.slice(1)].join(' × ')
  );
  return one !== undefined && other !== undefined && one !== other
    ? [{ kind: 'shape', before: one, after: other }]
    : [];
}

function columnChanges(
  before: DataProfile,
  after: DataProfile
): readonly SchemaChange[] {
  const types = new Map(before.columns.map(({ name, type }) => [name, type]));
  const names = new Set(after.columns.map(({ name }) => name));
  const removed = [...types.keys()]
    .filter(name => !names.has(name))
    .map((column): SchemaChange => ({ kind: 'column-removed', column }));
  const rest = after.columns.flatMap(({ name, type }): SchemaChange[] => {
    const known = types.get(name);
    if (known === undefined) {
      return [{ kind: 'column-added', column: name }];
    }
    return known === type
      ? []
      : [{ kind: 'type', column: name, before: known, after: type }];
  });
  return [...removed, ...rest];
}
