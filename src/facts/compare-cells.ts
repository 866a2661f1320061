// What two runs of one notebook did in its cells.
import type { CellId, Execution } from '../model';
import type { SeenExecution } from './seen-execution';

/** One cell in two runs, each time as it ran last. */
export type CellDifference = {
  readonly cellId: CellId;
  /** Position among all cells, from 0, in the later of the runs that ran it; null when not known. */
  readonly index: number | null;
  readonly kind: 'added' | 'removed' | 'changed' | 'same';
  readonly before: SeenExecution | null;
  readonly after: SeenExecution | null;
  /** Null when one side has no output that could be compared. */
  readonly hasSameOutputs: boolean | null;
};

/** In the order of the later run; cells that only the former ran come last. Code of other clients is left out. */
export function cellDifferences(
  before: readonly SeenExecution[],
  after: readonly SeenExecution[]
): readonly CellDifference[] {
  const [former, later] = [lastOfCells(before), lastOfCells(after)];
  const cellIds = [...new Set([...later.keys(), ...former.keys()])];
  return cellIds
    .map(cellId =>
      differenceOf(
        cellId,
        former.get(cellId) ?? null,
        later.get(cellId) ?? null
      )
    )
    .sort(byPlace);
}

function lastOfCells(
  executions: readonly SeenExecution[]
): ReadonlyMap<CellId, SeenExecution> {
  return new Map(
    executions.flatMap(seen =>
      seen.execution.cellId === null
        ? []
        : [[seen.execution.cellId, seen] as const]
    )
  );
}

function differenceOf(
  cellId: CellId,
  before: SeenExecution | null,
  after: SeenExecution | null
): CellDifference {
  const isSame =
    before?.execution.sourceHash === after?.execution.sourceHash ||
    (before?.source !== null &&
      after?.source !== null &&
      before?.analysis.normalised === after?.analysis.normalised);
  return {
    cellId,
    index: (after ?? before)?.execution.cellIndex ?? null,
    kind: !before ? 'added' : !after ? 'removed' : isSame ? 'same' : 'changed',
    before,
    after,
    hasSameOutputs:
      before && after
        ? haveSameOutputs(before.execution, after.execution)
        : null
  };
}

/** Addresses and times that differ whenever a program runs do not count, where that is known. */
function haveSameOutputs(before: Execution, after: Execution): boolean | null {
  const [one, other] =
    before.stableHash && after.stableHash
      ? [before.stableHash, after.stableHash]
      : [before.outputsHash, after.outputsHash];
  return one && other ? one === other : null;
}

function byPlace(one: CellDifference, other: CellDifference): number {
  const isGone = Number(!one.after) - Number(!other.after);
  return isGone || (one.index ?? 0) - (other.index ?? 0);
}
