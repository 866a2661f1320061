// Judges what a fresh run would do to the outputs of cells, from what happened and what would happen.
import { leavesNothing, staysQuiet } from './alike';
import { changedTheSame, showsOther } from './left-values';
import { isRenamedAlike, leftTheSame, showsAlike } from './same-left';
import { proven } from './proven';
import { lacksAlike } from './lacked-labels';
import { missesAlike } from './misses-alike';
import { onlySets } from './only-sets';
import { isRefused } from './refused';
import { addsRisks } from './risks';
import { failsAlike, stopsAsBefore } from './stops-alike';
import { distinct } from './cause';
import type { CauseFinder } from './causes';
import { showsNothing, type SimulatedCell } from './documents';
import type { FileRecord } from './files';
import type { ForecastInput } from './forecast-input';
import type { Cause, CellForecast, UnknownReason } from './forecast-types';
import { doubtsOfOrder } from './order';
import {
  causeOfChance,
  isOfToday,
  elsewhere,
  shownChances,
  type Records
} from './outside';
import { isDetermined } from './determined';
import { displayedMoment, type Moment } from './timeline';
import { NONE } from './nothing';
import type { Chance, Step } from './version';
import { wentWellBefore } from './went-well-before';

/** What a judge looks at. */
export type Bench = Records & {
  readonly finder: CauseFinder;
  readonly cells: readonly SimulatedCell[];
  readonly plain: ReadonlySet<Step>;
  readonly newestRun: number;
  readonly isAnalysed: boolean;
  readonly isToday: ForecastInput['isToday'];
  readonly files: FileRecord;
  /** True where every process goes through texts in one order. */
  readonly hasFixedHashes: boolean;
};

type Judgement = Omit<CellForecast, 'cellId' | 'index' | 'executionId'>;

const SAME: Judgement = { verdict: 'same', causes: [], reason: null };
const UNRUN: Judgement = { verdict: 'unrun', causes: [], reason: null };

/** Judges one cell after the other. */
export class Judge {
  constructor(private readonly bench: Bench) {}

  judge(simulated: SimulatedCell): CellForecast {
    const { cell, index } = simulated;
    const moment = displayedMoment(this.bench.timeline, cell.cellId);
    const judgement = this.withOutside(
      simulated,
      moment,
      this.weigh(simulated, moment)
    );
    const shown = judgement.verdict === 'unrun' ? null : moment?.step.execution;
    const executionId = shown?.executionId ?? null;
    return { cellId: cell.cellId, index, executionId, ...judgement };
  }

  private weigh(simulated: SimulatedCell, moment: Moment | null): Judgement {
    const { cell, step } = simulated;
    if (showsNothing(cell)) {
      return UNRUN;
    }
    const actual = moment?.step;
    const count = actual?.execution?.executionCount ?? null;
    if (!actual || (count !== null && count !== cell.executionCount)) {
      return unknown('not-recorded');
    }
    if (this.bench.plain.has(actual)) {
      return this.plain(actual, step);
    }
    if (actual.prepared.normalised !== step.prepared.normalised) {
      return this.edited(actual, simulated);
    }
    return this.bench.isAnalysed
      ? this.compare(simulated, moment)
      : this.doubt(simulated, moment);
  }

  /** Adds what the output hangs on besides the notebook, and what stops a run above it. */
  private withOutside(
    simulated: SimulatedCell,
    moment: Moment | null,
    judgement: Judgement
  ): Judgement {
    const { cell, step, stoppedBy } = simulated;
    const { verdict, causes } = judgement;
    if (verdict === 'unrun') {
      return judgement;
    }
    const chances =
      moment && isDetermined(moment.step, step)
        ? NONE
        : shownChances(step, cell.hasOutputs, moment?.step ?? null);
    const isSettled = ({ kind }: Chance): boolean =>
      kind === 'network' ||
      (kind === 'day' && isOfToday(moment?.step, this.bench.isToday));
    const known = chances.filter(one => !isSettled(one)).map(causeOfChance);
    const isSilent = verdict === 'same' && known.length === 0;
    const found =
      isSilent && moment ? proven(this.bench, simulated, moment) : null;
    const advice = [
      ...(stoppedBy ? [this.stop(stoppedBy)] : []),
      ...chances.filter(isSettled).map(causeOfChance),
      ...elsewhere(step)
    ];
    const said = found
      ? { ...found, reason: null }
      : known.length === 0
        ? judgement
        : {
            verdict: verdict === 'fails' ? verdict : ('random' as const),
            causes: distinct([...causes, ...known]),
            reason: null
          };
    return advice.length > 0 ? { ...said, advice: distinct(advice) } : said;
  }

  /** What was run in order comes out again, unless a file that it hangs on is another one by now. */
  private plain(actual: Step, expected: Step): Judgement {
    const causes =
      actual.key === expected.key
        ? []
        : this.bench.finder.compare(actual, expected);
    const files = causes.filter(
      ({ kind }) => kind === 'file-changed' || kind === 'file-left'
    );
    return files.length > 0
      ? { verdict: 'differs', causes: files, reason: null }
      : SAME;
  }

  /** Its source is not what made its output. */
  private edited(actual: Step, simulated: SimulatedCell): Judgement {
    const { step, isBroken, hasFailed } = simulated;
    const isAlike =
      (showsAlike(actual, step) && !addsRisks(actual, step)) ||
      isRenamedAlike(actual, step) ||
      leavesNothing(actual, step) ||
      staysQuiet(actual, step);
    const isSame = stopsAsBefore(actual, simulated) || (isAlike && !isBroken);
    if (isSame && !actual.taint && !step.taint) {
      return SAME;
    }
    const causes = this.bench.finder.compare(actual, step);
    return isBroken || hasFailed
      ? {
          verdict: 'fails',
          causes: [...this.bench.finder.explainAbsent(step, null), ...causes],
          reason: null
        }
      : { verdict: 'differs', causes, reason: null };
  }

  /** The same source: lineage decides. */
  private compare(simulated: SimulatedCell, moment: Moment): Judgement {
    const { step, isBroken, isDoubtful, hasFailed } = simulated;
    const actual = moment.step;
    const { finder, timeline } = this.bench;
    const doubt = isDoubtful ? 'not-analysed' : null;
    const reason = actual.taint ?? step.taint ?? doubt;
    const isEqual =
      (actual.key === step.key && changedTheSame(actual, step)) ||
      this.agrees(actual, step) ||
      showsAlike(actual, step) ||
      (!isBroken &&
        !hasFailed &&
        (leavesNothing(actual, step) || onlySets(actual, step))) ||
      failsAlike(actual, simulated) ||
      stopsAsBefore(actual, simulated) ||
      missesAlike(timeline, actual, simulated, this.bench.cells) ||
      lacksAlike(actual, simulated);
    if (isRefused(actual.execution)) {
      return SAME;
    }
    const isUnlike =
      showsOther(actual, step) || wentWellBefore(timeline, moment);
    if (isEqual && !reason && !isUnlike) {
      return SAME;
    }
    const causes = distinct([
      ...finder.explainAbsent(step, actual),
      ...finder.compare(actual, step)
    ]);
    if (isBroken && !isEqual && !foundUnseen(actual)) {
      return { verdict: 'fails', causes, reason: null };
    }
    if (reason) {
      return { verdict: 'unknown', causes, reason };
    }
    return {
      verdict: hasFailed ? 'fails' : 'differs',
      causes: causes.length > 0 ? causes : [this.fallback(moment)],
      reason: null
    };
  }

  /** True when an execution with the lineage expected showed the same and left the same. */
  private agrees(actual: Step, expected: Step): boolean {
    const hash = actual.execution?.outputsHash ?? null;
    if (hash === null) {
      return false;
    }
    return this.bench.timeline.ofKey(expected.key).some(({ step }) => {
      const { execution } = step;
      return (
        execution?.outputsHash === hash &&
        execution?.status === actual.execution?.status &&
        changedTheSame(step, expected) &&
        leftTheSame(actual, step)
      );
    });
  }

  /** Nothing reads the language: only the order of runs speaks. */
  private doubt(simulated: SimulatedCell, moment: Moment): Judgement {
    const causes = doubtsOfOrder(
      this.bench.cells,
      this.bench.timeline,
      simulated,
      moment
    );
    return unknown('no-analyser', causes);
  }

  private stop({ key, cellId }: Step): Cause {
    const failure = this.bench.timeline.newestOfKey(key)?.step.execution;
    return {
      kind: 'error-above',
      name: null,
      cellId,
      executionId: failure?.executionId ?? null
    };
  }

  private fallback({ step, run }: Moment): Cause {
    return {
      kind: run < this.bench.newestRun ? 'earlier-kernel' : 'out-of-order',
      name: null,
      cellId: step.cellId,
      executionId: step.execution?.executionId ?? null
    };
  }
}

/** True when it went well without a version of a name that it surely reads. */
function foundUnseen({ absent, execution }: Step): boolean {
  return execution?.status === 'ok' && absent.length > 0;
}

function unknown(
  reason: UnknownReason,
  causes: readonly Cause[] = []
): Judgement {
  return { verdict: 'unknown', causes, reason };
}
