// Whether a run that was read is the one that is there now.
import type { Execution, RunHistory } from '../model';

/** True for two records of one run; gaps decide how it is played. */
export function isSameRun(one: RunHistory, other: RunHistory): boolean {
  const gaps = ({ run }: RunHistory): string =>
    run.gaps.map(({ kind }) => kind).join(' ');
  return (
    one.run.runId === other.run.runId &&
    (one.run.gaps === other.run.gaps || gaps(one) === gaps(other))
  );
}

/** True when executions are those that were seen, and no more unless they may grow. */
export function startsWith(
  now: readonly Execution[],
  seen: readonly Execution[],
  mayGrow: boolean
): boolean {
  if (now.length < seen.length || (now.length > seen.length && !mayGrow)) {
    return false;
  }
  for (let index = 0; index < seen.length; index += 1) {
    if (!isUnchanged(seen[index], now[index])) {
      return false;
    }
  }
  return true;
}

function isUnchanged(
  one: Execution | undefined,
  now: Execution | undefined
): boolean {
  return (
    one === now ||
    (one !== undefined &&
      one.executionId === now?.executionId &&
      one.status === now.status &&
      one.sourceHash === now.sourceHash &&
      one.outputsHash === now.outputsHash &&
      one.executionCount === now.executionCount &&
      one.gaps.length === now.gaps.length &&
      (one.report === null) === (now.report === null))
  );
}
