// What the kernel's reports say of the names that executions bound, without IPython's own.
import type { Execution, ExecutionReport } from '../model';
import { NONE } from './nothing';
import type { Prepared } from './prepared';

/** Remembers the newest names of each source, so that equal sets are one. */
export class ReportedNames {
  /**
   * The names that the kernel says an execution bound, without IPython's own; null when it said nothing. An object that `+=`
   * changed stays where it was, and counts as bound; so does what a loop left where the former object was, which nobody can
   * tell from that one. The same set for as long as executions of a source bind the same.
   */
  boundBy(
    { normalised, grown, turned }: Prepared,
    { report, status }: Execution
  ): ReadonlySet<string> | null {
    if (!report) {
      return null;
    }
    const { bound, rebound, changed = NONE } = report;
    const inPlace =
      grown.length + turned.length === 0
        ? NONE
        : [
            ...grown.filter(name => changed.includes(name)),
            ...(status === 'ok' ? untoldOf(report, turned) : NONE)
          ];
    const known = this.newest.get(normalised);
    if (known) {
      const count =
        countIn(known, bound) +
        countIn(known, rebound) +
        countIn(known, inPlace);
      if (count === known.size) {
        return known;
      }
    }
    const found = new Set(
      [...bound, ...rebound, ...inPlace].filter(isUsersName)
    );
    this.newest.set(normalised, found);
    return found;
  }

  /** By normalised source, the names of its newest execution. */
  private readonly newest = new Map<string, ReadonlySet<string>>();
}

/** Names of which the kernel told a type and nothing else. */
function untoldOf(
  { bound, rebound, types, values, unchanged = NONE }: ExecutionReport,
  names: readonly string[]
): readonly string[] {
  return names.filter(
    name =>
      types?.[name] !== undefined &&
      values[name] === undefined &&
      !unchanged.includes(name) &&
      !bound.includes(name) &&
      !rebound.includes(name)
  );
}

/** How many of the names are users', and among the known ones; not a number where one is not among them. */
function countIn(known: ReadonlySet<string>, names: readonly string[]): number {
  let count = 0;
  for (const name of names) {
    if (isUsersName(name)) {
      count += known.has(name) ? 1 : NaN;
    }
  }
  return count;
}

/** False for names under which IPython keeps inputs and results, which depend on counts. */
export function isUsersName(name: string): boolean {
  return (
    (name[0] !== '_' && name !== 'In' && name !== 'Out') ||
    !/^(_+|_i{1,3}|_i?\d+|_[dois]h|In|Out)$/.test(name)
  );
}
