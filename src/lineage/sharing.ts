// Values that change without any code that mentions them: through another name, or inside a function's own state.
import type { Execution } from '../model';
import type { Evidence } from './knowledge';
import type { Observation } from './observation';
import type { Prepared } from './prepare';
import type { StepInput } from './take-step';
import type { Step } from './version';
import type { World } from './world';

/** Nothing is known of when the change may have come. */
const JUST_NOW = Infinity;

/**
 * The names whose values a step changes besides those that its code updates, with the sequence after which the change may
 * have come. What the kernel saw decides, of this execution or of others of its source; else what is known of sharing.
 */
export function hiddenChanges(
  world: World,
  { prepared, execution }: StepInput,
  seen: Observation,
  evidence: Evidence | undefined
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (isPlain(world, execution, prepared, evidence)) {
    return found;
  }
  const updated = new Set(seen.updates.map(({ name }) => name));
  const writes = new Set([
    ...prepared.strong,
    ...prepared.weak,
    ...prepared.deletes,
    ...(world.policy === 'precise' ? [...updated, ...seen.globals] : [])
  ]);
  const add = (name: string, since: number): void => {
    if (!writes.has(name) && world.get(name)) {
      found.set(name, since);
    }
  };
  if (world.policy === 'sound') {
    evidence?.changed.forEach((since, name) => add(name, since));
  } else if (execution?.report?.changed) {
    execution.report.changed.forEach(name => add(name, JUST_NOW));
  } else {
    const look = execution
      ? undefined
      : world.knowledge.lookAt(prepared.normalised);
    if (look) {
      look.changed.forEach(name => add(name, JUST_NOW));
    } else {
      changedTogether(world, prepared, updated).forEach(name =>
        add(name, JUST_NOW)
      );
    }
  }
  return found;
}

/** True where nothing can have changed unseen, as for most steps. */
function isPlain(
  world: World,
  execution: Execution | null,
  { normalised }: Prepared,
  evidence: Evidence | undefined
): boolean {
  if (world.policy === 'sound') {
    return !evidence?.changed.size;
  }
  if (world.hasAliases) {
    return false;
  }
  return execution?.report?.changed
    ? execution.report.changed.length === 0
    : execution !== null || !world.knowledge.lookAt(normalised);
}

/** Names that share a value with what the code changes in place, `+=` included. */
function changedTogether(
  world: World,
  { reads, strong }: Prepared,
  updated: ReadonlySet<string>
): string[] {
  const read = new Set(reads.map(({ name }) => name));
  const again = strong.filter(name => read.has(name));
  return [...updated, ...again].flatMap(name => [...world.aliasesOf(name)]);
}

/** The sequence from which on unseen changes reached a step; null when none did. */
export function sinceOf(
  { policy }: World,
  hidden: ReadonlyMap<string, number>
): number | null {
  return policy === 'sound' && hidden.size > 0
    ? Math.min(...hidden.values())
    : null;
}

/** Keeps which names share a value after a step. */
export function noteSharing(world: World, { prepared, execution }: Step): void {
  const shared =
    execution?.report?.shared ??
    world.knowledge.lookAt(prepared.normalised)?.shared;
  if (!shared?.length && !world.hasAliases) {
    return;
  }
  const read = new Set(prepared.reads.map(({ name }) => name));
  [...prepared.strong, ...prepared.deletes]
    .filter(name => !read.has(name))
    .forEach(name => world.unshare(name));
  world.share(shared ?? []);
}
