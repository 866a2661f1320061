// Seeds that are another number each time: times, and what the system draws.

import { calleeOf } from './callees';
import { functionRule } from './knowledge';
import { nodesIn } from './syntax-words';
import type { Syntax } from './syntax';
import type { Walk } from './walk';

/** True where one of the arguments of a call is made of such a number; the day alone stays the same for a while. */
export function isSeededByChance(
  walk: Walk,
  seeds: readonly Syntax[]
): boolean {
  return seeds
    .flatMap(nodesIn)
    .some(node => node.name === 'CallExpression' && isOther(walk, node));
}

/** True for a call that gives something else each time. */
function isOther(walk: Walk, { children: [target] }: Syntax): boolean {
  const dotted = target ? calleeOf(walk, target).dotted : null;
  const state =
    dotted === null || dotted === 'datetime.date.today'
      ? undefined
      : functionRule(dotted)?.effect?.state;
  return state === 'clock' || state === 'entropy';
}
