// The namespace of one kernel process, as far as lineage goes: a version for each name.
import { ROWS, type DryRun, type HeldKind } from '../analysis';
import type { Change } from './change';
import type { CodeState } from './code-state';
import { asBefore } from './early-cutoff';
import { FOG } from './fog';
import type { UnknownReason } from './forecast-types';
import type { Knowledge } from './knowledge';
import { KnownMagics } from './lacking-magics';
import type { LateLayout } from './late-layout';
import { LoadedModules } from './loaded-modules';
import { joined } from './carried';
import type { Carried } from './prepared';
import type { Sight } from './prepared-reads';
import { SharedValues } from './shared-values';
import {
  keptAs,
  withLayout,
  type Part,
  type Read,
  type Step,
  type Version
} from './version';
import { Names } from './names';
import { NONE } from './nothing';
import { Parts } from './parts';
import { Results } from './results';
import { standInOf } from './stand-ins';
import { seeVersion } from './see-version';
import { AmbientSetters } from './setters';
import type { Watch } from './watch';

/**
 * `precise`, for forecasts: what only may change a value does so when the kernel showed it.
 * `sound`, for slices: it does unless the kernel showed that it does not.
 */
export type Policy = 'precise' | 'sound';

/** One namespace; steps are played on it in order. */
export class World {
  constructor(
    readonly knowledge: Knowledge,
    readonly policy: Policy,
    /** Where its steps are taken in thought as well; null where they are not. */
    readonly dry: DryRun | null = null
  ) {}

  /** A copy that goes its own way; what all runs taught stays shared. */
  fork(): World {
    const copy = new World(this.knowledge, this.policy);
    copy.names.copyFrom(this.names);
    copy.setters.copyFrom(this.setters);
    copy.shared.copyFrom(this.shared);
    copy.same.copyFrom(this.same);
    this.contents.forEach((content, path) => copy.contents.set(path, content));
    copy.mayLackFiles = this.mayLackFiles;
    this.attributes.forEach((held, name) => copy.attributes.set(name, held));
    copy.results.copyFrom(this.results);
    copy.magics.copyFrom(this.magics);
    copy.modules.copyFrom(this.modules);
    this.broken.forEach((at, step) => copy.broken.set(step, at));
    return copy;
  }

  /** By path, what a file held after the last step that wrote to it; null when not known. */
  readonly contents = new Map<string, string | null>();

  /** True once a step may have taken files away that it did not name. */
  mayLackFiles = false;

  /** What every name has. */
  readonly names = new Names();

  /** What attributes hold of texts, whatever they belong to, as the steps so far set them. */
  readonly attributes = new Map<string, HeldKind>();

  /** Steps of a document that would stop, with the offset at which each would. */
  readonly broken = new Map<Step, number>();

  /** What the steps gave as results. */
  readonly results = new Results();

  /** Notes what is asked of it, as long as a source is walked. */
  watch: Watch | null = null;

  /** What may have brought in magics. */
  readonly magics = new KnownMagics();

  /** Modules of its own folder that it has loaded. */
  readonly modules = new LoadedModules();

  /** Which code set ambient state. */
  readonly setters = new AmbientSetters();

  /** Which names reach one value. */
  readonly shared = new SharedValues(name => this.names.has(name));

  /** Which names hold values of others, by the code alone; kept for slices where no kernel told. */
  readonly held = new SharedValues(name => this.names.has(name));

  /** Which names stand for one value, by the code alone; kept for forecasts where no kernel told. */
  readonly same = new SharedValues(name => this.names.has(name));

  get(name: string): Version | undefined {
    const version = this.names.get(name);
    this.watch?.noteName(name, version);
    return version;
  }

  /** See `Names.code`. */
  get code(): CodeState {
    return this.names.code;
  }

  /** What a reader of a name sees now. */
  read(sight: Sight): Read {
    const version = this.names.get(sight.name) ?? null;
    const known = this.seen.get(sight.view ? sight : sight.id);
    if (known?.version === version) {
      return known;
    }
    const read = seeVersion(this, sight, version);
    this.seen.set(sight.view ? sight : sight.id, read);
    return read;
  }

  /** The same of the version that the name has, for one who saw `last` through this sight: that again, if it was that version. */
  readAfter(
    sight: Sight,
    version: Version | null,
    last: Read | undefined
  ): Read {
    return last?.version === version ? last : seeVersion(this, sight, version);
  }

  /** True when a step of unknown effect came after the name got its present version. */
  isFogged(name: string): boolean {
    const fog = this.names.get(FOG);
    return (
      fog !== undefined && fog.serial > (this.names.get(name)?.serial ?? -1)
    );
  }

  /** Gives a name a version of its own. */
  bind(change: Change): void {
    const { name, step, carried = NONE, chances = NONE } = change;
    const key = change.valueKey ?? this.keyFor(name, step);
    const { taint = step.taint } = change;
    const old = this.names.get(name);
    const serial = this.names.nextSerial();
    const isShared =
      this.policy === 'sound' &&
      this.shared.aliasesOf(name).size + this.held.aliasesOf(name).size > 0;
    if (old?.key !== key || isShared) {
      this.names.set(name, old, {
        key,
        baseKey: key,
        baseStep: step,
        parts: Parts.none,
        carried,
        taint,
        chances,
        serial,
        layout: undefined
      });
    } else if (this.policy === 'precise') {
      this.names.set(name, old, {
        key,
        baseKey: old.baseKey,
        baseStep: step,
        parts: old.parts,
        carried: carried.length > 0 ? carried : old.carried,
        taint,
        chances,
        serial,
        layout: undefined
      });
    } else {
      this.names.set(name, old, keptAs(old, taint, serial));
    }
  }

  /** Changes a value in place: one part of it, or the whole, whose former state the step has read. */
  update(change: Change): void {
    const { name, step, part, chances = NONE, valueKey } = change;
    const old = this.names.get(name);
    const { carried: more = NONE } = change;
    const carried =
      old && more.length > 0 ? joined(old.carried, more) : old?.carried;
    if (!old || part === null) {
      this.bind({ name, step, part, chances, carried, valueKey });
      return;
    }
    const { interner } = this.knowledge;
    const key = valueKey
      ? interner.pair(interner.intern(part), valueKey)
      : this.keyFor(name, step, part);
    const own: Part = { key, step, chances };
    const parts = old.parts.with(part, own, interner);
    const whole = parts.keyOn(old.baseKey, interner);
    const taint = old.taint ?? step.taint;
    const serial = this.names.nextSerial();
    if (whole === old.key) {
      this.names.set(name, old, keptAs(old, taint, serial, carried));
      return;
    }
    this.names.set(name, old, {
      key: whole,
      baseKey: old.baseKey,
      baseStep: old.baseStep,
      parts,
      carried: carried ?? NONE,
      taint,
      chances: old.chances,
      serial,
      layout: undefined
    });
  }

  /** Notes of which parts a value is put together, or that nobody tells. */
  lay(name: string, layout: LateLayout | undefined): void {
    const version = this.names.get(name);
    if (version && version.layout !== layout) {
      this.names.set(name, version, withLayout(version, layout));
    }
  }

  /** Changes a value to an unknown extent that the step has not read: what it was before counts. */
  changeUnread({ name, step, part, chances }: Change): void {
    const old = this.names.get(name);
    const key = this.keyFor(name, step);
    const { interner } = this.knowledge;
    const before = old?.parts.without([ROWS], interner);
    const valueKey =
      old && before && interner.pair(before.keyOn(old.baseKey, interner), key);
    const carried = old?.carried;
    this.bind({ name, step, part, carried, chances, valueKey });
  }

  /** Marks a value as not known for sure. */
  doubt(name: string, taint: UnknownReason): void {
    const old = this.names.get(name);
    if (old && !old.taint) {
      this.names.set(name, old, keptAs(old, taint, old.serial));
    }
  }

  /** Early cutoff: a value that was there before counts as the version that it had then, made by its maker of now. */
  recognise(
    name: string,
    print: string | undefined,
    worked: string | null = null
  ): void {
    const made = this.names.get(name);
    if (made && this.policy === 'precise') {
      const { values } = this.knowledge;
      const known = asBefore(values, name, made, { print, worked });
      if (known !== made) {
        this.names.set(name, made, known);
      }
    }
  }

  delete(name: string): void {
    this.names.delete(name);
  }

  /** All names that have a version. */
  boundNames(): readonly string[] {
    return this.names.keys();
  }

  /** Names whose values carry this function or class, the one that it was bound to left out. */
  carriersOf(carried: Carried): string[] {
    return this.names
      .entries()
      .filter(
        ([name, version]) =>
          name !== carried.definition.name && version.carried.includes(carried)
      )
      .map(([name]) => name);
  }

  /** Key of what a step leaves under a name, or in a part of it. */
  private keyFor(name: string, step: Step, part?: string): number {
    const { interner } = this.knowledge;
    const role = this.policy === 'precise' ? standInOf(step, name) : name;
    const whole = interner.pair(interner.intern(role), step.madeKey);
    return part === undefined
      ? whole
      : interner.pair(interner.intern(part), whole);
  }

  /** The last read of each sight; by its id where it tells no view. */
  private readonly seen = new Map<Sight | string, Read>();
}
