// Scalars that a run bound -> its parameters and its metrics.
import type { ExecutionId, Scalar } from '../model';
import type { SeenExecution } from './seen-execution';

/** `parameter`: chosen by the user. `metric`: a number that came out. `other`: neither can be told. */
export type ValueRole = 'parameter' | 'metric' | 'other';

/** One value that an execution left under a name. */
export type ValueAt = {
  readonly executionId: ExecutionId;
  readonly value: Scalar;
};

/** A name with what it held over the run. */
export type NamedValue = {
  /** `lr`, or `params.lr` for an entry, a field or an estimator's parameter. */
  readonly name: string;
  readonly role: ValueRole;
  /** What it held last. */
  readonly value: Scalar;
  /** In order of the run, from the first on; equal neighbours stand once. */
  readonly values: readonly ValueAt[];
};

/** Sorted by name. Names that begin with an underscore and loop variables are left out. */
export function namedValues(
  executions: readonly SeenExecution[]
): readonly NamedValue[] {
  const found = new Map<string, NamedValue>();
  for (const seen of executions) {
    const { executionId, report } = seen.execution;
    for (const [name, value] of Object.entries(report?.scalars ?? {})) {
      if (!isLeftOut(name, seen)) {
        const before = found.get(name)?.values ?? [];
        const isSame = before[before.length - 1]?.value === value;
        const values = isSame ? before : [...before, { executionId, value }];
        found.set(name, {
          name,
          role: roleOf(name, value, seen),
          value,
          values
        });
      }
    }
  }
  return [...found.values()].sort((one, other) =>
    one.name < other.name ? -1 : 1
  );
}

function isLeftOut(name: string, { analysis }: SeenExecution): boolean {
  const kinds = analysis.bindings
    .filter(binding => binding.name === name)
    .map(({ kind }) => kind);
  return name.startsWith('_') || kinds[kinds.length - 1] === 'loop-variable';
}

/** What a dotted name tells by the value that it is part of, and a plain one by how it was bound. */
function roleOf(
  name: string,
  value: Scalar,
  { analysis }: SeenExecution
): ValueRole {
  const dot = name.indexOf('.');
  if (dot > 0) {
    const isMetric = METRICS.test(name.slice(0, dot));
    return isMetric && isNumber(value) ? 'metric' : 'parameter';
  }
  if (analysis.literals?.includes(name)) {
    return 'parameter';
  }
  const isComputed = analysis.bindings.some(binding => binding.name === name);
  return isComputed && isNumber(value) ? 'metric' : 'other';
}

/** Names of containers of what came out; other dotted names are settings. */
const METRICS =
  /^(?:.*_)?(?:metrics?|results?|history|scores?|evaluation|eval_metrics)$/i;

/** Infinities and what is no number come as texts. */
function isNumber(value: Scalar): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && /^(?:NaN|-?Infinity)$/.test(value))
  );
}
