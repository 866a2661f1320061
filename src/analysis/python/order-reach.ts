// Which names hang on the order of a set, and whether what the cell shows does.

import { BEHIND_CALLS, type Effect } from '../effect';

import type { SetOrders } from './set-order';
import type { Step } from './steps';

const SHOWING = new Set(['print', 'display', 'pprint']);

/** Follows an order from the step that meets it through those that run after it. */
export function reachOf(
  steps: readonly Step[],
  own: Step,
  { range, isInValues = false }: Effect,
  { loops, looks: looksOf }: SetOrders
): Required<Pick<Effect, 'into' | 'staysInside'>> {
  const looks = looksOf();
  const loop = loops.get(range.from);
  const reached = new Set<string>();
  const reach = ({ targets, unknown }: Step): void => {
    targets.forEach(name => reached.add(name));
    if (unknown.length > 0) {
      reached.add(BEHIND_CALLS);
    }
  };
  const isQuiet = ({ at, reads }: Step): boolean =>
    looks.quiet.has(at) && !reads.some(name => SHOWING.has(name));
  const sees = ({ reads, readAt }: Step): boolean =>
    reads.some((name, index) => {
      const look = looks.at.get(readAt[index] ?? -1);
      const isBlind = look === 'form' || (look === 'members' && !isInValues);
      return reached.has(name) && !isBlind && !looks.sorted.has(name);
    });
  let isShown = false;
  if (loop) {
    isShown = loop.isShown && !isInValues;
    (isInValues ? loop.picked : loop.arranged).forEach(name =>
      reached.add(name)
    );
  } else {
    isShown = !isQuiet(own);
    reach(own);
  }
  for (const step of behind(steps, loop?.to ?? own.at + 1, own, looks.turns)) {
    if (sees(step)) {
      isShown ||= step.unknown.length > 0 || !isQuiet(step);
      reach(step);
    } else {
      looks.renews.get(step.at)?.forEach(name => reached.delete(name));
    }
  }
  const into = [...reached].filter(name => !looks.sorted.has(name)).sort();
  return { into, staysInside: !isShown };
}

/** The steps that run after a place: in a loop around, the next turn of it as well. */
function behind(
  steps: readonly Step[],
  place: number,
  own: Step,
  turns: ReturnType<SetOrders['looks']>['turns']
): readonly Step[] {
  const after = steps.filter(({ at }) => at >= place);
  const around = turns.find(({ from, to }) => from < own.at && own.at < to);
  const again = around
    ? steps.filter(({ at }) => at > around.from && at < own.at)
    : [];
  const inside = after.filter(({ at }) => around && at < around.to);
  return [...inside, ...again, ...after];
}
