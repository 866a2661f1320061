// Tables that a cell made in a database in a file: a fresh run finds them there, and cannot make them.
import { fileName } from './ambient-names';
import { causeAt } from './cause';
import type { Cause } from './forecast-types';
import { actsOf, keptDatabase } from './kept-database';
import type { Meeting } from './left-files';

/** What code has that goes on where a statement fails, or asks first. */
const CAREFUL = /\b(?:try|suppress|if)\b/;
/** What makes a table last at once. */
const OWN = /\bsqlite3\b/;

/** Causes by which a fresh run would fail to make a table that is there; none where nothing tells that. */
export function madeTables(meeting: Meeting): Cause[] {
  const { step } = meeting.moment;
  const made = actsOf([step]).filter(({ kind }) => kind === 'makes');
  const isMaking =
    made.length > 0 &&
    step.execution?.status === 'ok' &&
    !CAREFUL.test(step.prepared.normalised);
  const database = isMaking ? keptDatabase(meeting) : null;
  if (!database?.steps.some(({ prepared }) => OWN.test(prepared.normalised))) {
    return [];
  }
  const { path, fresh, since } = database;
  const isLeft = made.some(({ name }) =>
    [...fresh, ...since].every(
      one => one.name !== name || one.kind !== 'clears'
    )
  );
  return isLeft
    ? [causeAt('file-left', fileName(path), step.cellId, step)]
    : [];
}
