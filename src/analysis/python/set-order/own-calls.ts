// What a cell hands to its own functions, for the parameters on which orders hang.

import { heldName, partName, UNTOLD } from '../../held-name';

import { childNamed, type Syntax } from '../syntax';
import { textOf, wordOf, type Call } from '../syntax-words';
import type { Kind } from './names';
import type { SetOrder } from './notes';

/** What one call hands over, by position or by keyword. */
type Handed = (place: number, word: string) => Kind | null;

/** How many functions are followed from one to the next that hands it its parameter. */
const FARTHEST = 4;

/** Collects the calls of functions that a cell defines. */
export class OwnCalls {
  constructor(private readonly source: string) {}

  /** A function is defined; gives its name, and null for one that has none. */
  define(node: Syntax): string | null {
    const named =
      node.name === 'FunctionDefinition' && childNamed(node, 'VariableName');
    const name = named ? textOf(this.source, named) : null;
    if (name !== null) {
      this.calls.set(name, []);
    }
    return name;
  }

  /** A function is called; `kindOf` tells what arguments are. */
  note(
    { word, owner, list, given }: Call,
    kindOf: (node: Syntax | undefined) => Kind | null
  ): void {
    const known = owner === null ? this.calls.get(word) : undefined;
    if (!known || !list) {
      return;
    }
    const kinds: (Kind | null)[] = [];
    const words = new Map<string, Kind | null>();
    for (const value of given) {
      const word = wordOf(this.source, list, value);
      if (word === null) {
        kinds.push(kindOf(value));
      } else {
        words.set(word, kindOf(value));
      }
    }
    known.push((place, name) => words.get(name) ?? kinds[place] ?? null);
  }

  /** Orders that hang on parameters, and for each call of the cell the same, on what that hands over. */
  withCalls(orders: readonly SetOrder[], left = FARTHEST): readonly SetOrder[] {
    if (left === 0) {
      return orders;
    }
    return orders.flatMap(order => {
      const { parameterOf, base, part } = heldName(
        order.ifSet ?? order.ifTexts ?? UNTOLD
      );
      const calls = parameterOf ? this.calls.get(parameterOf.callee) : null;
      const made = (calls ?? []).flatMap(handed => {
        const kind = handed(parameterOf?.place ?? 0, base);
        return kind ? onKind({ ...order, isHere: true }, kind, part) : [];
      });
      return [order, ...this.withCalls(made, left - 1)];
    });
  }

  /** By name of the function. */
  private readonly calls = new Map<string, Handed[]>();
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
