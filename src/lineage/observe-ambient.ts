// What one step reads of the state outside of the namespace, and what it leaves there; files and display options have files of their own.
import { BY_CHANCE, LATER, TIMED } from '../analysis';
import { standsForLibrary } from './assumed';
import {
  accumulates,
  ALL_STREAMS,
  CHANCES,
  isStream,
  NAMES,
  nextTurn,
  relatedStreams,
  TEXTS
} from './ambient-names';
import { attachedBefore } from './attached';
import { isOption } from './displays';
import { movedOn } from './idle-draws';
import { keptSettings } from './kept-settings';
import type { Looking } from './looking';
import type { AmbientWrite, OwnChance } from './observation';
import type { Prepared, PreparedEffect } from './prepared';
import { variesByHash } from './set-order';
import type { Reached } from './reach';
import type { StreamFacts } from './streams';
import { NONE } from './nothing';
import { FileObserver } from './observe-files';
import { OptionObserver } from './observe-options';
import type { World } from './world';

/** True for an effect that reads names by texts. */
export function readsByText({ name }: PreparedEffect): boolean {
  return name === NAMES || name === TEXTS;
}

/** How the step looks at its world. */
type AmbientSight = {
  readonly world: World;
  readonly prepared: Prepared;
  readonly streams: StreamFacts;
  readonly looking: Pick<
    Looking,
    'reads' | 'lookWhole' | 'lookPast' | 'lookAside'
  >;
  /** Tells which bodies run; null where none do, and where a slice asks. */
  readonly reached: () => Reached | null;
};

/** Follows one step through ambient state. */
export class AmbientObserver {
  constructor(private readonly sees: AmbientSight) {
    const { world, prepared, looking } = sees;
    this.world = world;
    this.options = new OptionObserver(world, looking, this.ambient);
    this.files = new FileObserver(world, prepared, looking, this);
  }

  /** Effects on ambient state, in order. */
  touch(effects: readonly PreparedEffect[]): void {
    for (const effect of effects) {
      this.touchOne(effect);
    }
  }

  private touchOne(effect: PreparedEffect): void {
    const { name, into, arranges, staysInside, isInValues } = effect;
    if (!standsForLibrary(this.sees, effect)) {
      return;
    }
    if (readsByText(effect)) {
      this.readByText(effect);
      return;
    }
    const kind = CHANCES.get(name);
    if (kind) {
      const { world } = this.sees;
      if (kind === 'hash-order') {
        world.watch?.lose();
      }
      if (kind !== 'hash-order' || variesByHash(this.sees, effect)) {
        this.chances.push({ kind, into, arranges, staysInside, isInValues });
      }
      return;
    }
    if (isStream(name)) {
      this.touchStream(effect);
    } else {
      this.touchState(effect);
    }
  }

  /** What is evaluated is in the source where that hands over texts; else any name may be read. */
  private readByText({ name, into }: PreparedEffect): void {
    const { texts, own } = this.sees.prepared;
    if (name === NAMES || texts.length === 0) {
      this.unseen.push(into);
      return;
    }
    this.readsTexts = true;
    texts
      .filter(text => !own.has(text))
      .forEach(text => this.sees.looking.lookWhole(text));
  }

  /** Draws hang on the last seed of their stream, or of all streams. */
  private touchStream(effect: PreparedEffect): void {
    const { name, action, origin, into, arranges, value } = effect;
    const { staysInside } = effect;
    const isIdle = effect.isIdle === true && action === 'draw';
    if (action === 'set' && value === BY_CHANCE) {
      this.ambient.set(name, { isFresh: true, part: null, isUnseeded: true });
      return;
    }
    if (action === 'set') {
      this.setters.push([name, origin]);
      if (this.isKill(name, origin)) {
        const seeded = this.seeded(effect);
        this.streamsSetBy(name).forEach(one => this.ambient.set(one, seeded));
        return;
      }
    } else if (action !== 'read' && this.sees.streams.still.has(name)) {
      return;
    }
    const present = relatedStreams(name).filter(
      one => this.ambient.has(one) || this.world.get(one)
    );
    if (action !== 'set' && this.ambient.get(name)?.isUnseeded) {
      this.chances.push({ kind: 'unseeded', into, arranges, staysInside });
      return;
    }
    if (isIdle && (present.length === 0 || this.world.policy === 'precise')) {
      if (present.length > 0) {
        this.ambient.set(
          name,
          movedOn(this.sees, name, this.ambient.get(name))
        );
      }
      return;
    }
    if (present.length === 0 && action !== 'set') {
      const kind = 'unseeded';
      const isLater = value === LATER;
      this.chances.push({ kind, into, arranges, staysInside, isLater });
      return;
    }
    const isFresh = (one: string): boolean =>
      this.ambient.get(one)?.isFresh ?? false;
    present
      .filter(one => !isFresh(one))
      .forEach(one => this.sees.looking.lookWhole(one));
    if (action !== 'read') {
      const isSeeded = present.length > 0 && present.every(isFresh);
      this.ambient.set(name, {
        isFresh: isFresh(name) || isSeeded,
        part: null
      });
    }
  }

  /** What seeds all streams makes good what was drawn from any of them before. */
  private streamsSetBy(name: string): readonly string[] {
    const isPresent = (one: string): boolean =>
      one === name || this.ambient.has(one) || Boolean(this.world.get(one));
    const areAll = name === ALL_STREAMS && this.world.policy === 'precise';
    return areAll ? relatedStreams(name).filter(isPresent) : [name];
  }

  /** A number makes a state, whoever seeds with it, as long as nobody draws. */
  private seeded({ name, origin, value }: PreparedEffect): AmbientWrite {
    const isKnown = value !== undefined && this.world.policy === 'precise';
    const { interner } = this.world.knowledge;
    return {
      isFresh: true,
      part: null,
      ...(isKnown && {
        valueKey: interner.intern(`${name} ${origin} ${value}`)
      })
    };
  }

  private touchState(effect: PreparedEffect): void {
    const { name, action, origin, value, setting } = effect;
    if (isOption(name)) {
      this.options.set(name, value);
      return;
    }
    const before = this.ambient.get(name);
    const isTimed = value === TIMED || before?.isTimed === true;
    if (action === 'read' && setting && before?.settings?.has(setting.part)) {
      return;
    }
    if (action === 'read' && isTimed) {
      this.chances.push({ kind: 'clock', into: NONE, arranges: NONE });
    }
    if (action === 'set') {
      this.setters.push([name, origin]);
    }
    if (action === 'set' && this.isKill(name, origin)) {
      this.ambient.set(name, { isFresh: true, part: null, isTimed });
      return;
    }
    const isSetting = action === 'update' && !accumulates(name);
    const attached = setting && attachedBefore(this.world, setting.part);
    if (attached) {
      this.sees.looking.lookAside(attached);
    }
    if (!before?.isFresh && !isSetting) {
      const { looking } = this.sees;
      if (action === 'read' && before?.part) {
        looking.lookPast(name, before.part);
      } else {
        looking.lookWhole(name);
      }
    }
    const told = isSetting ? keptSettings(this.world, effect, before) : null;
    if (told && !before?.isFresh) {
      this.ambient.set(name, told);
    } else if (action !== 'read' && !before?.isFresh) {
      const part = isSetting ? this.partOf(effect, before) : null;
      const isAdded = effect.adds ?? before?.isAdded;
      this.ambient.set(name, { isFresh: false, part, isTimed, isAdded });
    }
  }

  /** The part of a state that a setting is kept in: what is added stands beside what the same code added before. */
  private partOf(
    { name, adds }: PreparedEffect,
    before: AmbientWrite | undefined
  ): string | null {
    if (before?.isAdded) {
      return before.part;
    }
    if (adds) {
      this.world.watch?.lose();
      return nextTurn(this.world.get(name), this.code());
    }
    return before ? null : this.code();
  }

  /** What tells the step's code from other code. */
  private code(): string {
    const { form, normalised } = this.sees.prepared;
    return this.world.policy === 'precise' ? form : normalised;
  }

  /** A seed determines what it seeds; slices must not take one generator's seed for another's. */
  private isKill(name: string, origin: string): boolean {
    return (
      this.world.policy === 'precise' ||
      this.world.setters.isOnlySetBy(name, origin)
    );
  }

  /** New state of ambient names. */
  readonly ambient = new Map<string, AmbientWrite>();
  /** Pairs of ambient name and the code that sets it. */
  readonly setters: (readonly [string, string])[] = [];
  readonly chances: OwnChance[] = [];
  /** For each reading of names that are not known, the names that hang on it; null where all may. */
  readonly unseen: (readonly string[] | null)[] = [];
  /** True once texts of the source were evaluated. */
  readsTexts = false;
  /** Follows the same step through display options. */
  readonly options: OptionObserver;
  /** Follows the same step through files. */
  readonly files: FileObserver;
  private readonly world: World;
}
