// What a step sees, and the keys that come of it.
import type { Execution } from '../model';
import { keyIn, keyOf, shapeOf, withoutOptions } from './keys';
import { withoutShown } from './looking';
import { NONE } from './nothing';
import { withoutNeedless } from './needless';
import type { Circumstances, Observation } from './observation';
import { observe } from './observe';
import { withoutOwn } from './own-bindings';
import type { Prepared } from './prepared';
import { Walk, type StepKeys } from './walks';
import { Watch } from './watch';
import type { World } from './world';

/** What a step sees, with its keys. */
type Looked = { readonly seen: Observation; readonly keys: StepKeys };

/** One look of one step. */
type Looking = Pick<Looked, 'seen'> & {
  readonly told: Circumstances;
  readonly execution: Execution | null;
};

/** Looks at the world for a step. Its source is not walked again where all that it looked at last is as it was. */
export function look(
  world: World,
  prepared: Prepared,
  execution: Execution | null,
  told: Circumstances
): Looked {
  const { walks } = world.knowledge;
  const mayRepeat =
    world.policy === 'precise' &&
    !prepared.bindsUnknown &&
    prepared.values.consumed.length === 0 &&
    (!execution || execution.status === 'ok');
  let walk = mayRepeat ? walks.get(prepared) : null;
  let observed = walk?.again(world, prepared, told);
  if (!observed) {
    const watch = mayRepeat && walk !== null ? new Watch() : null;
    observed = walked(world, prepared, told, watch);
    const isNoted = watch !== null && !watch.isLost;
    walk = isNoted ? new Walk(watch, told.streams, observed) : null;
    if (watch) {
      walks.set(prepared, walk);
    }
  }
  const seen = withoutNeedless(world, prepared, observed, execution);
  const repeated = seen === observed ? walk : null;
  const keys =
    repeated?.keysAsLast ??
    keysFor(world, prepared, { seen, told, execution }, repeated);
  return { seen, keys };
}

/** The keys of a step; those of one that `repeated` a walk are known where another saw the same on its way. */
function keysFor(
  world: World,
  prepared: Prepared,
  { seen, told, execution }: Looking,
  repeated: Walk | null | undefined
): StepKeys {
  const shape =
    repeated?.shapeIn(world, prepared, seen) ??
    shapeOf(world, prepared, seen.reads);
  const key = keyIn(world, shape, seen.reads, execution);
  const known = repeated?.keysOf(key);
  if (known) {
    return known;
  }
  const made = whatMakes(prepared, told, seen.reads);
  const madeKey =
    made === seen.reads ? key : keyOf(world, prepared, made, execution);
  const ofWay = repeated?.way ?? { keys: [], left: NONE };
  const values = { ofWay, ofKey: [] };
  const keys = { key, madeKey, values };
  repeated?.noteKeys(keys);
  return keys;
}

/** Walks the source. */
function walked(
  world: World,
  prepared: Prepared,
  told: Circumstances,
  watch: Watch | null
): Observation {
  world.watch = watch;
  const observed = observe(world, prepared, told);
  world.watch = null;
  return withoutOwn(world, prepared, observed);
}

/** The reads on which hangs what a step leaves, and not only what it shows. */
function whatMakes(
  prepared: Prepared,
  { displays }: Circumstances,
  reads: Observation['reads']
): Observation['reads'] {
  const unshown = withoutShown(reads);
  return displays.length > 0 ? withoutOptions(prepared, unshown) : unshown;
}
