// What one step would see and do, found by walking its source and the bodies of what it calls; changes nothing yet.
import type { Handover } from '../analysis';
import { changesByHandovers } from './handovers';
import { AmbientObserver } from './observe-ambient';
import type { Circumstances, Observation } from './observation';
import { HISTORY, PREDEFINED } from './ambient-names';
import {
  sightId,
  WHOLE,
  type Carried,
  type Prepared,
  type PreparedUpdate
} from './prepare';
import { usedUp } from './one-shots';
import { unseenDraws } from './streams';
import {
  changedThroughViews,
  isPatched,
  listedFiles,
  rememberingCallees
} from './sound-reads';
import type { Read } from './version';
import { FOG, type Sight, type World } from './world';

const NOTHING: readonly string[] = [];

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
    this.outside = new AmbientObserver({
      world,
      prepared,
      streams: circumstances.streams,
      reads: this.reads,
      lookWhole: name => this.lookWhole(name)
    });
  }

  observe(): Observation {
    const { prepared } = this;
    prepared.reads.forEach(read => this.look(read, read.isCertain));
    prepared.builtins
      .filter(name => this.world.get(name))
      .forEach(name => this.lookWhole(name));
    prepared.updates.forEach(update => this.changeOwn(update));
    const isPrecise = this.world.policy === 'precise';
    if (isPrecise) {
      this.outside.touch(prepared.effects);
    }
    this.outside.touch(unseenDraws(prepared, this.circumstances.streams));
    this.circumstances.files.forEach(file => this.outside.touchFile(file));
    this.call([...prepared.calls, ...prepared.reads.map(({ name }) => name)]);
    this.handOver();
    usedUp(this.world, prepared).forEach(change => this.change(change));
    if (!isPrecise) {
      this.lookFurther();
      this.outside.touch(prepared.effects);
      prepared.weak.forEach(name => this.keep(name));
      if (this.circumstances.mayStop) {
        prepared.strong.forEach(name => this.keep(name));
      }
    }
    if (prepared.completeness === 'none' || prepared.bindsUnknown) {
      this.lookWhole(FOG);
    }
    this.lookThroughFog();
    return {
      reads: this.reads,
      absent: [...this.absent],
      updates: this.updates,
      globals: [...this.globals],
      classes: [...this.classes],
      ambient: this.outside.ambient,
      setters: this.outside.setters,
      readsHistory: this.readsHistory,
      chances: this.outside.chances
    };
  }

  private look(sight: Sight, isCertain: boolean): void {
    const { id, name } = sight;
    if (this.reads.has(id)) {
      return;
    }
    const read = this.world.read(sight);
    if (!read.version) {
      if (PREDEFINED.has(name)) {
        return;
      }
      if (HISTORY.test(name)) {
        this.readsHistory = true;
        return;
      }
      if (isCertain && !name.startsWith('@')) {
        this.absent.add(name);
      }
    }
    this.reads.set(id, read);
  }

  private lookWhole(name: string): void {
    this.look({ id: name, name, path: null, ignores: NOTHING }, false);
  }

  /** A name that is bound on some ways only: what was there before may survive. */
  private keep(name: string): void {
    const step = this.world.get(name)?.baseStep;
    if (step && step.prepared.normalised !== this.prepared.normalised) {
      this.lookWhole(name);
    }
  }

  /** An update by the cell's own code: it needs the value that it changes. */
  private changeOwn(update: PreparedUpdate): void {
    const { name, part, isSure } = update;
    if (isSure && part !== null && !this.own.has(name)) {
      const ignores = [part];
      const id = sightId(name, part, ignores);
      this.look({ id, name, path: part, ignores }, true);
    }
    this.change(update);
  }

  private change(update: PreparedUpdate): void {
    const isThere = this.world.get(update.name) !== undefined;
    if (
      this.own.has(update.name) ||
      !isThere ||
      !this.circumstances.counts(update)
    ) {
      return;
    }
    if (!update.isReplacement) {
      const { name, part } = update;
      const id = sightId(name, part, NOTHING);
      this.look({ id, name, path: part, ignores: NOTHING }, false);
    }
    this.updates.push(update);
  }

  /** What only a slice counts. */
  private lookFurther(): void {
    const { world, prepared } = this;
    const changed = [
      ...rememberingCallees(world, prepared),
      ...changedThroughViews(prepared)
    ];
    for (const name of changed) {
      this.change({ name, part: null, isReplacement: false, isSure: false });
    }
    listedFiles(world, prepared).forEach(name => this.lookWhole(name));
  }

  /** Runs the bodies behind names, and the bodies behind the names that those mention. */
  private call(names: readonly string[]): void {
    const called = new Set(this.prepared.calls);
    const pending = [...names].reverse();
    const seen = new Set<Carried>();
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const isCalled = called.has(name);
      for (const carried of this.bodiesOf(name)) {
        if (seen.has(carried) || !(isCalled || carried.isClass)) {
          continue;
        }
        seen.add(carried);
        this.enter(carried);
        for (const reference of carried.definition.references) {
          called.add(reference);
          pending.push(reference);
        }
      }
    }
  }

  /** What callables do to the values that this code, and the bodies that it runs, hand them. */
  private handOver(): void {
    const handovers = [...this.prepared.handovers, ...this.handovers];
    changesByHandovers(handovers, name => this.bodiesOf(name)).forEach(change =>
      this.change(change)
    );
  }

  private bodiesOf(name: string): readonly Carried[] {
    const own = this.prepared.definitions.get(name);
    return own ? [own] : (this.world.get(name)?.carried ?? []);
  }

  private enter(carried: Carried): void {
    const { definition, isClass, effects } = carried;
    for (const name of definition.references) {
      if (!this.own.has(name)) {
        this.lookWhole(name);
      }
    }
    for (const { name, path, isReplacement, certainty } of definition.updates) {
      const part = path ?? (isReplacement ? WHOLE : null);
      const isSure = certainty !== 'possible';
      this.change({ name, part, isReplacement, isSure });
    }
    definition.bindings.forEach(name => this.globals.add(name));
    for (const handover of definition.handovers ?? []) {
      if (!handover.from) {
        this.handovers.push(handover);
      }
    }
    this.outside.touch(effects.map(effect => ({ ...effect, into: null })));
    if (!this.own.has(definition.name) && isPatched(this.world, carried)) {
      this.lookWhole(definition.name);
    }
    if (isClass) {
      this.classes.add({ definition, isClass, effects });
    }
  }

  private lookThroughFog(): void {
    if (!this.world.get(FOG)) {
      return;
    }
    const reads = [...this.reads.values()];
    if (reads.some(({ name }) => this.world.isFogged(name))) {
      this.lookWhole(FOG);
    }
    for (const name of this.absent) {
      this.absent.delete(name);
    }
  }

  private readonly own: ReadonlySet<string>;
  private readonly reads = new Map<string, Read>();
  private readonly absent = new Set<string>();
  private readonly updates: PreparedUpdate[] = [];
  private readonly globals = new Set<string>();
  private readonly handovers: Handover[] = [];
  private readonly classes = new Set<Carried>();
  private readsHistory = false;
  private readonly outside: AmbientObserver;
}
