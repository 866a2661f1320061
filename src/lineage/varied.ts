// Executions of one lineage that showed one thing at one time and another at another: what history proves without a run.
import { causeAt } from './cause';
import type { Cause } from './forecast-types';
import type { Records } from './outside';
import type { Moment, Timeline } from './timeline';
import type { Step } from './version';

/** Executions that showed something else in the same environment, though code and inputs were the same. */
export function varied(records: Records, step: Step): Cause[] {
  const { files } = step.prepared.analysis;
  // What is announced tells whether the file was there, which the run before has seen to.
  const isAnnounced = files?.some(one => one.isAnnounced) === true;
  return !isAnnounced && records.variances.of(records, step.key)
    ? [causeAt('nondeterministic', null, step.cellId, step)]
    : [];
}

/** Which lineages varied, looked up once as long as no more executions of them are known. */
export class Variances {
  /** True where executions of the lineage varied. */
  of({ timeline, environments }: Records, key: number): boolean {
    const moments = timeline.ofKey(key);
    const under = environments.join('\n');
    const known = this.found.get(moments);
    if (known?.under === under) {
      return known.isVaried;
    }
    const isVaried = haveVaried(moments, timeline, environments);
    this.found.set(moments, { under, isVaried });
    return isVaried;
  }

  /** By the executions of a lineage, with the environments of all runs. */
  private readonly found = new WeakMap<
    readonly Moment[],
    { readonly under: string; readonly isVaried: boolean }
  >();
}

function haveVaried(
  moments: readonly Moment[],
  timeline: Timeline,
  environments: Records['environments']
): boolean {
  const shown = new Map<string, Moment>();
  for (const moment of moments) {
    const { step, run } = moment;
    const hash = step.execution?.stableHash;
    const isFair = step.execution?.status === 'ok' && step.taint === null;
    const environment = environments[run] ?? null;
    if (!hash || !isFair || environment === null) {
      continue;
    }
    const before = shown.get(environment) ?? moment;
    const isOther = before.step.execution?.stableHash !== hash;
    const mayBeOther =
      mayKeepUnseen(before, moment) ||
      timeline.between(before, moment).some(mayChangeUnseen);
    if (isOther && !mayBeOther) {
      return true;
    }
    shown.set(environment, moment);
  }
  return false;
}

/**
 * True for what may have changed values under other names as well, where no kernel told: arrays share memory. A star import may
 * bring in a name that is a builtin otherwise.
 */
function mayChangeUnseen({ prepared, execution }: Step): boolean {
  const { updates, handovers, bindsUnknown } = prepared;
  return (
    execution?.report === null &&
    (bindsUnknown || updates.length + handovers.length > 0)
  );
}

/** True for code of the notebook's own, which may remember in a kernel what it was called with, where that kernel did not tell. */
function mayKeepUnseen(one: Moment, other: Moment): boolean {
  const { reads, execution } = one.step;
  return (
    one.run === other.run &&
    execution?.report === null &&
    reads.some(({ version }) => (version?.carried.length ?? 0) > 0)
  );
}
