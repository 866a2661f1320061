// Which distributions, at which versions, the steps of a script import.
import type { Execution, Package, RunHistory } from '../model';
import type { Step } from './version';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const VERSION = /^[A-Za-z0-9](?:[A-Za-z0-9.!+_-]*[A-Za-z0-9])?$/;

/** What `steps` import, and what those imports brought along; sorted by name. What is installed nowhere is left out. */
export function requirementsOf(
  history: RunHistory,
  steps: Iterable<Step>
): Package[] {
  const distributions = new Set<string>();
  const installed = installedIn(history);
  const origins = originsIn(history);
  const modules = modulesIn(history);
  for (const { prepared, execution } of steps) {
    for (const { module } of prepared.imports) {
      const distribution = modules.get(module);
      if (distribution !== undefined) {
        distributions.add(distribution);
      }
    }
    Object.keys(execution?.report?.imported ?? {}).forEach(name =>
      distributions.add(name)
    );
  }
  const found = new Map<string, Package>();
  for (const name of distributions) {
    const version = installed.get(canonicalName(name));
    if (version && NAME.test(name) && VERSION.test(version)) {
      const origin = origins.get(canonicalName(name));
      found.set(canonicalName(name), {
        name,
        version,
        ...(origin ? { origin } : {})
      });
    }
  }
  const order = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return order.map(([, required]) => required);
}

/** Version by canonical name: what the run's environment says, and what its executions imported since. */
function installedIn({
  environment,
  executions
}: RunHistory): Map<string, string> {
  const versions = new Map<string, string>();
  for (const { name, version } of environment?.packages ?? []) {
    versions.set(canonicalName(name), version);
  }
  for (const [name, version] of reported(executions, 'imported')) {
    versions.set(canonicalName(name), version);
  }
  return versions;
}

function originsIn({
  environment
}: RunHistory): Map<string, Package['origin']> {
  return new Map(
    (environment?.packages ?? []).map(({ name, origin }) => [
      canonicalName(name),
      origin
    ])
  );
}

function modulesIn({
  environment,
  executions
}: RunHistory): Map<string, string> {
  return new Map([
    ...Object.entries(environment?.modules ?? {}),
    ...reported(executions, 'modules')
  ]);
}

function reported(
  executions: readonly Execution[],
  field: 'imported' | 'modules'
): [string, string][] {
  return executions.flatMap(({ report }) =>
    Object.entries(report?.[field] ?? {})
  );
}

/** Names of distributions differ in case and in `-`, `_` and `.` without differing. */
function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
