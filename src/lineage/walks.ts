// The last walk over each source: where all that it looked at is as it was, the source sees the same again.
import { isUnbound } from './broken';
import { shapeOf } from './keys';
import type { ValueKeys, Way } from './value-keys';
import { NONE } from './nothing';
import type { Circumstances, Observation } from './observation';
import type { Prepared } from './prepared';
import { seenBefore } from './seen-before';
import type { StreamFacts } from './streams';
import type { Read, Step, Version } from './version';
import { isAsBefore, type Named, type Seen, type Watch } from './watch';
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
    seen: Observation
  ) {
    this.last = { ...seen, reads: NONE };
  }

  /** What the source sees now; null where it may see something else than what lies under the same names. */
  again(
    world: World,
    prepared: Prepared,
    told: Circumstances
  ): Observation | null {
    if (!this.goesOn(world, told)) {
      return null;
    }
    const { last, versions } = this;
    const { sights } = this.watch;
    let reads: Read[] | null = null;
    let isEqual = true;
    for (let at = 0; at < sights.length; at += 1) {
      const { sight, place, isBound } = sights[at] as Seen;
      const version = versions[place] ?? null;
      const before = last.reads[at];
      const read = world.readAfter(sight, version, before);
      if (
        isBound !== (version !== null) ||
        (isBound && seenBefore(world, prepared, read, told) !== read)
      ) {
        return null;
      }
      if (read !== before) {
        isEqual &&= read.key === before?.key;
        reads ??= last.reads.slice();
        reads[at] = read;
      }
    }
    if (!isEqual) {
      this.lastKeys = null;
    }
    if (reads) {
      this.last = seeing(last, reads);
    }
    return this.last;
  }

  /** See `shapeOf`. */
  shapeIn(world: World, prepared: Prepared, { reads }: Observation): number {
    this.shape ??= shapeOf(world, prepared, reads);
    return this.shape;
  }

  /** The keys of the step that went this way last; null where it saw something else than what is seen now. */
  get keysAsLast(): StepKeys | null {
    return this.lastKeys;
  }

  /** The keys of a step that goes this way, by the first of them. */
  keysOf(key: number): StepKeys | undefined {
    const known = this.keys.get(key);
    this.lastKeys = known ?? null;
    return known;
  }

  /** Keeps keys, which hang on nothing but what the step sees. */
  noteKeys(keys: StepKeys): void {
    if (this.keys.size === MOST) {
      this.keys.clear();
    }
    this.keys.set(keys.key, keys);
    this.lastKeys = keys;
  }

  private goesOn(world: World, told: Circumstances): boolean {
    const { names, counted } = this.watch;
    const { versions } = this;
    if (
      told.streams !== this.streams ||
      told.displays.length + told.files.length > 0
    ) {
      return false;
    }
    for (let at = 0; at < names.length; at += 1) {
      const { name, then } = names[at] as Named;
      const now = world.get(name);
      if (now && isUnbound({ version: now, name }, world.broken)) {
        return false;
      }
      if (now === undefined || now !== versions[at]) {
        if (!isAsBefore(then, now)) {
          return false;
        }
        versions[at] = now;
      }
    }
    for (const { update, counts } of counted) {
      if (told.counts(update) !== counts) {
        return false;
      }
    }
    return true;
  }

  /** What the source saw when it went this way last. */
  private last: Observation;
  /** What each name was bound to then. */
  private readonly versions: (Version | undefined)[] = [];
  private lastKeys: StepKeys | null = null;
  private readonly keys = new Map<number, StepKeys>();
  /** What the steps have in common. */
  readonly way: Way = { keys: [], left: NONE };
  private shape: number | null = null;
}

/** The same with other reads, written out: a copy by spreading takes several times as long. */
function seeing(
  {
    silent,
    absent,
    updates,
    globals,
    classes,
    ambient,
    setters,
    readsHistory,
    unseen,
    chances
  }: Observation,
  reads: readonly Read[]
): Observation {
  return {
    reads,
    silent,
    absent,
    updates,
    globals,
    classes,
    ambient,
    setters,
    readsHistory,
    unseen,
    chances
  };
}
