// What one step would see and do, found by walking its source and the bodies of what it calls; changes nothing yet.
import type { Handover } from '../analysis';
import { changesByHandovers } from './handovers';
import { AmbientObserver, readsByText } from './observe-ambient';
import { lookFurther } from './look-further';
import { FOG } from './fog';
import { isMeant } from './unseen-names';
import type { Circumstances, Observation } from './observation';
import {
  WHOLE,
  type Carried,
  type Prepared,
  type PreparedEffect,
  type PreparedUpdate
} from './prepare';
import { sightsOf } from './prepared-reads';
import { Looking } from './looking';
import { usedUp } from './one-shots';
import { unseenDraws } from './streams';
import { isPatched } from './sound-reads';
import type { Version } from './version';
import type { World } from './world';
import { NONE, NO_ENTRIES } from './nothing';

/** Walks one source over a world. */
export function observe(
  world: World,
  prepared: Prepared,
  circumstances: Circumstances
): Observation {
  return new Observer(world, prepared, circumstances).observe();
}

class Observer {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared,
    private readonly circumstances: Circumstances
  ) {
    this.own = prepared.own;
    this.looking = new Looking(world, prepared, circumstances);
  }

  observe(): Observation {
    const { prepared } = this;
    for (const read of prepared.reads) {
      this.looking.look(read, read.isCertain);
    }
    for (const name of prepared.builtins) {
      if (this.world.get(name)) {
        this.looking.lookWhole(name);
      }
    }
    for (const update of prepared.updates) {
      this.changeOwn(update);
    }
    const isPrecise = this.world.policy === 'precise';
    if (isPrecise) {
      this.touch(prepared.effects);
    }
    this.touch(unseenDraws(prepared, this.circumstances.streams));
    if (this.circumstances.displays.length > 0) {
      this.outside().lookAtOptions(this.circumstances.displays);
    }
    for (const file of this.circumstances.files) {
      this.outside().touchFile(file);
    }
    this.callAll();
    this.handOver();
    for (const change of usedUp(this.world, prepared)) {
      this.change(change);
    }
    if (!isPrecise) {
      this.lookFurther();
      this.touch(prepared.effects);
      if (this.circumstances.mayStop) {
        prepared.strong.forEach(name => this.keep(name));
      }
    }
    if (prepared.completeness === 'none' || prepared.bindsUnknown) {
      this.looking.lookWhole(FOG);
    }
    this.lookThroughFog();
    return {
      reads: this.looking.reads.list.slice(),
      absent: this.looking.absent,
      updates: this.updates ?? NONE,
      globals: this.globals,
      classes: this.classes,
      ambient: this.ambient(),
      setters: this.ambience?.setters ?? NONE,
      readsHistory: this.looking.readsHistory,
      unseen: this.ambience?.unseen ?? NONE,
      chances: this.ambience?.chances ?? NONE
    };
  }

  /** A name that is bound on some ways only: what was there before may survive. */
  private keep(name: string): void {
    const step = this.world.get(name)?.baseStep;
    if (step && step.prepared.normalised !== this.prepared.normalised) {
      this.looking.lookWhole(name);
    }
  }

  /** An update by the cell's own code: it needs the value that it changes. */
  private changeOwn(update: PreparedUpdate): void {
    const { name, part, isSure, sights } = update;
    const version = this.world.get(name);
    const isWhole = version && this.isOfModule(update, version);
    if (isWhole && !this.own.has(name)) {
      this.looking.lookWhole(name);
    } else if (isSure && (part !== null || !version) && !this.own.has(name)) {
      this.looking.look((sights ?? sightsOf(name, part)).own, true);
    }
    this.change(update);
  }

  private change(update: PreparedUpdate): void {
    const version = this.world.get(update.name);
    if (
      this.own.has(update.name) ||
      !version ||
      this.isOfModule(update, version) ||
      !this.circumstances.counts(update)
    ) {
      return;
    }
    if (!update.isReplacement) {
      const { name, part, sights } = update;
      this.looking.look((sights ?? sightsOf(name, part)).former, false);
    }
    this.updates ??= [];
    this.updates.push(update);
  }

  /** A module's functions are called like methods; what they do to it is state outside of the namespace. */
  private isOfModule({ name, part }: PreparedUpdate, of: Version): boolean {
    const isSetting = part !== null && part !== WHOLE;
    return (
      this.world.policy === 'precise' &&
      !isSetting &&
      of.baseStep.prepared.modules.has(name)
    );
  }

  /** What only a slice counts. */
  private lookFurther(): void {
    const { world, prepared, entered, updates, looking } = this;
    const further = lookFurther(world, prepared, {
      entered,
      updates: updates ?? NONE,
      reads: looking.reads.list
    });
    further.changes.forEach(change => this.change(change));
    for (const name of further.patched) {
      this.looking.lookWhole(name);
      const isSure = true;
      this.updates = [
        ...(this.updates ?? NONE),
        { name, part: null, isReplacement: false, isSure }
      ];
    }
    further.reads.forEach(name => this.looking.lookWhole(name));
    this.written = further.written;
  }

  /** New state outside of the namespace. */
  private ambient(): Observation['ambient'] {
    const ambient = this.ambience?.ambient ?? NO_ENTRIES;
    return this.written.size > 0
      ? new Map([...ambient, ...this.written])
      : ambient;
  }

  /** Runs what stands behind the names that the code calls and reads. */
  private callAll(): void {
    if (this.meetsBody()) {
      const { calls, reads, builtins } = this.prepared;
      const read = reads.map(({ name }) => name);
      this.call([...calls, ...builtins, ...this.evaluated(), ...read]);
    }
  }

  /** Names in texts that have been evaluated so far. */
  private evaluated(): readonly string[] {
    return this.ambience?.readsTexts ? this.prepared.texts : NONE;
  }

  private meetsBody(): boolean {
    const { calls, reads, builtins } = this.prepared;
    for (const names of [calls, builtins, this.evaluated()]) {
      for (const name of names) {
        if (this.bodiesOf(name).length > 0) {
          return true;
        }
      }
    }
    for (const { name } of reads) {
      if (this.bodiesOf(name).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Runs the bodies behind names, and the bodies behind the names that those mention. */
  private call(names: readonly string[]): void {
    const called = new Set([
      ...this.prepared.calls,
      ...this.prepared.builtins,
      ...this.evaluated()
    ]);
    const named = new Set(names);
    const pending = [...names].reverse();
    const seen = new Set<Carried>();
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const isCalled = called.has(name);
      for (const carried of this.bodiesOf(name)) {
        if (seen.has(carried) || !(isCalled || carried.isClass)) {
          continue;
        }
        seen.add(carried);
        const isNamed = named.has(name) && isMeant(this.world, name, carried);
        this.enter(carried, isNamed);
        const met = [...carried.definition.references, ...this.evaluated()];
        for (const reference of met) {
          called.add(reference);
          pending.push(reference);
          if (isNamed) {
            named.add(reference);
          }
        }
      }
    }
  }

  /** What callables do to the values that this code, and the bodies that it runs, hand them. */
  private handOver(): void {
    const own = this.prepared.handovers;
    const { handovers } = this;
    if (own.length + handovers.length > 0) {
      const all = [...own, ...handovers];
      changesByHandovers(all, name => this.bodiesOf(name)).forEach(change =>
        this.change(change)
      );
    }
  }

  private bodiesOf(name: string): readonly Carried[] {
    const own = this.prepared.definitions.get(name);
    return own ? [own] : (this.world.get(name)?.carried ?? NONE);
  }

  /** `isNamed`: the code means it, and does not just have a value that may be an instance of the class. */
  private enter(carried: Carried, isNamed: boolean): void {
    const { definition, isClass, effects } = carried;
    if (this.world.policy === 'sound') {
      this.entered = [...this.entered, carried];
    }
    for (const name of definition.references) {
      if (!this.own.has(name)) {
        this.looking.lookWhole(name);
      }
    }
    for (const { name, path, isReplacement, certainty } of definition.updates) {
      const part = path ?? (isReplacement ? WHOLE : null);
      const isSure = certainty !== 'possible';
      this.change({ name, part, isReplacement, isSure });
    }
    for (const name of definition.bindings) {
      this.globals = added(this.globals, name);
    }
    for (const handover of definition.handovers ?? []) {
      if (!handover.from) {
        this.handovers = [...this.handovers, handover];
      }
    }
    const own = isNamed ? effects : effects.filter(one => !readsByText(one));
    this.touch(own.map(effect => ({ ...effect, into: null })));
    if (!this.own.has(definition.name) && isPatched(this.world, carried)) {
      this.looking.lookWhole(definition.name);
    }
    if (isClass) {
      this.classes = [...this.classes, carried];
    }
  }

  private touch(effects: readonly PreparedEffect[]): void {
    if (effects.length > 0) {
      this.outside().touch(effects);
    }
  }

  /** Follows the state outside of the namespace; most steps never ask. */
  private outside(): AmbientObserver {
    const { world, prepared, looking, circumstances } = this;
    this.ambience ??= new AmbientObserver({
      world,
      prepared,
      streams: circumstances.streams,
      reads: looking.reads,
      lookWhole: name => looking.lookWhole(name)
    });
    return this.ambience;
  }

  private lookThroughFog(): void {
    if (!this.world.get(FOG)) {
      return;
    }
    if (this.looking.reads.list.some(({ name }) => this.world.isFogged(name))) {
      this.looking.lookWhole(FOG);
    }
    this.looking.absent = NONE;
  }

  private readonly own: ReadonlySet<string>;
  private readonly looking: Looking;
  private updates: PreparedUpdate[] | null = null;
  private globals: readonly string[] = NONE;
  private handovers: readonly Handover[] = NONE;
  private classes: readonly Carried[] = NONE;
  private entered: readonly Carried[] = NONE;
  private ambience: AmbientObserver | null = null;
  private written: Observation['ambient'] = NO_ENTRIES;
}

/** A short list that holds each once, with a name. */
function added(names: readonly string[], name: string): readonly string[] {
  return names.includes(name) ? names : [...names, name];
}
