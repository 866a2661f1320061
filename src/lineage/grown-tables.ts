// Tables of a database in a file, to which each run adds rows: it outlasts the kernel, so a fresh run finds those of all runs before.
import type { TableAct } from '../analysis';
import { fileName, nearPath } from './ambient-names';
import { causeAt } from './cause';
import type { Cause } from './forecast-types';
import type { Meeting } from './left-files';
import { NONE } from './nothing';
import { removes } from './taken-files';
import type { Step } from './version';

/** What code has that shows rows of a table. */
const ASKING = /^(?:execute|executescript|read_sql|read_sql_query)$/;
/** What takes some of what was asked for. */
const TAKING =
  /^(?:columns|description|drop_duplicates|fetchmany|head|iloc|info|keys|loc|sample|set|unique)$/;
/** What makes it last. */
const LASTING = /^(?:commit|executescript|to_sql)$/;

/** Causes by which a fresh run would show more rows than an execution did; none where nothing tells that. */
export function grownTables({ timeline, moment, above }: Meeting): Cause[] {
  const { step } = moment;
  const { spells } = step.prepared;
  if (!spells(ASKING) || spells(TAKING)) {
    return [];
  }
  const shown = actsOf([step]).filter(({ kind }) => kind === 'shows');
  if (shown.length === 0) {
    return [];
  }
  const before = above();
  const fresh = [...before, step];
  const since = timeline.since(moment);
  const acts = actsOf(fresh);
  const paths = acts
    .filter(({ kind }) => kind === 'opens')
    .map(({ name }) => nearPath(name));
  const [path] = paths;
  const all = [...timeline.before(moment), ...since, ...before];
  const isTaken = ({ prepared }: Step): boolean =>
    prepared.takesFiles || paths.some(one => replaces({ prepared }, one));
  if (
    path === undefined ||
    paths.includes('') ||
    [...since, ...before].some(isTaken) ||
    !all.some(({ prepared }) => prepared.spells(LASTING))
  ) {
    return [];
  }
  const again = [...acts, ...actsOf(since)];
  return shown.some(({ name }) => grows(name, acts, again))
    ? [causeAt('file-left', fileName(path), step.cellId, step)]
    : [];
}

/** True for a table that is kept where it is there, and to which rows are added that nothing forbids a second time. */
function grows(
  table: string,
  acts: readonly TableAct[],
  again: readonly TableAct[]
): boolean {
  const own = acts.filter(({ name }) => name === table);
  const keeping = own.filter(({ kind }) => kind === 'keeps');
  const isAnew = again.some(
    ({ kind, name }) =>
      name === table && (kind === 'clears' || kind === 'makes')
  );
  const keys = keeping.flatMap(({ columns }) => columns ?? NONE);
  return (
    keeping.length > 0 &&
    !isAnew &&
    again.some(
      ({ kind, name, columns }) =>
        kind === 'adds' &&
        name === table &&
        (columns ?? keys).every(column => !keys.includes(column))
    )
  );
}

function actsOf(steps: readonly Step[]): readonly TableAct[] {
  return steps.flatMap(({ prepared }) => prepared.analysis.tables ?? NONE);
}

/** True where a step takes the file away, or puts another one into its place. */
function replaces({ prepared }: Pick<Step, 'prepared'>, path: string): boolean {
  return (
    removes(prepared, path) ||
    prepared.files.some(one => one.path === path && one.action === 'write')
  );
}
