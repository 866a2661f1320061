// What a cell hands to functions, for the parameters on which orders hang.

import type { HandedKind } from '../../handed-kind';
import { heldName, partName, UNTOLD } from '../../held-name';

import { builtinNames } from '../builtins';
import { childNamed, type Syntax } from '../syntax';
import { textOf, wordOf, type Call } from '../syntax-words';
import type { Kinds } from './kinds';
import type { Kind, Names } from './names';
import type { SetOrder } from './notes';

/** Where a call stands, and what becomes of what it gives. */
export type CallSite = {
  readonly node: Syntax;
  /** The function or method in whose body it stands; null at the margin, and in what has no name. */
  readonly within: string | null;
  /** True where that shows nothing, and changes nothing but values of its own. */
  readonly isGiven: boolean;
  /** True where nobody looks at the order of what the call gives. */
  readonly isOrderless: boolean;
  /** True where nobody looks at more than whether it is as somebody expects. */
  readonly isUnseen: boolean;
};

/** What one call hands over, by position or by keyword. */
type Handed = {
  readonly site: CallSite;
  readonly callee: string;
  readonly kinds: readonly (Kind | null)[];
  readonly words: ReadonlyMap<string, Kind | null>;
};

/** Orders that a call makes of those that hang on parameters. */
type MadeOrders = {
  readonly node: Syntax;
  readonly orders: readonly SetOrder[];
};

/** How many functions are followed from one to the next that hands it its parameter. */
const FARTHEST = 4;

/** True for a call of what may be a function of the notebook's. */
export function mayBeOwn({ word, owner, list }: Call): boolean {
  return owner === null && list !== undefined && !builtinNames.has(word);
}

/** Collects the calls of functions that a cell makes. */
export class OwnCalls {
  constructor(
    private readonly source: string,
    private readonly kinds: Kinds
  ) {}

  /** A function or a class is defined; gives its name, and null for one that has none. */
  define(node: Syntax): string | null {
    const named =
      node.name !== 'LambdaExpression' && childNamed(node, 'VariableName');
    const name = named ? textOf(this.source, named) : null;
    if (name !== null) {
      this.calls.set(name, []);
    }
    return name;
  }

  /** A function is called that may be the notebook's; `names` are those around the call. */
  note(
    { word: callee, list, given }: Call,
    names: Names,
    site: CallSite
  ): void {
    const known = site.within === null && this.calls.get(callee);
    if (!known && site.isUnseen) {
      return;
    }
    const kinds: (Kind | null)[] = [];
    const words = new Map<string, Kind | null>();
    for (const value of given) {
      const word = wordOf(this.source, list, value);
      const kind =
        known || isMade(site, value) ? this.kinds.of(value, names) : null;
      if (word === null) {
        kinds.push(kind);
      } else {
        words.set(word, kind);
      }
    }
    (known || this.others).push({ site, callee, kinds, words });
  }

  /** Orders that hang on parameters, and for each call of the cell the same, on what that hands over. */
  withCalls(orders: readonly SetOrder[], left = FARTHEST): readonly SetOrder[] {
    if (left === 0 || this.calls.size === 0) {
      return orders;
    }
    return orders.flatMap(order => {
      const { parameterOf, base, part } = heldName(
        order.ifSet ?? order.ifTexts ?? UNTOLD
      );
      const calls = parameterOf ? this.calls.get(parameterOf.callee) : null;
      const made = (calls ?? []).flatMap(handed => {
        const kind = kindAt(handed, parameterOf?.place ?? 0, base);
        return kind ? onKind({ ...order, isHere: true }, kind, part) : [];
      });
      return [order, ...this.withCalls(made, left - 1)];
    });
  }

  /** The same for calls in bodies of the cell, where whoever runs these meets the order. */
  inBodies(orders: readonly SetOrder[]): readonly MadeOrders[] {
    if (this.others.length === 0) {
      return [];
    }
    return orders.flatMap(order => {
      const { parameterOf, base, part } = heldName(
        order.ifSet ?? order.ifTexts ?? UNTOLD
      );
      return this.others.flatMap(handed => {
        const { node, isOrderless, isGiven } = handed.site;
        const isMet = !isOrderless || order.isInValues === true;
        const isMeant = isMet && parameterOf?.callee === handed.callee;
        const kind = isMeant ? kindAt(handed, parameterOf.place, base) : null;
        const { isGiven: wasGiven, ...rest } = order;
        const met = wasGiven && isGiven ? { ...rest, isGiven } : rest;
        return kind ? [{ node, orders: onKind(met, kind, part) }] : [];
      });
    });
  }

  /** What the cell hands to functions that others define. */
  handed(): readonly HandedKind[] {
    return this.others
      .filter(
        ({ callee, site }) => !site.isOrderless && !this.calls.has(callee)
      )
      .flatMap(({ site: { within, isGiven }, callee, kinds, words }) =>
        [...kinds.entries(), ...words].flatMap(([place, kind]) =>
          kind ? [{ within, isGiven, callee, place, kind: heldOf(kind) }] : []
        )
      );
  }

  /** Calls at the margin, by name of the function of the cell. */
  private readonly calls = new Map<string, Handed[]>();
  /** Calls in bodies, and of functions of other cells. */
  private readonly others: Handed[] = [];
}

/** True for what has no name that tells of it by itself. */
function isMade({ within }: CallSite, value: Syntax): boolean {
  return (
    within !== null || !/^(?:VariableName|MemberExpression)$/.test(value.name)
  );
}

function kindAt(
  { kinds, words }: Handed,
  place: number,
  word: string
): Kind | null {
  return words.get(word) ?? kinds[place] ?? null;
}

function heldOf(kind: Kind): HandedKind['kind'] {
  return kind.kind === 'name' ? { kind: 'given', ifTexts: kind.name } : kind;
}

/** The order, where a value of this kind stands for the parameter, or has the part that the order hangs on. */
function onKind(
  { ifSet, ifTexts: _, ...order }: SetOrder,
  kind: Kind,
  part: string | null
): readonly SetOrder[] {
  if (kind.kind === 'name') {
    const name = part === null ? kind.name : partName(kind.name, part);
    return name === null
      ? []
      : [
          {
            ...order,
            ...(ifSet === undefined ? { ifTexts: name } : { ifSet: name })
          }
        ];
  }
  const isMeant = part === null && (ifSet === undefined || kind.kind === 'set');
  return isMeant && kind.ifTexts !== UNTOLD
    ? [{ ...order, ...(kind.ifTexts !== null && { ifTexts: kind.ifTexts }) }]
    : [];
}
