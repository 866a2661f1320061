// What functions and methods of a cell give back, as far as the order of sets goes.

import { resultName } from '../../held-name';

import type { Kind, Names } from './names';

/** Collects it while a cell is searched. */
export class Results {
  /** A function is searched to its end, or, after a dot, a method; `given` is what its `return` statements do. */
  give(callee: string, given: readonly (Kind | null)[], { own }: Names): void {
    const name = resultName(callee);
    own.set(name, resultOf(given));
    this.given.set(name, given);
  }

  /** The cell is searched to its end: by now it is known what attributes hold. */
  settle({ own }: Names): void {
    for (const [name, given] of this.given) {
      const kinds = given.map(kind =>
        kind?.kind === 'name' ? (own.get(kind.name) ?? null) : kind
      );
      own.set(name, resultOf(kinds));
    }
  }

  /** By the name of the result. */
  private readonly given = new Map<string, readonly (Kind | null)[]>();
}

/** What calls of a function give: a set, where one of its statements gives one. */
function resultOf(given: readonly (Kind | null)[]): Kind | null {
  return (
    given.find(kind => kind?.kind === 'set') ??
    given.find(kind => kind !== null && kind.kind !== 'name') ??
    null
  );
}
