// Plays a recorded run on a fresh world, gaps in the record included.
import { analyseNothing, type DryRun } from '../analysis';
import type { Run } from '../model';
import { isSeen } from './comparable-runs';
import type { Started } from './evidence';
import type { UnknownReason } from './forecast-types';
import type { Knowledge } from './knowledge';
import { prepare, warily } from './prepare';
import type { Prepared } from './prepared';
import { takeStep } from './take-step';
import type { Step } from './version';
import { World, type Policy } from './world';

/** Stands for code that nobody saw. */
const UNSEEN: Prepared = prepare('?', analyseNothing('?'));

/** Plays the executions of one run in order on a world of its own. */
export class RunReplay {
  constructor(
    knowledge: Knowledge,
    policy: Policy,
    private readonly run: Run,
    dry: DryRun | null = null
  ) {
    this.world = new World(knowledge, policy, dry);
  }

  /** Plays the run's next execution. */
  add({ execution, prepared, evidence }: Started): Step {
    const { steps, world } = this;
    const { executionCount } = execution;
    const isLate =
      steps.length === 0 &&
      executionCount !== 1 &&
      this.run.gaps.some(({ kind }) => kind === 'joined-late');
    if (isLate) {
      takeUnseen(world, 'not-recorded');
    }
    if (executionCount !== null) {
      if (executionCount > this.count + 1) {
        takeUnseen(world, 'not-recorded');
      }
      this.count = executionCount;
    }
    const isLost = execution.status === 'lost' && execution.report === null;
    const step = takeStep(world, {
      prepared: this.effective(prepared ?? UNSEEN),
      cellId: execution.cellId,
      execution,
      evidence,
      taint: isLost || prepared === null ? 'lost' : null
    });
    steps.push(step);
    this.isSeen &&= isSeen(step);
    return step;
  }

  /** In a slice, a source that reads names unseen may do anything. */
  private effective(prepared: Prepared): Prepared {
    return this.world.policy === 'sound' ? warily(prepared) : prepared;
  }

  /** One for each execution that started, in order. */
  readonly steps: Step[] = [];
  /** True as long as everything that the steps read was seen. */
  isSeen = true;
  /** What the last of them left. */
  readonly world: World;
  private count = 0;
}

function takeUnseen(world: World, taint: UnknownReason): void {
  takeStep(world, { prepared: UNSEEN, cellId: null, execution: null, taint });
}
