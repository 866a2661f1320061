// Plays a recorded run on a fresh world, gaps in the record included.
import { analyseNothing } from '../analysis';
import type { RunHistory } from '../model';
import type { Started } from './evidence';
import type { UnknownReason } from './forecast-types';
import type { Knowledge } from './knowledge';
import { prepare, type Prepared } from './prepare';
import { takeStep } from './take-step';
import type { Task } from './task';
import type { Step } from './version';
import { World, type Policy } from './world';

/** What is replayed. */
export type ReplayInput = {
  readonly knowledge: Knowledge;
  readonly policy: Policy;
  readonly history: RunHistory;
  readonly started: readonly Started[];
};

/** Stands for code that nobody saw. */
const UNSEEN: Prepared = prepare('?', analyseNothing('?'));

/** What a replay yields. */
export type Replayed = {
  /** One for each execution that started, in order. */
  readonly steps: readonly Step[];
  /** What the last of them left. */
  readonly world: World;
};

/** Plays the executions of a run in order. */
export function* replayRun(input: ReplayInput): Task<Replayed> {
  const { knowledge, policy, history, started } = input;
  const world = new World(knowledge, policy);
  const isLate = history.run.gaps.some(({ kind }) => kind === 'joined-late');
  if (isLate && started[0]?.execution.executionCount !== 1) {
    takeUnseen(world, 'not-recorded');
  }
  let count = 0;
  const steps: Step[] = [];
  for (const { execution, prepared } of started) {
    yield;
    if (execution.executionCount !== null) {
      if (execution.executionCount > count + 1) {
        takeUnseen(world, 'not-recorded');
      }
      count = execution.executionCount;
    }
    const isLost = execution.status === 'lost' && execution.report === null;
    const step = takeStep(world, {
      prepared: prepared ?? UNSEEN,
      cellId: execution.cellId,
      execution,
      taint: isLost || prepared === null ? 'lost' : null
    });
    steps.push(step);
  }
  return { steps, world };
}

function takeUnseen(world: World, taint: UnknownReason): void {
  takeStep(world, { prepared: UNSEEN, cellId: null, execution: null, taint });
}
