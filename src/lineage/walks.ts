// The last walk over each source: where all that it looked at is as it was, the source sees the same again.
import { shapeOf } from './keys';
import type { ValueKey, ValueKeys } from './value-keys';
import type { Circumstances, Observation } from './observation';
import type { Prepared } from './prepared';
import { seenBefore } from './seen-before';
import type { StreamFacts } from './streams';
import type { Read, Step } from './version';
import { isAsBefore, type Watch } from './watch';
import type { World } from './world';

/** Keys of a step. */
export type StepKeys = Pick<Step, 'key' | 'madeKey'> & {
  /** Those of values that it leaves, as far as somebody asked for them. */
  readonly values: ValueKeys;
};

/** Beyond so many keys of one source all are forgotten: whoever edits makes new ones again and again. */
const MOST = 64;

/** One walk over a source, valid as long as nothing new is known of what sources do. */
export class Walk {
  constructor(
    private readonly watch: Watch,
    private readonly streams: StreamFacts,
    private readonly seen: Observation
  ) {}

  /** What the source sees now; null where it may see something else than what lies under the same names. */
  again(
    world: World,
    prepared: Prepared,
    told: Circumstances
  ): Observation | null {
    if (!this.goesOn(world, told)) {
      return null;
    }
    const { watch, last } = this;
    const reads = watch.sights.map(({ sight }, at) =>
      world.readAfter(sight, last?.reads[at])
    );
    let isSame = last !== null;
    for (let at = 0; at < reads.length; at += 1) {
      const read = reads[at] as Read;
      const isBound = read.version !== null;
      if (
        isBound !== watch.sights[at]?.isBound ||
        (isBound && seenBefore(world, prepared, read, told) !== read)
      ) {
        return null;
      }
      isSame &&= read === last?.reads[at];
    }
    if (!last || !isSame) {
      this.last = { ...this.seen, reads };
    }
    return this.last;
  }

  /** See `shapeOf`. */
  shapeIn(world: World, prepared: Prepared, { reads }: Observation): number {
    this.shape ??= shapeOf(world, prepared, reads);
    return this.shape;
  }

  /** The keys of a step that goes this way, by the first of them. */
  keysOf(key: number): StepKeys | undefined {
    return this.keys.get(key);
  }

  /** Keeps keys, which hang on nothing but what the step sees. */
  noteKeys(keys: StepKeys): void {
    if (this.keys.size === MOST) {
      this.keys.clear();
    }
    this.keys.set(keys.key, keys);
  }

  private goesOn(world: World, told: Circumstances): boolean {
    const { names, counted } = this.watch;
    if (
      told.streams !== this.streams ||
      told.displays.length + told.files.length > 0
    ) {
      return false;
    }
    for (const { name, then } of names) {
      if (!isAsBefore(then, world.get(name))) {
        return false;
      }
    }
    for (const { update, counts } of counted) {
      if (told.counts(update) !== counts) {
        return false;
      }
    }
    return true;
  }

  /** What the source saw when it went this way again. */
  private last: Observation | null = null;
  private readonly keys = new Map<number, StepKeys>();
  /** See `ValueKeys`. */
  readonly values: ValueKey[] = [];
  private shape: number | null = null;
}
