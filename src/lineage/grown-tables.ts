// Tables of a database in a file, to which each run adds rows: it outlasts the kernel, so a fresh run finds those of all runs before.
import type { TableAct } from '../analysis';
import { fileName } from './ambient-names';
import { causeAt } from './cause';
import type { Cause } from './forecast-types';
import { actsOf, keptDatabase } from './kept-database';
import type { Meeting } from './left-files';
import { NONE } from './nothing';

/** What code has that shows rows of a table. */
const ASKING = /^(?:execute|executescript|read_sql|read_sql_query)$/;
/** What takes some of what was asked for. */
const TAKING =
  /^(?:columns|description|drop_duplicates|fetchmany|head|iloc|info|keys|loc|sample|set|unique)$/;
/** What makes it last. */
const LASTING = /^(?:commit|executescript|to_sql)$/;

/** Causes by which a fresh run would show more rows than an execution did; none where nothing tells that. */
export function grownTables(meeting: Meeting): Cause[] {
  const { step } = meeting.moment;
  const { spells } = step.prepared;
  if (!spells(ASKING) || spells(TAKING)) {
    return [];
  }
  const shown = actsOf([step]).filter(({ kind }) => kind === 'shows');
  if (shown.length === 0) {
    return [];
  }
  const database = keptDatabase(meeting);
  if (!database?.steps.some(({ prepared }) => prepared.spells(LASTING))) {
    return [];
  }
  const { path, fresh, since } = database;
  const again = [...fresh, ...since];
  return shown.some(({ name }) => grows(name, fresh, again))
    ? [causeAt('file-left', fileName(path), step.cellId, step)]
    : [];
}

/** True for a table that is there by then, and to which rows are added that nothing forbids a second time. */
function grows(
  table: string,
  acts: readonly TableAct[],
  again: readonly TableAct[]
): boolean {
  const own = acts.filter(({ name }) => name === table);
  const keeping = own.filter(({ kind }) => kind === 'keeps');
  const isAnew = again.some(
    ({ kind, name }) => name === table && kind === 'clears'
  );
  const keys = keeping.flatMap(({ columns }) => columns ?? NONE);
  return (
    own.some(({ kind }) => kind === 'keeps' || kind === 'makes') &&
    !isAnew &&
    again.some(
      ({ kind, name, columns }) =>
        kind === 'adds' &&
        name === table &&
        (columns ?? keys).every(column => !keys.includes(column))
    )
  );
}
