// Statements that a database refuses as it reads them: a table that is there already, or one that is not. They change nothing.
import type { Execution } from '../model';
import { doneBefore } from './broken';
import type { Observation } from './observation';
import type { Step } from './version';
import type { World } from './world';

/** How SQLite refuses what it has not begun to execute. */
const REFUSED =
  /^(?:(?:table|index|view|trigger) .* already exists|no such (?:table|column|view|index|function|module)\b|near ".*": syntax error|incomplete input|ambiguous column name|table .* has no column named|table .* has \d+ columns but|\d+ values for \d+ columns)/;

/** What executes more than one statement: those before the one that is refused have their effect. */
const MANY = /^(?:executescript|to_sql)$/;

/** What a step sees without the updates that it, or its equals, did not come to since the database refused it. */
export function withoutRefused<T extends Pick<Observation, 'updates'>>(
  { knowledge: { refusedQueries } }: World,
  { key, prepared, execution }: Pick<Step, 'key' | 'prepared' | 'execution'>,
  seen: T
): T {
  if (execution && isRefused(execution) && !prepared.spells(MANY)) {
    refusedQueries.set(key, doneBefore(prepared, execution));
  } else if (execution) {
    refusedQueries.delete(key);
  }
  const stoppedAt = refusedQueries.get(key) ?? -1;
  if (stoppedAt < 0) {
    return seen;
  }
  const mentions = prepared.analysis.needs?.mentions;
  const updates = seen.updates.filter(
    ({ name }) => (mentions?.get(name) ?? -1) < stoppedAt
  );
  return { ...seen, updates };
}

function isRefused({ status, error }: Execution): boolean {
  return (
    status === 'error' &&
    error?.ename === 'OperationalError' &&
    REFUSED.test(error.evalue)
  );
}
