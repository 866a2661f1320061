// What a loop or a clause of a comprehension goes through, below `enumerate`, `list` and the like.

import type { Syntax } from '../syntax';
import { boundBy, callOf, mentions } from '../syntax-words';
import { isOfIterators, ITERATORS } from './iterators';

/** What is gone through, and the targets that stand for the place of an element. */
export type GoneThrough = {
  readonly gone: readonly Syntax[];
  readonly places: readonly string[];
};

const UNWRAPPED = /^(?:list|tuple|iter|reversed|enumerate|zip|tqdm)$/;
const PLACING = /^(?:enumerate|zip)$/;

/** The head of a `for` statement. */
export type Head = GoneThrough & {
  readonly targets: readonly Syntax[];
  readonly iterated: Syntax | undefined;
};

/** Takes it apart. */
export function headOf(source: string, { children }: Syntax): Head {
  const split = children.findIndex(({ name }) => name === 'in');
  const [iterated] = children.slice(split + 1);
  const targets = children.slice(1, split).filter(({ name }) => name !== ',');
  return { targets, iterated, ...goneThrough(source, iterated, targets) };
}

/** The clause of a comprehension that goes through the part at a place. */
export function clauseOf(
  source: string,
  parts: readonly Syntax[],
  at: number
): GoneThrough & {
  /** True where what is made of an element hangs on its place. */
  readonly isPlaced: boolean;
} {
  const before = parts.slice(0, at);
  const begin = before.map(({ name }) => name).lastIndexOf('for');
  const targets = before
    .slice(begin + 1, -1)
    .filter(({ name }) => name !== ',');
  const found = goneThrough(source, parts[at], targets);
  const named = new Set(found.places);
  const isPlaced =
    named.size > 0 &&
    parts
      .slice(
        0,
        parts.findIndex(({ name }) => name === 'for')
      )
      .some(element => mentions(source, element, named));
  return { ...found, isPlaced };
}

/** Of `enumerate(list(a))` it is `a`, and the first target is a place. */
function goneThrough(
  source: string,
  iterated: Syntax | undefined,
  targets: readonly Syntax[]
): GoneThrough {
  const call = callOf(source, iterated);
  const isUnwrapped =
    call?.owner === null
      ? UNWRAPPED.test(call.word) || ITERATORS.has(call.word)
      : call !== null && isOfIterators(source, call);
  if (!iterated || !call || !isUnwrapped) {
    return { gone: iterated ? [iterated] : [], places: [] };
  }
  const { word, given } = call;
  const inner = given.flatMap(one => goneThrough(source, one, []).gone);
  const isNumbered = word === 'enumerate';
  const [first] = targets;
  const parts =
    targets.length === 1 && first?.name === 'TupleExpression'
      ? first.children.filter(({ name }) => /\w/.test(name))
      : targets;
  const placed = isNumbered ? parts.slice(0, 1) : parts;
  const isPlacing = PLACING.test(word) && parts.length > 1;
  return {
    gone: isNumbered ? inner.slice(0, 1) : inner,
    places: isPlacing ? boundBy(source, placed) : []
  };
}
