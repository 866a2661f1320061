// What operations on sets give, as far as the order of sets goes.

import type { HeldKind } from '../../effect';
import { UNTOLD } from '../../held-name';

import type { Syntax } from '../syntax';
import { callOf } from '../syntax-words';
import { as, isOneAtMost } from './held';
import { elementOf, type Kind } from './names';

/** Tells what an expression is. */
type KindOf = (node: Syntax | undefined) => Kind | null;

/** What the sign makes of both sides; null where nothing is known. */
export function kindOfSets(
  source: string,
  sign: string,
  [left, right]: readonly [Syntax | undefined, Syntax | undefined],
  kindOf: KindOf
): Kind | null {
  const [one, other] = [left, right].map(side => asSet(source, side, kindOf));
  if (sign === '&' && (isOneAtMost(left) || isOneAtMost(right))) {
    return null;
  }
  const isEither = sign === '|' || sign === '^';
  const first = kindOf(left);
  if (first?.kind === 'name' && !(isEither && other)) {
    return first;
  }
  return isEither && other && (!one || one.ifTexts === UNTOLD)
    ? other
    : sign === '&' && !first
      ? (one ?? other ?? null)
      : (one ?? null);
}

/** The keys of a dictionary are one, too, under a name as well: of all that holds texts, only these take such a sign. */
function asSet(
  source: string,
  side: Syntax | undefined,
  kindOf: KindOf
): HeldKind | null {
  const call = callOf(source, side);
  if (call?.owner && /^(?:keys|items)$/.test(call.word)) {
    const whole = kindOf(call.owner);
    return whole?.kind === 'keys' || whole?.kind === 'name'
      ? as('set', elementOf(whole))
      : null;
  }
  const kind = kindOf(side);
  return kind?.kind === 'set' || kind?.kind === 'texts'
    ? as('set', kind)
    : null;
}
