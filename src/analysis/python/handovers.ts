// Values on their way into callables: who hands what to whom.

import { accessOf, partOf, type Access } from './access';
import type { Arguments } from './arguments';
import type { Callee } from './callees';
import type { Syntax } from './syntax';
import { emit, rangeOf, textOf, type Walk } from './walk';

/** Tells what a call hands to a callable or to a method of a named value. */
export function handOver(
  walk: Walk,
  { root, owner, method, dotted }: Callee,
  given: Arguments
): void {
  if (root.name !== 'VariableName' || owner.length > 0 || dotted !== null) {
    return;
  }
  const callee = textOf(walk, root);
  const hand = (
    place: number | string,
    { root: value, steps }: Access
  ): void => {
    const name = textOf(walk, value);
    const path = partOf(walk, steps);
    const range = rangeOf(value);
    emit(walk, { type: 'hand', callee, method, name, path, place, range });
  };
  if (method !== null) {
    hand(0, { root, steps: owner });
  }
  const first = method === null ? 0 : 1;
  const handValue = (place: number | string, node: Syntax): void => {
    const value = accessOf(walk, node);
    if (value.root.name === 'VariableName') {
      hand(place, value);
    }
  };
  given.positional.forEach((node, index) => handValue(first + index, node));
  given.keywords.forEach((node, word) => handValue(word, node));
}
