// Statements that a database refuses as it reads them: a table that is there already, or one that is not. They change nothing.
import type { Execution } from '../model';
import { doneBefore } from './broken';
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import { isRefusedChange } from './refused-changes';
import type { Step } from './version';
import type { World } from './world';

/** How SQLite refuses what it has not begun to execute. */
const REFUSED =
  /^(?:(?:table|index|view|trigger) .* already exists|no such (?:table|column|view|index|function|module)\b|near ".*": syntax error|incomplete input|ambiguous column name|table .* has no column named|table .* has \d+ columns but|\d+ values for \d+ columns)/;

/** What executes more than one statement: those before the one that is refused have their effect. */
const MANY = /^(?:executescript|to_sql)$/;

/** What a step sees without the updates that it, or its equals, did not come to since they were refused. */
export function withoutRefused<T extends Pick<Observation, 'updates'>>(
  { knowledge: { refusals } }: World,
  { key, prepared, execution }: Pick<Step, 'key' | 'prepared' | 'execution'>,
  seen: T
): T {
  const refusedAt = execution && stopOf(prepared, execution, seen);
  const known = refusals.get(key);
  if (refusedAt !== null && (refusedAt < 0 || known !== -1)) {
    refusals.set(key, refusedAt);
  }
  const stoppedAt = refusedAt ?? known ?? -1;
  if (stoppedAt < 0) {
    return seen;
  }
  const mentions = prepared.analysis.needs?.mentions;
  const updates = seen.updates.filter(
    ({ name }) => (mentions?.get(name) ?? -1) < stoppedAt
  );
  return { ...seen, updates };
}

/** Where the statement begins at which an execution was refused; -1 where it was not, or that is not told. */
function stopOf(
  prepared: Prepared,
  execution: Execution,
  seen: Pick<Observation, 'updates'>
): number {
  const at = doneBefore(prepared, execution);
  const isSo =
    (isRefused(execution) && !prepared.spells(MANY)) ||
    isRefusedChange(prepared, execution, at) ||
    hasChangedNothing(prepared, execution, { at, ...seen });
  return isSo ? at : -1;
}

/** True where the kernel saw all stay as it was that the statement which failed, or one behind it, would have changed. */
function hasChangedNothing(
  { analysis }: Prepared,
  { status, report }: Execution,
  { at, updates }: Pick<Observation, 'updates'> & { readonly at: number }
): boolean {
  const mentions = analysis.needs?.mentions;
  return (
    status === 'error' &&
    at >= 0 &&
    updates.every(
      ({ name }) =>
        (mentions?.get(name) ?? -1) < at || report?.unchanged?.includes(name)
    )
  );
}

function isRefused({ status, error }: Execution): boolean {
  return (
    status === 'error' &&
    error?.ename === 'OperationalError' &&
    REFUSED.test(error.evalue)
  );
}
