// Notes what a source looks at while it is walked, so that it need not be walked again where all of that is as it was.
import { isSameCode } from './carried';
import { FOG } from './fog';
import type { Carried, Prepared, PreparedUpdate } from './prepared';
import type { Sight } from './prepared-reads';
import type { Version } from './version';

/** What decides how a walk goes on that asks for a name: what made its value, and what runs when somebody calls it. */
type Asked = {
  readonly maker: Prepared;
  readonly carried: readonly Carried[];
};

/** A name with what it was bound to when it was asked for first; null where it was not. */
export type Named = { readonly name: string; readonly then: Asked | null };

/** A sight that became a read. */
export type Seen = {
  readonly sight: Sight;
  /** Of its name among those that were asked for. */
  readonly place: number;
  readonly isBound: boolean;
};

/** An update of which it was asked whether it counts. */
type Counted = { readonly update: PreparedUpdate; readonly counts: boolean };

/** All that one walk looked at. */
export class Watch {
  /** Notes that the walk asked what a name is bound to. */
  noteName(name: string, version: Version | undefined): void {
    if (!this.places.has(name)) {
      this.places.set(name, this.names.length);
      this.names.push({ name, then: version ? askedFor(version) : null });
      this.isLost ||=
        version !== undefined &&
        (name === FOG || version.carried.some(isOfOneStep));
    }
  }

  /** Notes a sight that became a read. */
  noteSight(sight: Sight, version: Version | null): void {
    const { name } = sight;
    this.noteName(name, version ?? undefined);
    const place = this.places.get(name) ?? 0;
    this.sights.push({ sight, place, isBound: version !== null });
  }

  /** Notes whether an update counts. */
  noteCount(update: PreparedUpdate, counts: boolean): void {
    this.counted.push({ update, counts });
  }

  /** The walk asks for something that nothing here can note. */
  lose(): void {
    this.isLost = true;
  }

  readonly names: Named[] = [];
  /** In the order of the reads. */
  readonly sights: Seen[] = [];
  readonly counted: Counted[] = [];
  /** True where not all that decided is among these. */
  isLost = false;
  /** Where each name stands among those that were asked for. */
  private readonly places = new Map<string, number>();
}

/** True where a walk that asks for a name goes on as it did when the name was bound to this. */
export function isAsBefore(
  then: Asked | null,
  now: Version | undefined
): boolean {
  return then && now
    ? then.maker === now.baseStep.prepared &&
        isSameCode(then.carried, now.carried)
    : then === null && now === undefined;
}

function askedFor({ baseStep, carried }: Version): Asked {
  return { maker: baseStep.prepared, carried };
}

/** True for a class: which step made it counts, and not its source alone. */
function isOfOneStep({ isClass, methods }: Carried): boolean {
  return isClass || methods !== null;
}
