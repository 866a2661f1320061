// Where code goes through a set so that the order of its elements shows, or stays in what is made of it.

import type { HeldKind } from '../../effect';
import type { HandedKind } from '../../handed-kind';

import { once } from '../once';
import type { Syntax } from '../syntax';
import { isResult } from './functions';
import { LocalValues } from './local-values';
import { looksOf, type Looks } from './looks';
import type { Kind, Names } from './names';
import type { Notes, SetOrder } from './notes';
import { Search } from './search';

/** How many functions are followed, each of which calls the next. */
const FARTHEST = 4;

/** Where orders show, by the expression that is gone through, and what the names of the cell hold at its end. */
export type SetOrders = Pick<Notes, 'uses' | 'loops'> & {
  readonly held: ReadonlyMap<string, HeldKind>;
  /** What it hands to functions of other cells. */
  readonly handed: readonly HandedKind[];
  /** Tells what the cell looks at, which is asked where an order shows. */
  readonly looks: () => Looks;
};

/** Finds them in the tree of a cell. */
export function setOrdersOf(source: string, root: Syntax): SetOrders {
  const looks = once(() => looksOf(source, root));
  const search = new Search(source, root, new LocalValues(source, looks));
  const names: Names = { own: new Map(), around: null };
  search.visitCell(root, names);
  const held = new Map<string, HeldKind>();
  for (const [name, kind] of names.own) {
    if (kind && kind.kind !== 'name') {
      held.set(name, kind);
    } else if (kind && isHanded(name, kind)) {
      held.set(name, { kind: 'given', ifTexts: kind.name });
    }
  }
  const { loops } = search.notes;
  return {
    uses: usesOf(search),
    held,
    handed: search.calls.handed(),
    loops,
    looks
  };
}

/** True for what counts under its own name: what a function gave, and what is kept under a key or as an attribute. */
function isHanded(name: string, kind: Kind): boolean {
  return /^\w+$/.test(name) ? isResult(kind) : /^\w*\.[\w*]+$/.test(name);
}

/** Orders where they are met, in the cell and in what it hands its own functions. */
function usesOf({ notes, calls }: Search): SetOrders['uses'] {
  const uses = new Map<Syntax, readonly SetOrder[]>();
  const add = (
    node: Syntax,
    orders: readonly SetOrder[],
    left: number
  ): void => {
    if (orders.length === 0 || left === 0) {
      return;
    }
    uses.set(node, [...(uses.get(node) ?? []), ...calls.withCalls(orders)]);
    calls
      .inBodies(orders)
      .forEach(made => add(made.node, made.orders, left - 1));
  };
  notes.uses.forEach((orders, node) => add(node, orders, FARTHEST));
  return uses;
}
