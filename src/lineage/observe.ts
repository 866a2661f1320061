// What one step would see and do, found by walking its source and the bodies of what it calls; changes nothing yet.
import type { Handover } from '../analysis';
import { atCalls } from './at-calls';
import { changesByHandovers } from './handovers';
import { AmbientObserver, readsByText } from './observe-ambient';
import { methodsMeant } from './dispatch';
import { lookFurther } from './look-further';
import { FOG } from './fog';
import type { Circumstances, Observation } from './observation';
import { prepareUpdate } from './prepared-updates';
import {
  type Body,
  type Carried,
  type Prepared,
  type PreparedEffect
} from './prepared';
import {
  isClassOf,
  isToldByMethods,
  lookAtClasses,
  seesByParts
} from './class-reads';
import { MODULE_PLACES } from './lacked-modules';
import { Looking } from './looking';
import { usedUp } from './one-shots';
import { ResetNames } from './reset-names';
import { unseenDraws } from './streams';
import { BodiesBehind } from './bodies-behind';
import type { Reached } from './reach';
import { isPatched } from './sound-reads';
import { onlyStars } from './star-fog';
import { calledClosures } from './closures';
import { effectsMade } from './refused-moves';
import { StepChanges } from './step-changes';
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
    const looking = new Looking(world, prepared, circumstances);
    this.looking = looking;
    this.changes = new StepChanges(world, prepared, circumstances, looking);
    this.behind = new BodiesBehind(world, prepared);
  }

  observe(): Observation {
    const { world, prepared } = this;
    this.methods = methodsMeant(world, prepared, this.behind);
    this.reached = this.behind.reach(this.named());
    this.methods
      .filter(name => !this.own.has(name))
      .forEach(name => this.looking.lookWhole(name));
    prepared.asked.forEach(name => this.looking.lookWhether(name));
    for (const read of prepared.reads) {
      if (!this.reached || !seesByParts(this.world, prepared, read.name)) {
        this.looking.look(read, read.isCertain);
      }
    }
    prepared.builtins.forEach(name => this.looking.lookOver(name));
    for (const update of prepared.updates) {
      if (!isToldByMethods(world, prepared, this.reached, update)) {
        this.changes.changeOwn(update);
      }
    }
    this.changes.draw(prepared.drawings);
    const isPrecise = this.world.policy === 'precise';
    if (isPrecise) {
      this.touch(prepared.effects);
    }
    const unseen = unseenDraws(world, prepared, this.circumstances.streams);
    this.touch(unseen.filter(({ action }) => action === 'set'));
    if (this.circumstances.displays.length > 0) {
      this.outside().options.lookAt(this.circumstances.displays);
    }
    if (world.knowledge.lackedModules.among(prepared.imports).length > 0) {
      MODULE_PLACES.forEach(name => this.looking.lookWhole(name));
    }
    for (const path of prepared.stamps) {
      this.outside().files.askWhenWritten(path);
    }
    for (const file of this.circumstances.files) {
      this.outside().files.touch(file);
    }
    this.callAll();
    this.touch(unseen.filter(({ action }) => action === 'draw'));
    this.handOver();
    for (const change of [
      ...usedUp(this.world, prepared),
      ...calledClosures(this.world, prepared)
    ]) {
      this.changes.change(change);
    }
    if (!isPrecise) {
      this.lookFurther();
      this.touch(effectsMade(prepared, this.circumstances));
      if (this.circumstances.mayStop) {
        prepared.strong.forEach(name => this.keep(name));
      }
    }
    const isOpen = prepared.completeness === 'none' || prepared.bindsUnknown;
    if (isOpen && !(isPrecise && onlyStars(prepared))) {
      this.looking.lookWhole(FOG);
    }
    this.looking.lookThroughFog();
    return {
      reads: this.looking.reads.list.slice(),
      silent: this.looking.silent,
      absent: this.looking.absent,
      updates: this.changes.list,
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

  /** What only a slice counts. */
  private lookFurther(): void {
    const { world, prepared, entered, changes, looking } = this;
    const further = lookFurther(world, prepared, {
      entered,
      updates: changes.list,
      reads: looking.reads.list,
      hasRefused: this.circumstances.hasRefused
    });
    further.changes.forEach(change => this.changes.change(change));
    for (const name of further.patched) {
      this.looking.lookWhole(name);
      const isSure = true;
      this.changes.add({ name, part: null, isReplacement: false, isSure });
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
    if (this.world.policy === 'sound') {
      this.behind
        .all(this.named())
        ?.forEach((isNamed, carried) => this.enterWhole(carried, isNamed));
      return;
    }
    this.reached?.bodies.forEach((isNamed, body) => this.enter(body, isNamed));
    if (this.evaluated().length > 0) {
      const entered = this.reached?.bodies;
      this.reached = this.behind.reach(this.named());
      this.reached?.bodies.forEach((isNamed, body) => {
        if (!entered?.has(body)) {
          this.enter(body, isNamed);
        }
      });
    }
    if (this.reached) {
      this.classes = lookAtClasses(this.world, this.looking, this.reached);
    }
  }

  /** Names in texts that have been evaluated so far. */
  private evaluated(): readonly string[] {
    return this.ambience?.readsTexts ? this.prepared.texts : NONE;
  }

  /** Names of bodies that run besides those that the code spells. */
  private named(): readonly string[] {
    const evaluated = this.evaluated();
    return evaluated.length > 0
      ? [...this.methods, ...evaluated]
      : this.methods;
  }

  /** In a slice, a class runs as a whole. */
  private enterWhole(carried: Carried, isNamed: boolean): void {
    const { name } = carried.definition;
    this.entered = [...this.entered, carried];
    this.enter(carried, isNamed);
    if (!this.own.has(name) && isPatched(this.world, carried)) {
      this.looking.lookWhole(name);
    }
    if (carried.isClass) {
      this.classes = [...this.classes, carried];
    }
  }

  /** What callables do to the values that this code, and the bodies that it runs, hand them. */
  private handOver(): void {
    const own = this.prepared.handovers;
    const { handovers } = this;
    if (own.length + handovers.length > 0) {
      const all = [...own, ...handovers];
      changesByHandovers(all, this.behind.bodiesOf).forEach(change =>
        this.changes.change(change)
      );
    }
  }

  /** `isNamed`: the code means it, and does not just have a value that may be an instance of the class. */
  private enter(body: Body, isNamed: boolean): void {
    const { reached, world, prepared } = this;
    const { definition, effects } = body;
    for (const name of definition.references) {
      const isByParts = reached !== null && isClassOf(name, world.get(name));
      if (!this.own.has(name) && !isByParts && !this.isReset(name)) {
        this.looking.lookFrom(definition, name);
      }
    }
    definition.updates
      .filter(({ name }) => !this.isReset(name))
      .forEach(update => this.changes.change(prepareUpdate(update)));
    for (const name of definition.bindings) {
      this.globals = added(this.globals, name);
    }
    for (const handover of definition.handovers ?? []) {
      if (!handover.from) {
        this.handovers = [...this.handovers, handover];
      }
    }
    if (effects.length > 0) {
      const own = isNamed ? effects : effects.filter(one => !readsByText(one));
      this.touch(
        atCalls(
          { body, reached, bodiesOf: this.behind.bodiesOf },
          prepared,
          own
        )
      );
    }
  }

  /** True for a name that what runs binds before it reads it. */
  private isReset(name: string): boolean {
    this.resets ??= new ResetNames(this.prepared, this.behind.bodiesOf);
    return this.reached !== null && this.resets.has(name, this.reached);
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
      looking,
      reached: () => this.reached
    });
    return this.ambience;
  }

  private readonly own: ReadonlySet<string>;
  private readonly looking: Looking;
  private readonly changes: StepChanges;
  private readonly behind: BodiesBehind;
  private methods: readonly string[] = NONE;
  private resets: ResetNames | null = null;
  private reached: Reached | null = null;
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
