// The executions that a result came from, as a script plan.
import type { Analyse, DryRun } from '../analysis';
import type { CellId, ExecutionId, PresentCell, RunHistory } from '../model';
import { EvidenceGatherer } from './evidence';
import { Knowledge } from './knowledge';
import { meaningsIn } from './meanings';
import { partOf, type PlanPart } from './plan-part';
import { warningsOfRun } from './plan-warnings';
import { preparing, reading } from './preparing';
import { RunReplay } from './replay-run';
import { requirementsOf } from './requires';
import { slicerOf } from './slice';
import type { OmissionReason, ScriptPlan } from './slice-types';
import { isFollowed, withoutSpare } from './spare-steps';
import type { Step } from './version';

/** What the script has to reproduce. */
export type Criterion =
  | { readonly kind: 'run' }
  | { readonly kind: 'execution'; readonly executionId: ExecutionId }
  /** What the cells show: the last execution of each. Cells that did not run are passed over. */
  | { readonly kind: 'cells'; readonly cellIds: readonly CellId[] };

/** What a plan is made from. */
export type PlanInput = {
  readonly history: RunHistory;
  /**
   * The notebook as it stands now; absent when it is not open. A whole run is wanted for the last execution of each
   * cell that is still there; of every cell where the document is absent or holds none of them.
   */
  readonly document?: readonly PresentCell[];
  readonly criterion: Criterion;
  /** Reads the kernel's language; absent when nothing does. */
  readonly analyse?: Analyse;
  /** As in `ForecastInput`. */
  readonly dryRuns?: () => () => DryRun;
};

/**
 * The backward slice over what really ran, in order, each lineage once. Whatever may have changed a value counts,
 * unless the kernel showed that it did not.
 */
export function planScript(input: PlanInput): ScriptPlan {
  return createPlanner(input).plan(input);
}

/** Makes plans out of one run, which is read once; `history` is an equal record of it, of which the plan tells. */
export type Planner = {
  readonly plan: (
    wanted: Pick<PlanInput, 'criterion' | 'document'> &
      Partial<Pick<PlanInput, 'history'>>
  ) => ScriptPlan;
};

/** Reads a run for any number of plans. */
export function createPlanner(
  input: Pick<PlanInput, 'history' | 'analyse' | 'dryRuns'>
): Planner {
  const { executions } = input.history;
  const newDryRun = isFollowed(executions) ? input.dryRuns?.() : undefined;
  const { steps, world } = replayed(input, newDryRun);
  const slicer = slicerOf(steps, world.knowledge);
  const firsts = firstsOf(steps);
  let last: { readonly of: readonly Step[]; readonly part: PlanPart } | null =
    null;
  return {
    plan: wanted => {
      const history = wanted.history ?? input.history;
      const criteria = criteriaOf(wanted, steps).map(step =>
        firstOf(firsts, step)
      );
      const [target, ...others] = criteria;
      if (!last || !areSame(last.of, criteria)) {
        const slice = slicer(criteria);
        const least =
          target && newDryRun && others.length === 0
            ? withoutSpare(slice, target, {
                knowledge: world.knowledge,
                steps,
                newDryRun
              })
            : slice;
        last = { of: criteria, part: partOf(history, steps, least) };
      }
      return planOf(history, steps, last.part);
    }
  };
}

function areSame(some: readonly Step[], others: readonly Step[]): boolean {
  return (
    some.length === others.length &&
    some.every((step, at) => step === others[at])
  );
}

function planOf(
  history: RunHistory,
  all: readonly Step[],
  { slice, included, steps, warnings }: PlanPart
): ScriptPlan {
  const { run, environment } = history;
  return {
    language: run.kernel.language,
    notebookPath: run.notebookPath,
    runId: run.runId,
    runNumber: run.number,
    openedAt: run.openedAt,
    steps,
    omitted: omittedFrom(history, all, slice.steps),
    requires: requirementsOf(history, included),
    environment,
    warnings: [...warningsOfRun(history, slice.needsUnseen), ...warnings]
  };
}

function replayed(
  { history, analyse }: Pick<PlanInput, 'history' | 'analyse'>,
  newDryRun: (() => DryRun) | undefined
): RunReplay {
  const knowledge = new Knowledge();
  const read = reading(analyse);
  const meanings = meaningsIn({ runs: [history], document: [] }, read);
  const prepare = preparing(analyse, read, meanings);
  const gatherer = new EvidenceGatherer(knowledge, prepare, 'sound');
  const started = history.executions.flatMap(
    execution => gatherer.add(history, execution) ?? []
  );
  const dry = newDryRun?.() ?? null;
  const replay = new RunReplay(knowledge, 'sound', history.run, dry);
  started.forEach(one => replay.add(one));
  return replay;
}

/** By lineage, the first step of each that did and showed something else. */
function firstsOf(
  steps: readonly Step[]
): ReadonlyMap<number, readonly Step[]> {
  const firsts = new Map<number, Step[]>();
  for (const step of steps) {
    const known = firsts.get(step.key);
    const isComparable = step.taint === null && step.execution?.outputsHash;
    if (!known) {
      firsts.set(step.key, [step]);
    } else if (
      isComparable &&
      !known.some(earlier => isRepeat(step, earlier))
    ) {
      known.push(step);
    }
  }
  return firsts;
}

/** The first step that did and showed the same. */
function firstOf(firsts: ReturnType<typeof firstsOf>, step: Step): Step {
  const same = firsts.get(step.key) ?? [];
  return same.find(earlier => isRepeat(step, earlier)) ?? step;
}

function criteriaOf(
  { criterion, document }: Pick<PlanInput, 'criterion' | 'document'>,
  steps: readonly Step[]
): Step[] {
  if (criterion.kind === 'execution') {
    const { executionId } = criterion;
    return steps.filter(one => one.execution?.executionId === executionId);
  }
  const last = new Map<CellId, Step>();
  for (const step of steps) {
    if (step.cellId !== null) {
      last.set(step.cellId, step);
    }
  }
  if (criterion.kind === 'cells') {
    const chosen = criterion.cellIds.flatMap(id => last.get(id) ?? []);
    return [...new Set(chosen)];
  }
  const there = (document ?? []).flatMap(
    ({ cellId }) => last.get(cellId) ?? []
  );
  const wanted = there.length > 0 ? there : [...last.values()];
  return wanted.filter(({ execution }) => {
    const status = execution?.status;
    return status === 'ok' || status === 'lost';
  });
}

function isRepeat(step: Step, earlier: Step): boolean {
  const hash = step.execution?.outputsHash;
  return (
    step.key === earlier.key &&
    step.taint === null &&
    earlier.taint === null &&
    hash !== null &&
    earlier.execution?.outputsHash === hash &&
    earlier.execution?.status === step.execution?.status
  );
}

function omittedFrom(
  { executions, sources }: RunHistory,
  steps: readonly Step[],
  included: ReadonlySet<Step>
): ScriptPlan['omitted'] {
  const byId = new Map(steps.map(one => [one.execution?.executionId, one]));
  const keys = new Map<number, Step>();
  return executions.flatMap(execution => {
    const { executionId, sequence, cellId, firstLine, sourceHash } = execution;
    const step = byId.get(executionId);
    const isLost = step !== undefined && !sources.has(sourceHash);
    const earlier = step && keys.get(step.key);
    if (step && !earlier) {
      keys.set(step.key, step);
    }
    if (sequence === null || (step && included.has(step) && !isLost)) {
      return [];
    }
    const isAgain = step && earlier && included.has(earlier);
    const reason: OmissionReason = !step
      ? 'not-run'
      : isLost
        ? 'source-lost'
        : isAgain && isRepeat(step, earlier)
          ? 'repeats'
          : 'no-effect';
    return [{ executionId, sequence, cellId, firstLine, reason }];
  });
}
