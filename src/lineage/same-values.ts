// Names that stand for one value by the code alone: a change in place by one name is a change by all.
import { isModule } from './imported';
import { NONE } from './nothing';
import type { Observation } from './observation';
import type { Prepared } from './prepared';
import type { Step } from './version';
import type { World } from './world';

/**
 * Names that stand for what a step changes in place. What it binds on some ways only may be another value by then, and
 * parts that are only replaced are as they were when that is done again: both are left out.
 */
export function changedAlong(
  { same }: World,
  { weak }: Prepared,
  { updates }: Observation
): readonly string[] {
  if (!same.hasAliases) {
    return NONE;
  }
  return updates
    .filter(({ name, isReplacement }) => !isReplacement && !weak.includes(name))
    .flatMap(({ name }) => [...same.aliasesOf(name)]);
}

/** Keeps which names stand for one value after a step, where no kernel told; `stops`: it did not get to its end. */
export function noteSameValues(
  world: World,
  { prepared, execution }: Step,
  { globals }: Observation,
  stops: boolean
): void {
  const { same, policy } = world;
  const made = prepared.values.same ?? NONE;
  if (policy === 'precise' && (made.length > 0 || same.hasAliases)) {
    noteMade(world, { prepared, execution }, { globals, made, stops });
  }
}

function noteMade(
  world: World,
  { prepared, execution }: Pick<Step, 'prepared' | 'execution'>,
  {
    globals,
    made,
    stops
  }: Pick<Observation, 'globals'> & {
    readonly made: NonNullable<Prepared['values']['same']>;
    readonly stops: boolean;
  }
): void {
  const { same } = world;
  const { strong, weak, deletes, analysis } = prepared;
  for (const name of [...strong, ...weak, ...deletes, ...globals]) {
    same.unshare(name);
  }
  const isTold = execution?.report?.shared ?? world.knowledge.lookAt(prepared);
  if (isTold || stops || prepared.bindsUnknown) {
    return;
  }
  const isBoundAfter = (name: string, to: number): boolean =>
    globals.includes(name) ||
    analysis.bindings.some(one => one.name === name && one.range.from >= to);
  for (const { name, of, to } of made) {
    const stays = ![name, of].some(one => isBoundAfter(one, to));
    if (stays && !isModule(of, world.get(of))) {
      same.share([[name, of, ...same.aliasesOf(of)]]);
    }
  }
}
