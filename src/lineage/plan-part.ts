// What a plan tells of the steps of its slice: the same for every equal record of their run.
import type { RunHistory } from '../model';
import { warningsOfSteps } from './plan-warnings';
import type { Slice } from './slice';
import type { PlanStep, PlanWarning } from './slice-types';
import { listsFolder } from './sound-outside';
import { stepsBehind, type Step } from './version';

/** A slice, and what of a plan hangs on it and on no more. */
export type PlanPart = {
  readonly slice: Slice;
  /** Its steps, in order. */
  readonly included: readonly Step[];
  readonly steps: readonly PlanStep[];
  readonly warnings: readonly PlanWarning[];
};

/** Tells it of a slice out of `steps`. */
export function partOf(
  history: RunHistory,
  steps: readonly Step[],
  slice: Slice
): PlanPart {
  const included = steps.filter(step => slice.steps.has(step));
  const listing = listingSteps(included);
  return {
    slice,
    included,
    steps: included.flatMap(step => planStep(step, history, listing) ?? []),
    warnings: warningsOfSteps(history, included)
  };
}

/** Steps that list a folder, and steps that read what those left. */
function listingSteps(steps: readonly Step[]): ReadonlySet<Step> {
  const listing = new Set<Step>();
  for (const step of steps) {
    const isBehind =
      listing.size > 0 &&
      step.reads.some(read => stepsBehind(read).some(one => listing.has(one)));
    if (isBehind || listsFolder(step.prepared)) {
      listing.add(step);
    }
  }
  return listing;
}

function planStep(
  step: Step,
  history: RunHistory,
  listing: ReadonlySet<Step>
): PlanStep | null {
  const { execution } = step;
  const source = execution && history.sources.get(execution.sourceHash);
  const status = execution?.status;
  if (
    !execution ||
    source === undefined ||
    source === null ||
    execution.sequence === null ||
    status === 'queued' ||
    status === 'aborted' ||
    status === undefined
  ) {
    return null;
  }
  return {
    executionId: execution.executionId,
    sequence: execution.sequence,
    cellId: execution.cellId,
    cellIndex: execution.cellIndex,
    executionCount: execution.executionCount,
    startedAt: execution.startedAt,
    sourceHash: execution.sourceHash,
    source,
    status: status === 'running' ? 'lost' : status,
    hangsOn: [
      ...new Set(
        step.chances.map(({ kind }) => (kind === 'day' ? 'clock' : kind))
      ),
      ...(listing.has(step) ? (['folder'] as const) : [])
    ]
  };
}
