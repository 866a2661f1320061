// Collects where the orders of sets are met in a cell.

import type { Effect } from '../../effect';
import { calleeOfResult, UNTOLD } from '../../held-name';

import type { Syntax } from '../syntax';
import type { Kept } from './loops';
import type { Kind } from './names';
import type { Around } from './recursion';
import { nodesIn, textOf } from '../syntax-words';

/** What an order hangs on, and where it goes: see `Effect`. */
export type SetOrder = Pick<
  Effect,
  'ifSet' | 'ifTexts' | 'isInValues' | 'isGiven' | 'isHere'
>;

/** What a loop at the margin does with the order of its turns, and where it stands. */
export type LoopOrder = Kept & { readonly from: number; readonly to: number };

/** A loop over what may be a set. */
export type LoopNote = {
  readonly node: Syntax;
  /** What is gone through. */
  readonly gone: Syntax;
  /** Names that its targets bind. */
  readonly bound: readonly string[];
  readonly kept: Kept;
  /** True in a function or a class. */
  readonly isInside: boolean;
  /** The function around it. */
  readonly around: Around | null;
};

/** Grows while a cell is searched. */
export class Notes {
  constructor(
    private readonly source: string,
    private readonly root: Syntax
  ) {}

  /** An expression is gone through, if it is a set. */
  note(node: Syntax | undefined, kind: Kind | null, isInValues: boolean): void {
    const isFound = kind?.kind === 'set' || kind?.kind === 'name';
    if (!node || !isFound || this.isUnseen) {
      return;
    }
    const hangs =
      kind.kind === 'name'
        ? [{ ifSet: kind.name }]
        : this.textsOf(kind.ifTexts);
    const orders = hangs.map(one => ({
      ...one,
      ...(isInValues && { isInValues }),
      ...(this.isGivenHere && { isGiven: true })
    }));
    if (orders.length > 0) {
      this.uses.set(node, [...(this.uses.get(node) ?? []), ...orders]);
    }
  }

  /** A loop goes through it; what nobody names outside of the loop is left to nobody. True where its order is met. */
  noteLoop(
    { node, gone, bound, kept, isInside, around }: LoopNote,
    kind: Kind | null
  ): boolean {
    const { isShown, arranged, picked } = kept;
    if (!isInside) {
      this.loops.set(gone.from, { ...kept, from: node.from, to: node.to });
    }
    const isNamed = (name: string): boolean =>
      around?.parameters.has(name) || this.isNamedOutside(name, node);
    const left = isInside
      ? [...picked].filter(isNamed)
      : [...picked].filter(name => !bound.includes(name) || isNamed(name));
    const isArranged = isInside
      ? [...arranged].some(isNamed)
      : arranged.size > 0;
    if (isShown || isArranged) {
      this.note(gone, kind, false);
    }
    if (left.length > 0 || (!isInside && kind?.kind === 'set')) {
      this.note(gone, kind, true);
    }
    return isShown || isArranged || left.length > 0;
  }

  /**
   * Names what holds elements of a set that nothing else tells of, while `look` finds the places where its order is met; null
   * for nothing.
   */
  during(witness: string | null, look: () => void): void {
    const before = this.witness;
    this.witness = witness;
    look();
    this.witness = before;
  }

  /** While `look` finds them, nobody looks at more than whether they are as somebody expects. */
  unseen(look: () => void): void {
    const before = this.isUnseen;
    this.isUnseen = true;
    look();
    this.isUnseen = before;
  }

  /** While `look` finds them, they are in a function: `isGiven` as of `Effect`. */
  inFunction(isGiven: () => boolean, look: () => void): void {
    const before = this.isGiven;
    this.isGiven = isGiven;
    look();
    this.isGiven = before;
  }

  /** True in a function that shows nothing but what it gives. */
  get isGivenHere(): boolean {
    return this.isGiven();
  }

  /** True where nobody looks at more than whether things are as somebody expects. */
  get isUnseenHere(): boolean {
    return this.isUnseen;
  }

  /** Nothing where nobody could ever tell; of what a function gives back, what is made of it may tell as well. */
  private textsOf(name: string | null): readonly SetOrder[] {
    const { witness } = this;
    const isOpen = name === UNTOLD || (name && calleeOfResult(name) !== null);
    return [
      ...(name === UNTOLD ? [] : [{ ifTexts: name ?? undefined }]),
      ...(isOpen && witness !== null ? [{ ifTexts: witness }] : [])
    ];
  }

  /** True where the cell looks at it behind a loop, or in the next turn of a loop around that. */
  private isNamedOutside(name: string, { from, to }: Syntax): boolean {
    this.places ??= placesOfNames(this.source, this.root);
    const around = this.places.loops.find(
      loop => loop.from < from && to <= loop.to
    );
    return (this.places.names.get(name) ?? []).some(
      at => at >= to || (around && at > around.from && at < from)
    );
  }

  /** By the expression that is gone through. */
  readonly uses = new Map<Syntax, readonly SetOrder[]>();
  /** Loops by the offset of what they go through. */
  readonly loops = new Map<number, LoopOrder>();
  private places: Places | null = null;
  private witness: string | null = null;
  private isGiven = (): boolean => false;
  private isUnseen = false;
}

/** By name, where it stands, and loops, those around before those in them. */
type Places = {
  readonly names: ReadonlyMap<string, readonly number[]>;
  readonly loops: readonly Syntax[];
};

function placesOfNames(source: string, root: Syntax): Places {
  const names = new Map<string, number[]>();
  const loops: Syntax[] = [];
  for (const node of nodesIn(root)) {
    if (node.name === 'VariableName') {
      const name = textOf(source, node);
      const places = names.get(name);
      if (places) {
        places.push(node.from);
      } else {
        names.set(name, [node.from]);
      }
    } else if (node.name === 'ForStatement' || node.name === 'WhileStatement') {
      loops.push(node);
    }
  }
  return { names, loops };
}
