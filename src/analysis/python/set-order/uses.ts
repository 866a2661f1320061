// Where code goes through a set so that the order of its elements shows, or stays in what is made of it.

import type { HeldKind } from '../../effect';

import { once } from '../once';
import type { Syntax } from '../syntax';
import { isResult } from './functions';
import { looksOf, type Looks } from './looks';
import type { Names } from './names';
import type { Notes, SetOrder } from './notes';
import { Search } from './search';

/** Where orders show, by the expression that is gone through, and what the names of the cell hold at its end. */
export type SetOrders = Pick<Notes, 'uses' | 'loops'> & {
  readonly held: ReadonlyMap<string, HeldKind>;
  /** Tells what the cell looks at, which is asked where an order shows. */
  readonly looks: () => Looks;
};

/** Finds them in the tree of a cell. */
export function setOrdersOf(source: string, root: Syntax): SetOrders {
  const search = new Search(source, root);
  const names: Names = { own: new Map(), around: null };
  search.visitCell(root, names);
  const held = new Map<string, HeldKind>();
  for (const [name, kind] of names.own) {
    if (kind && kind.kind !== 'name') {
      held.set(name, kind);
    } else if (kind && isResult(kind) && /^\w+$/.test(name)) {
      held.set(name, { kind: 'given', ifTexts: kind.name });
    }
  }
  const { loops } = search.notes;
  const uses = new Map<Syntax, readonly SetOrder[]>();
  for (const [node, orders] of search.notes.uses) {
    uses.set(node, search.calls.withCalls(orders));
  }
  return { uses, held, loops, looks: once(() => looksOf(source, root)) };
}
