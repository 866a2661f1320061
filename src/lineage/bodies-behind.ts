// The bodies of functions and classes behind the names that one source calls and reads, under either policy.
import { NONE } from './nothing';
import type { Carried, Prepared } from './prepared';
import { reach, type BodiesOf, type Reached } from './reach';
import { allBodies } from './sound-reads';
import type { World } from './world';

/** Finds what runs; `evaluated` are names in texts that the code evaluates. */
export class BodiesBehind {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared
  ) {}

  /** What a name carries: what the source itself defines goes first. */
  readonly bodiesOf: BodiesOf = name => {
    const own = this.prepared.definitions.get(name);
    return own ? [own] : (this.world.get(name)?.carried ?? NONE);
  };

  /** What a forecast counts: of classes the parts that are needed. Null where nothing runs, and where a slice asks. */
  reach(evaluated: readonly string[]): Reached | null {
    return this.world.policy === 'precise' && this.isAny(evaluated)
      ? reach(this.prepared, this.bodiesOf, evaluated)
      : null;
  }

  /** What a slice counts: classes as a whole; each with true where the code means it. Null where nothing runs. */
  all(evaluated: readonly string[]): ReadonlyMap<Carried, boolean> | null {
    return this.isAny(evaluated)
      ? allBodies(this.world, this.prepared, this.bodiesOf, evaluated)
      : null;
  }

  private isAny(evaluated: readonly string[]): boolean {
    return this.isBodyIn(this.prepared.open) || this.isBodyIn(evaluated);
  }

  private isBodyIn(names: readonly string[]): boolean {
    for (const name of names) {
      if (this.isBody(name)) {
        return true;
      }
    }
    return false;
  }

  private isBody(name: string): boolean {
    return (
      this.prepared.definitions.has(name) ||
      (this.world.get(name)?.carried.length ?? 0) > 0
    );
  }
}
