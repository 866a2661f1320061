// Names that what a cell calls sets before anybody reads them: what they stood for does not count.
import type { Touch } from '../analysis';
import type { BodiesOf, Reached } from './reach';
import type { Carried, Prepared } from './prepared';

type Names = ReadonlySet<string>;

/** What runs where an instance is made. */
const MAKERS = new Set(['__init__', '__new__', '__post_init__']);

/** Names that one cell gets to only after a body that it calls has bound them. */
export class ResetNames {
  constructor(
    private readonly prepared: Prepared,
    private readonly bodiesOf: BodiesOf
  ) {}

  /** True for such a name; `reached` are the bodies that run, of which the first answer keeps what they bind. */
  has(name: string, { bodies }: Reached): boolean {
    this.bound ??= new Set(
      [...bodies.keys()].flatMap(({ definition }) => definition.bindings)
    );
    return this.bound.has(name) && this.isReset(name);
  }

  private isReset(name: string): boolean {
    const isReset =
      this.known.get(name) ??
      !new Need(name, this.bodiesOf).isMet(this.prepared);
    this.known.set(name, isReset);
    return isReset;
  }

  private bound: Names | null = null;
  private readonly known = new Map<string, boolean>();
}

/** Looks for a way from a cell to what a name stood for before. */
class Need {
  constructor(
    private readonly name: string,
    private readonly bodiesOf: BodiesOf
  ) {}

  isMet({ reads, calls, builtins, bases, updates }: Prepared): boolean {
    const names = [...calls, ...builtins, ...bases];
    return (
      updates.some(({ name }) => name === this.name) ||
      reads.some(
        ({ name }) => name === this.name || this.isBehind(name, new Set())
      ) ||
      names.some(name => this.isBehind(name, new Set()))
    );
  }

  /** `set`: names that were bound on the way, so that what they stood for does not count. */
  private isBehind(name: string, set: Names): boolean {
    return this.bodiesOf(name).some(
      carried =>
        this.enters(carried, set) &&
        this.isIn(carried.definition.touches, set, !carried.isClass)
    );
  }

  /** False for a body that was looked through when no more was bound than now. */
  private enters(carried: Carried, set: Names): boolean {
    const before = this.entered.get(carried) ?? [];
    if (before.some(less => [...less].every(name => set.has(name)))) {
      return false;
    }
    this.entered.set(carried, [...before, set]);
    return true;
  }

  /** `isOne`: the touches are of one body, which runs from its beginning. */
  private isIn(
    touches: readonly Touch[] | undefined,
    set: Names,
    isOne: boolean
  ): boolean {
    let bound = set;
    for (const { kind, name } of touches ?? []) {
      if (kind === 'read' && !bound.has(name)) {
        if (name === this.name || this.isInside(name, bound)) {
          return true;
        }
      } else if (kind === 'set' && isOne) {
        if (name === this.name) {
          return false;
        }
        bound = new Set([...bound, name]);
      }
    }
    return touches === undefined;
  }

  /** A body makes instances of a class that it names; whose methods run is told by who has them. */
  private isInside(name: string, set: Names): boolean {
    return this.bodiesOf(name).some(carried =>
      isPlainClass(carried)
        ? carried.methods?.some(
            ({ definition }) =>
              MAKERS.has(definition.name) &&
              this.isIn(definition.touches, set, true)
          )
        : this.isBehind(name, set)
    );
  }

  private readonly entered = new Map<Carried, readonly Names[]>();
}

function isPlainClass({ isClass, isInstance, methods }: Carried): boolean {
  return isClass && isInstance !== true && methods !== null;
}
