// The statements of a cell as steps: what each reads, changes and takes from outside, to tell where chance ends up.

import { BEHIND_CALLS, type Effect } from '../effect';

import { reachOf } from './order-reach';
import type { SetOrders } from './set-order';

/** One statement, or the head of a compound one. */
export type Step = {
  /** Where it begins. */
  readonly at: number;
  readonly reads: string[];
  /** For each of them, where it stands. */
  readonly readAt: number[];
  /** Names that it binds, or surely changes. */
  readonly targets: string[];
  /** Names of values that it may change in place, surely or not. */
  readonly touched: string[];
  /** What it calls that nobody knows: dotted names; empty for what has none. */
  readonly unknown: string[];
  /** Places of its effects among those of the cell. */
  readonly effects: number[];
};

/** The steps so far; never empty. */
export type Steps = { readonly all: Step[]; current: Step };

/** No statement yet. */
export function noSteps(): Steps {
  const current = stepAt(0);
  return { all: [current], current };
}

/** A statement starts. */
export function startStep(steps: Steps, at: number): void {
  steps.current = stepAt(at);
  steps.all.push(steps.current);
}

function stepAt(at: number): Step {
  return {
    at,
    reads: [],
    readAt: [],
    targets: [],
    touched: [],
    unknown: [],
    effects: []
  };
}

/** Whether and how often the steps after the one at `head` run hangs on that one. */
export function governs({ all }: Steps, head: number): void {
  const step = all[head];
  for (const inner of all.slice(head + 1)) {
    step?.targets.push(...inner.targets);
  }
}

/** The effects, each with the names that hang on it; without orders of what functions give back that nobody looks at. */
export function withTargets(
  effects: readonly Effect[],
  { steps: { all }, givenAt }: TargetFacts,
  orders: SetOrders
): readonly Effect[] {
  const owners = ownersOf(all);
  return effects.flatMap((effect, index) => {
    const own = owners[index];
    if (effect.state === 'hash-order' && effect.into === undefined) {
      const at = givenAt.get(index);
      if (at !== undefined && isUnseen(effect, at, orders)) {
        return [];
      }
      return own ? { ...effect, ...reachOf(all, own, effect, orders) } : effect;
    }
    const isOpen = effect.into === undefined && reachesValues(effect);
    const told =
      isOpen && own ? { ...effect, into: reachedFrom(all, own) } : effect;
    return isSeed(effect) && isLast(all, effects, index)
      ? { ...told, isLast: true }
      : told;
  });
}

/** By the place of an effect, the first step that has it. */
function ownersOf(steps: readonly Step[]): readonly (Step | undefined)[] {
  const owners: (Step | undefined)[] = [];
  for (const step of steps) {
    for (const index of step.effects) {
      owners[index] ??= step;
    }
  }
  return owners;
}

/** What is found of a cell that tells what hangs on effects. */
type TargetFacts = {
  readonly steps: Steps;
  readonly givenAt: ReadonlyMap<number, number>;
};

/** True where whoever calls the function looks at nothing of what it gives on which the order tells. */
function isUnseen(
  { isInValues }: Effect,
  at: number,
  { looks }: SetOrders
): boolean {
  const look = looks().calls.get(at);
  return look === 'form' || (look === 'members' && isInValues !== true);
}

function isSeed({ state, action }: Effect): boolean {
  return state === 'random' && action === 'set';
}

/** True for a seed after which neither the rest of the cell nor anybody whom it calls draws. */
function isLast(
  steps: readonly Step[],
  effects: readonly Effect[],
  seed: number
): boolean {
  const at = steps.findIndex(step => step.effects.includes(seed));
  return steps
    .slice(at)
    .every(
      step =>
        step.unknown.length === 0 &&
        step.effects.every(
          index => index === seed || effects[index]?.state !== 'random'
        )
    );
}

function reachesValues({ state, action }: Effect): boolean {
  return (
    /^(?:address|clock|entropy|names|network|random|texts)$/.test(state) &&
    (action === 'read' || action === 'draw')
  );
}

/** In any order of the steps: a loop may run a later one first. */
function reachedFrom(steps: readonly Step[], first: Step): readonly string[] {
  const reached = new Set<string>();
  const reach = ({ targets, unknown }: Step): void => {
    targets.forEach(name => reached.add(name));
    if (unknown.length > 0) {
      reached.add(BEHIND_CALLS);
    }
  };
  reach(first);
  for (let size = -1; size < reached.size;) {
    size = reached.size;
    for (const step of steps) {
      if (step.reads.some(name => reached.has(name))) {
        reach(step);
      }
    }
  }
  return [...reached].sort();
}
