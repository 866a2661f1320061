// Values on their way into callables: who hands what to whom.

import { accessOf, partOf } from './access';
import type { Arguments } from './arguments';
import type { Callee } from './callees';
import type { HandEvent } from './scope';
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
  const hand = (value: Omit<HandEvent, 'type' | 'callee' | 'method'>): void =>
    emit(walk, { type: 'hand', callee, method, ...value });
  if (method !== null) {
    hand({ name: callee, path: null, place: 0, range: rangeOf(root) });
  }
  const first = method === null ? 0 : 1;
  const places: (readonly [number | string, Arguments['all'][number]])[] = [
    ...given.positional.map((node, index) => [first + index, node] as const),
    ...given.keywords
  ];
  for (const [place, node] of places) {
    const value = accessOf(walk, node);
    if (value.root.name === 'VariableName') {
      const name = textOf(walk, value.root);
      const path = partOf(walk, value.steps);
      hand({ name, path, place, range: rangeOf(value.root) });
    }
  }
}
