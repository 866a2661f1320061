// Names that what a cell calls sets before anybody reads them: what they stood for does not count.
import type { Touch } from '../analysis';
import type { BodiesOf, Reached } from './reach';
import type { Carried, Prepared } from './prepared';

type Names = ReadonlySet<string>;

/** What runs where an instance is made. */
const MAKERS = new Set(['__init__', '__new__', '__post_init__']);

/** Tells of a name whether the cell gets to it only after a body that it calls has bound it. */
export function resetNames(
  prepared: Prepared,
  bodiesOf: BodiesOf
): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return name => {
    const isReset =
      known.get(name) ?? !new Need(name, bodiesOf).isMet(prepared);
    known.set(name, isReset);
    return isReset;
  };
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

/** Names of the notebook that bodies bind which run. */
export function boundByBodies({ bodies }: Reached): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { definition } of bodies.keys()) {
    definition.bindings.forEach(name => found.add(name));
  }
  return found;
}
