// Single causes, and what decides between them.
import type { CellId } from '../model';
import type { Cause, CauseKind } from './forecast-types';
import { shownName } from './ambient-names';
import type { Step } from './version';

/** Causes without repetition, in the order in which they were found. */
export function distinct(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length < 2) {
    return causes;
  }
  if (causes.length <= FEW) {
    return causes.filter(
      (one, at) => causes.findIndex(known => isSame(known, one)) === at
    );
  }
  const found = new Map<string, Cause>();
  for (const one of causes) {
    const id = `${one.kind}\n${one.name ?? ''}\n${one.cellId ?? ''}`;
    if (!found.has(id)) {
      found.set(id, one);
    }
  }
  return [...found.values()];
}

/** So many are compared with one another: texts for all of them take longer. */
const FEW = 8;

function isSame(one: Cause, other: Cause): boolean {
  return (
    one.kind === other.kind &&
    (one.name ?? '') === (other.name ?? '') &&
    (one.cellId ?? '') === (other.cellId ?? '')
  );
}

/** A cause at a cell, with what ran there. */
export function causeAt(
  kind: CauseKind,
  name: string | null,
  cellId: CellId | null,
  step: Step | null
): Cause {
  const executionId = step?.execution?.executionId ?? null;
  return { kind, name: name && shownName(name), cellId, executionId };
}

/** True when a present cell would leave what a step of it left, but for a name that it lacks before. */
export function leaves(present: Step, actual: Step, name: string): boolean {
  const isSame = present.prepared.normalised === actual.prepared.normalised;
  return isSame || writes(present, name) || stopsBefore(present, name);
}

/** True when the step would bind the name, but does not get there for want of another one. */
export function stopsBefore(
  { absent, prepared, written }: Step,
  name: string
): boolean {
  return (
    absent.length > 0 &&
    !written.get(name) &&
    !prepared.deletes.includes(name) &&
    prepared.boundAt.has(name)
  );
}

/** True when the step leaves a value under the name. */
export function writes(step: Step, name: string): boolean {
  return Boolean(step.written.get(name));
}

/** A reader of an older value that also has it from a stale cell above is stale because of that one. */
export function withoutEchoes(
  causes: readonly Cause[],
  reader: CellId | null
): Cause[] {
  const isOlder = ({ kind }: Cause): boolean => kind === 'older-version';
  const above = new Set(
    causes
      .filter(one => isOlder(one) && one.cellId !== reader)
      .map(({ name }) => name)
  );
  return causes.filter(
    one => !isOlder(one) || one.cellId !== reader || !above.has(one.name)
  );
}
