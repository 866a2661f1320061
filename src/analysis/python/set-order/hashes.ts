// Hashes that code asks for: those of texts, and of what holds texts, are others in each process.

import type { Syntax } from '../syntax';
import { callOf, textOf, type Call } from '../syntax-words';

import type { Kind } from './names';

/** The method that gives a hash. */
export const HASH = '__hash__';

/** What `hash(x)` and `x.__hash__()` are asked of; undefined for any other call. */
export function hashedBy({ word, owner, given }: Call): Syntax | undefined {
  if (owner) {
    return word === HASH && given.length === 0 ? owner : undefined;
  }
  return word === 'hash' && given.length === 1 ? given[0] : undefined;
}

/** A hash varies as the order of a set of the texts does. */
export function kindOfHashed(kind: Kind | null): Kind | null {
  switch (kind?.kind) {
    case 'name':
      return { kind: 'set', ifTexts: kind.name };
    case 'text':
    case 'texts':
    case 'set':
      return { kind: 'set', ifTexts: kind.ifTexts };
    default:
      return null;
  }
}

/** True for two hashes of which nobody sees more than whether they are equal. */
export function comparesHashes(source: string, { children }: Syntax): boolean {
  const [left, sign, right] = children;
  const isHash = (side: Syntax | undefined): boolean => {
    const call = callOf(source, side);
    return call !== null && hashedBy(call) !== undefined;
  };
  return (
    sign !== undefined &&
    /^[=!]=$/.test(textOf(source, sign)) &&
    isHash(left) &&
    isHash(right)
  );
}
