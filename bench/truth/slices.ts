// Slices against what fresh kernels do with them: sound, and how much larger than need be.
import { planScript } from '../../src/lineage';
import { languageOf } from '../../src/languages';
import { textOf } from '../../src/testing/truth/label';
import { seededRandom } from '../../src/testing/truth/schedules';
import { recordingOf } from './judge';
import { taskLanguage } from './languages';
import type { Done, Kernels, TaskCell } from './kernels';
import { dataPaths } from './placed-notebooks';
import type { Truth } from './sessions';

/** How one target's slice did. */
export type SliceResult = {
  readonly isSound: boolean;
  readonly steps: readonly TaskCell[];
};

/** One execution with its slices, with and without what the probe said. */
export type SlicedTarget = {
  readonly truth: Truth;
  readonly kernel: number;
  readonly index: number;
  readonly withProbe: SliceResult;
  readonly withoutProbe: SliceResult;
  /** The smallest sound slice that was found, from the shorter sound slice or, where none is sound, from the whole run. */
  readonly smallest: readonly TaskCell[];
};

type Target = Omit<SlicedTarget, 'withProbe' | 'withoutProbe' | 'smallest'> & {
  readonly expected: string;
};

/** Removals tried for one target. */
const TRIES = 14;

/** Draws executions that showed text: one of each session, then another one of each, until there are as many as wanted. */
export function drawTargets(
  truths: readonly Truth[],
  count: number,
  seed: number
): Target[] {
  const random = seededRandom(seed);
  const left = truths.map(fitTargets);
  const targets: Target[] = [];
  while (targets.length < count && left.some(({ length }) => length > 0)) {
    for (const all of left) {
      targets.push(...all.splice(Math.floor(random() * all.length), 1));
    }
  }
  return targets.slice(0, count);
}

/** Executions that showed the same text whenever the session ran. */
function fitTargets(truth: Truth): Target[] {
  return truth.recorded.kernels.flatMap(({ executions }, kernel) =>
    executions.flatMap((done, index) => {
      const again = truth.replayed.kernels[kernel]?.executions[index];
      const isFit =
        index > 0 &&
        hasText(done) &&
        again !== undefined &&
        textOf(again.outputs) === textOf(done.outputs);
      const expected = textOf(done.outputs);
      return isFit ? [{ truth, kernel, index, expected }] : [];
    })
  );
}

function hasText({ status, outputs }: Done): boolean {
  return (
    status === 'ok' &&
    outputs.length > 0 &&
    outputs.every(({ data }) => !data || !('image/png' in data))
  );
}

/** Slices one target and replays; null where even the whole run does not give the output again, or nothing was tried. */
export async function sliceTarget(
  { expected, ...target }: Target,
  kernels: Kernels
): Promise<SlicedTarget | null> {
  const { truth, kernel, index } = target;
  const isSound = (steps: readonly TaskCell[]): Promise<boolean | null> =>
    gives(truth, steps, expected, kernels);
  const plans = [true, false].map(hasProbe =>
    planOf(truth, kernel, index, hasProbe)
  );
  const sound: boolean[] = [];
  for (const plan of plans) {
    const answer = await isSound(plan);
    if (answer === null) {
      return null;
    }
    sound.push(answer);
  }
  const whole = truth.plan.session.ran.filter(ran => ran.length > 0)[kernel];
  const all = (whole ?? [])
    .slice(0, index + 1)
    .map(({ id, source }) => ({ cellId: id, code: source }));
  if (sound.includes(false) && !(await isSound(all))) {
    return null;
  }
  const starts = plans.filter((_, which) => sound[which]);
  const [start = all] = starts.sort((a, b) => a.length - b.length);
  const smallest = await reduced(start, isSound);
  const result = (which: number): SliceResult => ({
    isSound: sound[which] ?? false,
    steps: plans[which] ?? []
  });
  return {
    ...target,
    withProbe: result(0),
    withoutProbe: result(1),
    smallest
  };
}

function planOf(
  truth: Truth,
  kernel: number,
  index: number,
  hasProbe: boolean
): TaskCell[] {
  const { runs, document } = recordingOf(truth, hasProbe);
  const history = runs[kernel];
  const execution = history?.executions[index];
  if (!history || !execution) {
    throw new Error('The execution is not in its history');
  }
  const { executionId } = execution;
  const { analyse, dryRuns } = languageOf(truth.plan.notebook.language) ?? {};
  const criterion = { kind: 'execution', executionId } as const;
  return planScript({
    history,
    document,
    criterion,
    analyse,
    dryRuns
  }).steps.map(({ cellId, source }) => ({
    cellId: cellId ?? '',
    code: source
  }));
}

/**
 * True when the last of the steps shows what is expected, in a fresh kernel that runs nothing else; null when that was
 * never tried and may not be.
 */
async function gives(
  truth: Truth,
  steps: readonly TaskCell[],
  expected: string,
  kernels: Kernels
): Promise<boolean | null> {
  const { notebook } = truth.plan;
  const answer = await kernels.answer({
    ...taskLanguage(notebook),
    data: dataPaths(notebook),
    kernels: [{ cells: steps, seat: 1 }]
  });
  if (answer === null || answer.problem !== undefined) {
    return answer && false;
  }
  const executions = answer.kernels[0]?.executions ?? [];
  const last = executions[executions.length - 1];
  return last !== undefined && textOf(last.outputs) === expected;
}

/** Takes out one step after the other, from the last to the first, as long as the slice stays sound. */
async function reduced(
  steps: readonly TaskCell[],
  isSound: (steps: readonly TaskCell[]) => Promise<boolean | null>
): Promise<readonly TaskCell[]> {
  let kept = steps;
  const candidates = steps.slice(0, -1).reverse().slice(0, TRIES);
  for (const candidate of candidates) {
    const fewer = kept.filter(one => one !== candidate);
    if (await isSound(fewer)) {
      kept = fewer;
    }
  }
  return kept;
}

/** Soundness and size over all targets. */
export function summary(
  targets: readonly SlicedTarget[],
  which: 'withProbe' | 'withoutProbe'
): { readonly count: number; readonly sound: number; readonly size: number } {
  const sound = targets.filter(one => one[which].isSound);
  const ratios = sound.map(
    one => one[which].steps.length / one.smallest.length
  );
  return {
    count: targets.length,
    sound: sound.length / targets.length,
    size: ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
  };
}
