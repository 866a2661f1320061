// Names that a cell does not find any more, or finds elsewhere than it did: how they were lost.
import type { CellId } from '../model';
import { causeAt, leaves, stopsBefore, writes } from './cause';
import type { SimulatedCell } from './documents';
import type { Cause, CauseKind } from './forecast-types';
import type { Step } from './version';

/** How a cell that is still there came to leave a name no more. */
export function goneKind(
  present: Step | null,
  actual: Step,
  name: string
): CauseKind {
  const { strong, weak, bindsUnknown } = actual.prepared;
  if (bindsUnknown && !strong.includes(name) && !weak.includes(name)) {
    return 'hidden-binding';
  }
  const isNew = (one: string): boolean =>
    !actual.written.has(one) && !one.startsWith('@') && one !== '?';
  const others = present
    ? [...present.written.keys()].filter(
        one => isNew(one) && writes(present, one)
      )
    : [];
  return others.length === 1 ? 'renamed' : 'definition-gone';
}

/** How a cell comes to find what a former run of it left: it changes it again, or was edited and changes it no more. */
export function againKind(
  present: SimulatedCell | undefined,
  actual: Step,
  name: string
): CauseKind {
  return !present || leaves(present.step, actual, name)
    ? 'repeated'
    : goneKind(present.step, actual, name);
}

/** Names that any of the cells would delete. */
export function deletedNames(
  cells: ReadonlyMap<CellId, SimulatedCell>
): ReadonlySet<string> {
  const names = new Set<string>();
  cells.forEach(({ step }) =>
    step.written.forEach((version, name) => {
      if (version === null) {
        names.add(name);
      }
    })
  );
  return names;
}

/** The cell above a reader that would delete a name last; null when none would, or one binds it again. */
export function lastDeleter(
  cells: ReadonlyMap<CellId, SimulatedCell>,
  name: string,
  reader: Step
): Step | null {
  let last: Step | null = null;
  for (const { step } of cells.values()) {
    if (step === reader) {
      break;
    }
    const version = step.written.get(name);
    if (version) {
      last = null;
    } else if (version === null && !stopsBefore(step, name)) {
      last = step;
    }
  }
  return last;
}

/** The first cell below a place whose step is as wanted. */
export function firstBelow(
  cells: ReadonlyMap<CellId, SimulatedCell>,
  place: number,
  isWanted: (step: Step) => boolean
): SimulatedCell | null {
  for (const one of cells.values()) {
    if (one.index > place && isWanted(one.step)) {
      return one;
    }
  }
  return null;
}

/** Builtins that a cell of the notebook had bound, or would bind, when the other did not. */
export function shadowsOf(actual: Step, expected: Step): Cause[] {
  return expected.prepared.builtins.flatMap(name => {
    const find = (step: Step): Step | null =>
      step.reads.find(read => read.name === name)?.version?.baseStep ?? null;
    const [was, would] = [find(actual), find(expected)];
    const shadow = was ?? would;
    return shadow && Boolean(was) !== Boolean(would)
      ? [causeAt('shadowed', name, shadow.cellId, shadow)]
      : [];
  });
}
