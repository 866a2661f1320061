// The one database in a file that code works on, which outlasts the kernel.
import type { TableAct } from '../analysis';
import { nearPath } from './ambient-names';
import type { Meeting } from './left-files';
import { NONE } from './nothing';
import { removes } from './taken-files';
import type { Step } from './version';

/** A file, and what is done to its tables. */
export type KeptDatabase = {
  readonly path: string;
  /** By what a fresh run does until it comes to the cell, and by the cell. */
  readonly fresh: readonly TableAct[];
  /** By what ran from the moment of the cell on. */
  readonly since: readonly TableAct[];
  /** All of it. */
  readonly steps: readonly Step[];
};

/** Null where there is none, more than one, one in memory, or one that is taken away. */
export function keptDatabase({
  timeline,
  moment,
  above
}: Meeting): KeptDatabase | null {
  const before = above();
  const since = timeline.since(moment);
  const fresh = actsOf([...before, moment.step]);
  const paths = fresh
    .filter(({ kind }) => kind === 'opens')
    .map(({ name }) => nearPath(name));
  const [path] = paths;
  const isTaken = ({ prepared }: Step): boolean =>
    prepared.takesFiles || paths.some(one => replaces({ prepared }, one));
  return path === undefined ||
    paths.includes('') ||
    [...since, ...before].some(isTaken)
    ? null
    : {
        path,
        fresh,
        since: actsOf(since),
        steps: [...timeline.before(moment), ...since, ...before]
      };
}

/** What steps do to tables, in order; one that makes a table adds rows to that alone. */
export function actsOf(steps: readonly Step[]): readonly TableAct[] {
  return steps.flatMap(({ prepared }) => {
    const acts = prepared.analysis.tables ?? NONE;
    const isOwn = ({ name }: TableAct): boolean =>
      acts.some(one => one.kind === 'makes' && one.name === name);
    return acts.filter(one => one.kind !== 'adds' || !isOwn(one));
  });
}

/** True where a step takes the file away, or puts another one into its place. */
function replaces({ prepared }: Pick<Step, 'prepared'>, path: string): boolean {
  return (
    removes(prepared, path) ||
    prepared.files.some(one => one.path === path && one.action === 'write')
  );
}
