// Values that change without any code that mentions them: through another name, or inside a function's own state.
import { isSetPart, ROWS } from '../analysis';
import type { Execution } from '../model';
import { isChangedAbove } from './changed-above';
import type { Evidence, Look } from './knowledge';
import type { Observation } from './observation';
import type { Prepared, PreparedUpdate } from './prepared';
import type { StepInput } from './take-step';
import type { Read } from './version';
import type { World } from './world';
import { NONE, NO_ENTRIES } from './nothing';
import { changedAlong } from './same-values';

/** Nothing is known of when the change may have come. */
const JUST_NOW = Infinity;

/**
 * The names whose values a step changes besides those that its code updates, with the sequence after which the change may
 * have come. What the kernel saw decides, of this execution or of others of its source; else what is known of sharing.
 */
export function hiddenChanges(
  world: World,
  input: StepInput,
  seen: Observation,
  evidence: Evidence | null
): ReadonlyMap<string, number> {
  return isPlain(world, input.execution, input.prepared, evidence) ||
    changesOnly(world, input.execution, seen.updates)
    ? NO_ENTRIES
    : changesUnseen(world, input, seen, evidence);
}

function changesUnseen(
  world: World,
  { prepared, execution }: StepInput,
  seen: Observation,
  evidence: Evidence | null
): ReadonlyMap<string, number> {
  const isUpdated = (name: string): boolean =>
    seen.updates.some(one => one.name === name);
  const found = new Map<string, number>();
  const isWritten = (name: string): boolean =>
    prepared.strong.includes(name) ||
    prepared.weak.includes(name) ||
    prepared.deletes.includes(name) ||
    (world.policy === 'precise' &&
      (isUpdated(name) || seen.globals.includes(name)));
  const add = (name: string, since: number): void => {
    if (
      !isWritten(name) &&
      world.get(name) &&
      !(world.policy === 'precise' && isChangedAbove(world, name, isUpdated))
    ) {
      found.set(name, since);
    }
  };
  const together = changedTogether(world, prepared, seen.updates);
  together
    .filter(name => world.shared.isJoined(name))
    .forEach(name => add(name, JUST_NOW));
  if (world.policy === 'sound') {
    evidence?.changed.forEach((since, name) => {
      const isOwn = isUpdated(name) && since === justBefore(execution);
      if (!isOwn) {
        add(name, since);
      }
    });
    if (!execution?.report?.changed) {
      together.forEach(name => add(name, JUST_NOW));
      heldTogether(world, prepared, seen.updates).forEach(name =>
        add(name, JUST_NOW)
      );
    }
  } else if (execution?.report?.changed) {
    execution.report.changed.forEach(name => add(name, JUST_NOW));
  } else {
    const look = execution ? undefined : world.knowledge.lookAt(prepared);
    if (look) {
      look.changed.forEach(name => add(name, JUST_NOW));
      together
        .filter(name => !wereTogether(look, name, isUpdated))
        .forEach(name => add(name, JUST_NOW));
    } else {
      const along = changedAlong(world, prepared, seen);
      [...together, ...along].forEach(name => add(name, JUST_NOW));
    }
  }
  return found;
}

/** True when the kernel saw nothing change but what the code updates, and no two names reach one value. */
function changesOnly(
  { policy, shared }: World,
  execution: Execution | null,
  updates: Observation['updates']
): boolean {
  const changed = execution?.report?.changed;
  return (
    policy === 'precise' &&
    !shared.hasAliases &&
    changed !== undefined &&
    changed.every(name => updates.some(one => one.name === name))
  );
}

/** True when the kernel saw a name share its value with one that is updated: then it told whether it changed along. */
function wereTogether(
  { shared }: Look,
  name: string,
  isUpdated: (name: string) => boolean
): boolean {
  return shared.some(group => group.includes(name) && group.some(isUpdated));
}

/** True where nothing can have changed unseen, as for most steps. */
function isPlain(
  world: World,
  execution: Execution | null,
  prepared: Prepared,
  evidence: Evidence | null
): boolean {
  if (world.policy === 'sound') {
    return (
      !evidence?.changed.size &&
      !world.shared.hasAliases &&
      !world.held.hasAliases
    );
  }
  if (world.shared.hasAliases || world.same.hasAliases) {
    return false;
  }
  return execution?.report?.changed
    ? execution.report.changed.length === 0
    : execution !== null || !world.knowledge.lookAt(prepared);
}

/** Names that share a value with what the code changes in place, `+=` included. */
function changedTogether(
  world: World,
  { reads, strong }: Prepared,
  updates: readonly PreparedUpdate[]
): readonly string[] {
  if (!world.shared.hasAliases) {
    return NONE;
  }
  const read = new Set(reads.map(({ name }) => name));
  const again = strong.filter(name => read.has(name));
  const updated = updates
    .filter(({ part }) => part === null || !(part === ROWS || isSetPart(part)))
    .map(({ name }) => name);
  return [...updated, ...again].flatMap(name => [
    ...world.shared.aliasesOf(name),
    ...world.shared.aroundOf(name)
  ]);
}

/** Names that hold, at whatever remove, what the code changes in place, or that it holds. */
function heldTogether(
  { held }: World,
  { grown }: Prepared,
  updates: readonly PreparedUpdate[]
): ReadonlySet<string> {
  const pending = [...updates.map(({ name }) => name), ...grown];
  const found = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    for (const other of held.aliasesOf(name)) {
      if (!found.has(other)) {
        found.add(other);
        pending.push(other);
      }
    }
  }
  return found;
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

/** Sequence after which a change came that the report of the execution itself shows. */
export function justBefore(execution: Execution | null): number {
  return (execution?.sequence ?? 1) - 1;
}

/** What hidden changes changed, as it was before: no code of the step mentions it. */
export function formerValues(
  world: World,
  hidden: ReadonlyMap<string, number>
): readonly Read[] {
  return hidden.size === 0
    ? NONE
    : [...hidden.keys()].map(name =>
        world.read({ id: name, name, path: null, ignores: [ROWS] })
      );
}
