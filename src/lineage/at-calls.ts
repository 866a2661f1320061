// What a body does to ambient state, as far as the calls tell that run it: what they give it, and what they look at.
import { isGivenIn, type CellAnalysis, type GivenOrder } from '../analysis';
import { CHANCES, isStream } from './ambient-names';
import { NONE } from './nothing';
import { isSpared } from './or-else';
import type { Body, Prepared, PreparedEffect } from './prepared';
import { isCarried } from './prepared-bodies';
import type { BodiesOf, Reached } from './reach';

/** A body that runs. */
type Called = {
  readonly body: Body;
  readonly bodiesOf: BodiesOf;
  /** All that runs; null where a slice asks, which counts more. */
  readonly reached: Reached | null;
};

/** The effects of the body that count for code that runs it. */
export function atCalls(
  called: Called,
  prepared: Prepared,
  effects: readonly PreparedEffect[]
): readonly PreparedEffect[] {
  const { body, reached } = called;
  if (reached && effects.some(isChance) && isSpared(body, prepared, reached)) {
    return NONE;
  }
  return effects.flatMap(effect =>
    effect.unlessGiven
      ? whereLacking(called, prepared, effect, effect.unlessGiven)
      : asShown(called, prepared, effect)
  );
}

function isChance({ name }: PreparedEffect): boolean {
  return CHANCES.has(name) || isStream(name);
}

/** What the body does where a call lacks what would keep it away, in what those calls give back. */
function whereLacking(
  { body, bodiesOf }: Called,
  prepared: Prepared,
  effect: PreparedEffect,
  unlessGiven: readonly string[]
): readonly PreparedEffect[] {
  const { definition } = body;
  const calls = (prepared.analysis.givenTexts ?? NONE).filter(({ callee }) =>
    bodiesOf(callee).some(
      one =>
        one.isInstance !== true &&
        (one.definition === definition ||
          one.methods?.some(method => method.definition === definition))
    )
  );
  const lacking = calls.filter(({ given }) => !isGivenIn(unlessGiven, given));
  const isCounted =
    calls.length === 0 ? effect.countsUnseen === true : lacking.length > 0;
  const targets = lacking.map(({ target }) => target);
  const into = targets.filter(name => name !== null);
  const isTold = lacking.length > 0 && into.length === targets.length;
  return isCounted ? [{ ...effect, into: isTold ? into : null }] : [];
}

/** Orders that show in what the body gives back show where that is looked at. */
function asShown(
  { body, reached }: Called,
  { analysis }: Prepared,
  effect: PreparedEffect
): readonly PreparedEffect[] {
  const { name } = body.definition;
  const { isInValues = false } = effect;
  const staysInside = effect.staysInside === true && isStream(effect.name);
  const isEverywhere = staysInside ? effect : { ...effect, into: null };
  const orders =
    effect.isGiven && reached
      ? ordersGiven(name, reached, analysis, FARTHEST)
      : undefined;
  return (
    orders
      ?.filter(one => one.isInValues === isInValues)
      .map(({ into, staysInside }) => ({ ...effect, into, staysInside })) ?? [
      isEverywhere
    ]
  );
}

/** How many functions are followed, each of which gives what the next gives it. */
const FARTHEST = 4;

/**
 * Where orders end up that show in what a function gives back: in what gives back no more than it makes of that, too. Undefined
 * where nobody tells.
 */
function ordersGiven(
  name: string,
  reached: Reached,
  analysis: CellAnalysis,
  left: number
): readonly GivenOrder[] | undefined {
  const namers = namersBehind(name, reached, analysis);
  const own = analysis.givenOrders?.get(name);
  if (namers.length === 0 || left === 0) {
    return namers.length === 0 ? own : undefined;
  }
  const behind = namers.map(body =>
    givesOn(body, name)
      ? ordersGiven(body.definition.name, reached, analysis, left - 1)
      : undefined
  );
  return behind.includes(undefined)
    ? undefined
    : [...(own ?? NONE), ...behind.flatMap(orders => orders ?? NONE)];
}

/** Bodies of other cells that run and name it, too. */
function namersBehind(
  name: string,
  { bodies }: Reached,
  { definitions }: CellAnalysis
): readonly Body[] {
  return [...bodies.keys()].filter(
    ({ definition }) =>
      definition.name !== name &&
      definition.references.includes(name) &&
      !definitions.includes(definition)
  );
}

const NOTHING: Pick<CellAnalysis, 'handed'> = {};

/** True for a function that hands orders to another one, and shows of them what it gives back. */
function givesOn(body: Body, callee: string): boolean {
  const { handed = NONE } = isCarried(body) ? body.analysis : NOTHING;
  return handed.some(
    one =>
      one.within === body.definition.name &&
      one.callee === callee &&
      one.isGiven
  );
}
