// How a step ended, and which names it bound: from its own record, else from those of its equals.
import type { Execution } from '../model';
import { keptBindings } from './kept-bindings';
import type { KnownOutcome, Outcome } from './knowledge';
import { translatedNames } from './kin';
import { doneBefore } from './broken';
import { doneImports } from './done-imports';
import { NONE } from './nothing';
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import { isUsersName } from './reported-names';
import type { ValueKeys } from './value-keys';
import type { Step } from './version';
import type { World } from './world';

/** How the step ended: as recorded for itself, else as an equal step did, else as its source did. */
export function outcomeOf(
  world: World,
  step: Step,
  how: { readonly seen: Observation; readonly valueKeys: ValueKeys }
): Outcome {
  const { key, prepared, execution } = step;
  const { knowledge } = world;
  const { outcomes, kin, boundBySource } = knowledge;
  if (execution) {
    const hasFailed = execution.status === 'error';
    const told = boundBy(world, prepared, execution);
    const kept = told ? keptBindings(world, step, told, how) : NONE;
    const bound = told && kept.length > 0 ? new Set([...told, ...kept]) : told;
    const deleted = execution.report?.deleted.length
      ? new Set(execution.report.deleted.filter(isUsersName))
      : null;
    const known = asIn(prepared, outcomes.get(key));
    const isKnown =
      known?.hasFailed === hasFailed &&
      known.bound === bound &&
      known.deleted === null &&
      deleted === null;
    if (isKnown) {
      return known;
    }
    const outcome = { hasFailed, bound, deleted };
    outcomes.set(key, { outcome: merge(known, outcome), prepared });
    return outcome;
  }
  const known = asIn(prepared, outcomes.get(key));
  const stopped = known ? undefined : knowledge.lackedLabels.stopOf(step);
  if (known || stopped) {
    const bound = stopped?.execution
      ? boundBy(world, prepared, stopped.execution)
      : null;
    return known ?? { hasFailed: true, bound, deleted: null };
  }
  const alike = kin.of(prepared);
  // What bodies bind is told by the bodies that it calls itself, which may be others than its kin called.
  const isTold = alike === prepared || prepared.bindsUnknown;
  const told = isTold ? boundBySource.get(alike.normalised) : undefined;
  const bound = told
    ? translatedNames(told, alike, prepared)
    : knowledge.stars.broughtBy(prepared);
  const extra = [...(bound ?? [])];
  return {
    hasFailed: false,
    bound: bound
      ? new Set([...extra, ...prepared.weak, ...prepared.strong])
      : null,
    deleted: null
  };
}

/**
 * What the kernel says that it bound, with what it surely bound again before it failed; else what its star import does, which
 * binds again what is there already.
 */
function boundBy(
  world: World,
  prepared: Prepared,
  execution: Execution
): ReadonlySet<string> | null {
  const { knowledge } = world;
  const { report, status } = execution;
  const names = knowledge.reported.boundBy(prepared, execution);
  const brought = names === null && knowledge.stars.broughtBy(prepared);
  if (brought && status === 'ok') {
    return new Set([...prepared.weak, ...brought]);
  }
  if (names && report && status === 'error') {
    const done = doneBefore(prepared, execution);
    const again = [
      ...doneImports(world, prepared, report, names),
      ...prepared.strong.filter(
        name => (prepared.readyAt.get(name) ?? Infinity) <= done
      )
    ];
    return again.every(name => names.has(name))
      ? names
      : new Set([...names, ...again]);
  }
  return names && status === 'ok'
    ? knowledge.stars.with(prepared, names)
    : names;
}

/** An outcome under the names that another source of the same form has. */
function asIn(
  prepared: Prepared,
  known: KnownOutcome | undefined
): Outcome | undefined {
  if (!known || known.prepared.normalised === prepared.normalised) {
    return known?.outcome;
  }
  const { hasFailed, bound, deleted } = known.outcome;
  const renamed = (names: ReadonlySet<string> | null): Set<string> | null =>
    names && translatedNames(names, known.prepared, prepared);
  return { hasFailed, bound: renamed(bound), deleted: renamed(deleted) };
}

/**
 * What went well once and failed later failed for something that nobody saw, which a fresh kernel does not have. A name
 * that keeps referring to the same object is not reported again, so names add up over equal steps. */
function merge(old: Outcome | undefined, next: Outcome): Outcome {
  const isSameEnd = old?.hasFailed === next.hasFailed;
  const before = old?.bound;
  if (old && !old.hasFailed && next.hasFailed) {
    return old;
  }
  if (!before || !next.bound || !isSameEnd) {
    return next;
  }
  const more = [...next.bound].filter(name => !before.has(name));
  const bound = more.length === 0 ? before : new Set([...before, ...more]);
  return { ...next, bound };
}
