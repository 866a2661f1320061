// What the kernel's reports say of the names that executions bound, without IPython's own.
import type { Execution } from '../model';
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
    const { bound, rebound, changed = NONE, unchanged = NONE } = report;
    const isUntold = (name: string): boolean =>
      report.types?.[name] !== undefined &&
      report.values[name] === undefined &&
      !unchanged.includes(name) &&
      !bound.includes(name) &&
      !rebound.includes(name);
    const inPlace =
      grown.length + turned.length === 0
        ? NONE
        : [
            ...grown.filter(name => changed.includes(name)),
            ...(status === 'ok' ? turned.filter(isUntold) : NONE)
          ];
    const lists = [bound, rebound, inPlace];
    const known = this.newest.get(normalised);
    if (known && isJust(known, lists)) {
      return known;
    }
    const found = new Set(lists.flat().filter(isUsersName));
    this.newest.set(normalised, found);
    return found;
  }

  /** By normalised source, the names of its newest execution. */
  private readonly newest = new Map<string, ReadonlySet<string>>();
}

/** True when the lists, which share no name, hold just these names. */
function isJust(
  names: ReadonlySet<string>,
  lists: readonly (readonly string[])[]
): boolean {
  let count = 0;
  for (const list of lists) {
    for (const name of list) {
      if (isUsersName(name)) {
        count += 1;
        if (!names.has(name)) {
          return false;
        }
      }
    }
  }
  return count === names.size;
}

/** False for names under which IPython keeps inputs and results, which depend on counts. */
export function isUsersName(name: string): boolean {
  return (
    (name[0] !== '_' && name !== 'In' && name !== 'Out') ||
    !/^(_+|_i{1,3}|_i?\d+|_[dois]h|In|Out)$/.test(name)
  );
}
