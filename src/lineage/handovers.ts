// What the callables of other cells do to the values that a step hands them.
import type { Handover, Inheritance, ReceivedUpdate } from '../analysis';
import { WHOLE, type Carried, type PreparedUpdate } from './prepared';

/** The changes that come of handovers; `bodiesOf` tells what stands behind a name when the step runs. */
export function changesByHandovers(
  handovers: readonly Handover[],
  bodiesOf: (name: string) => readonly Carried[]
): PreparedUpdate[] {
  const found: PreparedUpdate[] = [];
  const seen = new Set<string>();
  const pending = [...handovers];
  for (let hand = pending.pop(); hand; hand = pending.pop()) {
    const { callee, name, path } = hand;
    const bodies = callee === null ? [] : bodiesOf(callee);
    for (const body of bodies) {
      const id = [body.definition.name, hand.method, hand.place, name, path];
      if (seen.has(id.join('\n'))) {
        continue;
      }
      seen.add(id.join('\n'));
      const {
        received = [],
        handovers: inner = [],
        inherits
      } = body.definition;
      for (const one of received.filter(each => meets(body, hand, each))) {
        found.push(updateOf(hand, one));
      }
      for (const one of inner) {
        if (one.from && meets(body, hand, one.from)) {
          const callee = one.callee ?? (path === null ? name : null);
          pending.push({ ...one, callee, name, path: path ?? one.path });
        }
      }
      if (inherits && hand.method !== null) {
        pending.push(...inherited(hand, hand.method, inherits));
      }
    }
  }
  return found;
}

/** The same, handed to the classes that have the method where the object's own has none. */
function inherited(
  hand: Handover,
  method: string,
  { classes, own }: Inheritance
): readonly Handover[] {
  return own.includes(method)
    ? []
    : classes.map(callee => ({ ...hand, callee }));
}

/** A class that is called hands on to its `__init__`, behind the new instance. */
function meets(
  { isClass }: Carried,
  { method, place }: Handover,
  parameter: Pick<ReceivedUpdate, 'parameter' | 'place' | 'method'>
): boolean {
  const isMade = isClass && method === null;
  const wanted = isMade ? '__init__' : method;
  const position = isMade && typeof place === 'number' ? place + 1 : place;
  return (
    wanted === parameter.method &&
    (position === parameter.place || position === parameter.parameter)
  );
}

function updateOf(
  { name, path }: Handover,
  received: ReceivedUpdate
): PreparedUpdate {
  const isReplacement = path === null && received.isReplacement;
  const part = path ?? received.path ?? (isReplacement ? WHOLE : null);
  return { name, part, isReplacement, isSure: true };
}
