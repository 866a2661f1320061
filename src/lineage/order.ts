// What the order of executions says by itself, without any reading of their code.
import type { CellId, RunHistory } from '../model';
import type { SimulatedCell } from './documents';
import type { Cause } from './forecast-types';
import type { Moment, Timeline } from './timeline';
import type { Step } from './version';

/**
 * The executions that are the same by construction: those with which a run began, as long as they are the document's
 * cells in order, once each, as they stand now.
 */
export function plainExecutions(
  runs: readonly RunHistory[],
  steps: readonly (readonly Step[])[],
  cells: readonly SimulatedCell[]
): ReadonlySet<Step> {
  const plain = new Set<Step>();
  runs.forEach(({ run }, index) => {
    if (!run.gaps.some(({ kind }) => kind === 'joined-late')) {
      addPlain(plain, steps[index] ?? [], cells);
    }
  });
  return plain;
}

function addPlain(
  plain: Set<Step>,
  steps: readonly Step[],
  cells: readonly SimulatedCell[]
): void {
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    const expected = cells[index];
    const execution = step?.execution;
    if (!step || !expected || !execution) {
      return;
    }
    const count = execution.executionCount;
    const isNext =
      step.cellId === expected.cell.cellId &&
      step.prepared.normalised === expected.step.prepared.normalised &&
      (count === null || count === index + 1);
    if (
      !isNext ||
      (execution.status !== 'ok' && execution.status !== 'error')
    ) {
      return;
    }
    plain.add(step);
  }
}

/** What speaks against a cell's output where nothing reads the language. */
export function doubtsOfOrder(
  cells: readonly SimulatedCell[],
  timeline: Timeline,
  simulated: SimulatedCell,
  moment: Moment
): Cause[] {
  const above = cells.filter(({ index }) => index < simulated.index);
  const causes = above.flatMap(one => doubtOf(one, timeline, moment) ?? []);
  return causes.length > 0
    ? causes
    : [causeOf('out-of-order', simulated.cell.cellId, moment.step)];
}

function doubtOf(
  { cell, step }: SimulatedCell,
  timeline: Timeline,
  moment: Moment
): Cause | null {
  const moments = timeline.ofCell(cell.cellId);
  const newest = moments[moments.length - 1];
  if (!newest) {
    return causeOf('unrun', cell.cellId, null);
  }
  if (newest.step.prepared.normalised !== step.prepared.normalised) {
    return causeOf('edited', cell.cellId, newest.step);
  }
  if (newest.run > moment.run) {
    return causeOf('older-version', moment.step.cellId, moment.step);
  }
  if (newest.run < moment.run) {
    return causeOf('earlier-kernel', cell.cellId, newest.step);
  }
  return newest.order > moment.order
    ? causeOf('out-of-order', cell.cellId, newest.step)
    : null;
}

function causeOf(
  kind: Cause['kind'],
  cellId: CellId | null,
  step: Step | null
): Cause {
  const executionId = step?.execution?.executionId ?? null;
  return { kind, name: null, cellId, executionId };
}
