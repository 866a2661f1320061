// Sources that ran, for what never ran under the names that it has now: what the kernel told of the one holds for the other.
import type { Prepared } from './prepared';

/** Sources of which the kernel told something. */
export class Kin {
  /** Notes a source that ran. */
  note(prepared: Prepared): void {
    const { normalised, form } = prepared;
    if (this.ran.has(normalised)) {
      return;
    }
    this.ran.add(normalised);
    const alike = this.byForm.get(form) ?? [];
    this.byForm.set(form, [...alike.slice(-MOST), prepared]);
  }

  /** The source itself, if it ran or nothing alike did; else the one of its form that has most of its names. */
  of(prepared: Prepared): Prepared {
    const { normalised, form } = prepared;
    if (this.ran.has(normalised)) {
      return prepared;
    }
    let best = prepared;
    let most = -1;
    for (const one of this.byForm.get(form) ?? []) {
      const shared = one.roles.sharedWith(prepared.roles);
      if (shared >= most) {
        best = one;
        most = shared;
      }
    }
    return best;
  }

  private readonly ran = new Set<string>();
  private readonly byForm = new Map<string, readonly Prepared[]>();
}

/** Of sources that differ in names alone, so many of the newest are kept, and one more. */
const MOST = 7;

/** Names of one source as another of the same form calls them. */
export function translatedNames(
  names: Iterable<string>,
  from: Prepared,
  to: Prepared
): Set<string> {
  const translated = new Set<string>();
  for (const name of names) {
    translated.add(to.roles.translated(name, from.roles));
  }
  return translated;
}
