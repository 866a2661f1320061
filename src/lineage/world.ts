// The namespace of one kernel process, as far as lineage goes: a version for each name.
import type { DryRun } from '../analysis';
import type { UnknownReason } from './forecast-types';
import type { Knowledge } from './knowledge';
import { WHOLE, type Carried } from './prepare';
import { SharedValues } from './shared-values';
import type { Chance, Part, Read, Step, Version } from './version';
import { NONE, NO_ENTRIES } from './nothing';
import { hasColumns } from './value-types';
import { wholeView, type View } from './views';

/** Pseudo-name of whatever steps of unknown effect may have done to any name. */
export const FOG = '?';

/**
 * `precise`, for forecasts: what only may change a value does so when the kernel showed it.
 * `sound`, for slices: it does unless the kernel showed that it does not.
 */
export type Policy = 'precise' | 'sound';

/** What `World.read` is asked for. */
export type Sight = {
  /** Equal for equal sights. */
  readonly id: string;
  readonly name: string;
  readonly path: string | null;
  readonly ignores: readonly string[];
  /** Tells what is looked at; the whole where it is missing. */
  readonly view?: () => View;
};

/** How a name comes to a new version. */
export type Change = {
  readonly name: string;
  readonly step: Step;
  /** Part that changes; null for the whole value. */
  readonly part: string | null;
  readonly carried?: readonly Carried[];
  /** On what the value hangs besides the notebook. */
  readonly chances?: readonly Chance[];
  /** Key of the value, where it hangs on less than the whole step. */
  readonly valueKey?: number;
};

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
    this.names.forEach((version, name) => copy.names.set(name, version));
    this.setters.forEach((known, name) =>
      copy.setters.set(name, new Set(known))
    );
    copy.shared.copyFrom(this.shared);
    this.contents.forEach((content, path) => copy.contents.set(path, content));
    copy.serial = this.serial;
    return copy;
  }

  /** By path, what a file held after the last step that wrote to it; null when not known. */
  readonly contents = new Map<string, string | null>();

  /** Steps of a document that would stop, with the offset at which each would. */
  readonly broken = new Map<Step, number>();

  /** Which names reach one value. */
  readonly shared = new SharedValues(name => this.names.has(name));

  get(name: string): Version | undefined {
    return this.names.get(name);
  }

  /** What a reader of a name sees now. */
  read({ name, path, ignores, view = wholeView }: Sight): Read {
    const version = this.names.get(name) ?? null;
    if (!version) {
      const key = this.knowledge.interner.intern(`absent ${name}`);
      const parts = NO_ENTRIES;
      return { name, path, key, version, parts, baseKey: key, view };
    }
    const seesAll =
      path === null ||
      (this.policy === 'sound' &&
        !hasColumns(this.knowledge.typeOf(name, version)));
    if (version.parts.size === 0 || (seesAll && ignores.length === 0)) {
      const { key, baseKey, parts } = version;
      return { name, path, key, version, parts, baseKey, view };
    }
    const parts = new Map<string, Part>();
    for (const part of seesAll ? version.parts.keys() : [path, WHOLE]) {
      const value = version.parts.get(part);
      if (value && !ignores.includes(part)) {
        parts.set(part, value);
      }
    }
    const isHidden = !seesAll && parts.has(path);
    const baseKey = isHidden ? 0 : version.baseKey;
    const key = this.combine(baseKey, parts);
    return { name, path, key, version, parts, baseKey, view };
  }

  /** What a reader sees of a file that no step wrote. */
  outside(name: string, content: string): Read {
    const key =
      this.knowledge.keyOfPrint(name, content) ??
      this.knowledge.interner.intern(`${name}\n${content}`);
    const parts = NO_ENTRIES;
    const nobody = { path: null, version: null, view: wholeView };
    return { ...nobody, name, key, parts, baseKey: key };
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
    const { taint } = step;
    const old = this.names.get(name);
    this.serial += 1;
    const { serial, policy } = this;
    if (old?.key !== key) {
      const whole = { key, baseKey: key, baseStep: step, parts: NO_ENTRIES };
      this.names.set(name, { ...whole, carried, chances, taint, serial });
    } else if (policy === 'precise') {
      this.names.set(name, { ...old, baseStep: step, chances, taint, serial });
    } else {
      this.names.set(name, { ...old, taint, serial });
    }
  }

  /** Changes a value in place: one part of it, or the whole, whose former state the step has read. */
  update({ name, step, part, chances = NONE, valueKey }: Change): void {
    const old = this.names.get(name);
    if (!old || part === null) {
      this.bind({ name, step, part, chances, carried: old?.carried, valueKey });
      return;
    }
    const own: Part = { key: this.keyFor(name, step, part), step, chances };
    const key = this.combine(old.baseKey, old.parts, { part, key: own.key });
    const taint = old.taint ?? step.taint;
    this.serial += 1;
    const { serial } = this;
    if (key === old.key) {
      this.names.set(name, { ...old, taint, serial });
      return;
    }
    const parts = new Map(old.parts);
    parts.delete(part);
    parts.set(part, own);
    this.names.set(name, { ...old, key, parts, taint, serial });
  }

  /** Changes a value to an unknown extent that the step has not read: what it was before counts. */
  changeUnread(change: Change): void {
    const old = this.names.get(change.name);
    const key = this.keyFor(change.name, change.step);
    const valueKey = old && this.knowledge.interner.pair(old.key, key);
    const carried = old?.carried;
    this.bind({ ...change, carried, valueKey });
  }

  /** Marks a value as not known for sure. */
  doubt(name: string, taint: UnknownReason): void {
    const old = this.names.get(name);
    if (old && !old.taint) {
      this.names.set(name, { ...old, taint });
    }
  }

  /** Early cutoff: a value that was there before counts as the version that it had then, made by its maker of now. */
  recognise(
    name: string,
    print: string | undefined,
    worked: string | null = null
  ): void {
    const made = this.names.get(name);
    if (!made || this.policy === 'sound') {
      return;
    }
    if (print !== undefined) {
      this.knowledge.notePrint(name, made, print);
    }
    if (worked !== null) {
      this.knowledge.noteWorked(name, made, worked);
    }
    const canonical = this.knowledge.canonical(made);
    if (canonical.key !== made.key) {
      const { baseStep, chances, serial } = made;
      const taint = made.taint && canonical.taint;
      const parts = new Map<string, Part>();
      canonical.parts.forEach(({ key }, part) => {
        const own = made.parts.get(part) ?? { step: baseStep, chances };
        parts.set(part, { ...own, key });
      });
      this.names.set(name, {
        ...canonical,
        parts,
        baseStep,
        chances,
        taint,
        serial
      });
    }
  }

  delete(name: string): void {
    this.names.delete(name);
  }

  /** Notes which code sets an ambient state. */
  noteSetter(name: string, origin: string): void {
    const known = this.setters.get(name) ?? new Set();
    this.setters.set(name, known.add(origin));
  }

  /** True when no other code has set the ambient state. */
  isOnlySetBy(name: string, origin: string): boolean {
    const known = this.setters.get(name);
    return !known || [...known].every(one => one === origin);
  }

  /** Key of what a step leaves under a name, or in a part of it. */
  private keyFor(name: string, { key }: Step, part?: string): number {
    const { interner } = this.knowledge;
    const whole = interner.pair(interner.intern(name), key);
    return part === undefined
      ? whole
      : interner.pair(interner.intern(part), whole);
  }

  /** Key of a base with its parts, one of which may be another than it was. */
  private combine(
    baseKey: number,
    parts: ReadonlyMap<string, Part>,
    changed?: { readonly part: string; readonly key: number }
  ): number {
    if (parts.size === 0 && !changed) {
      return baseKey;
    }
    const { interner } = this.knowledge;
    let sum = changed ? interner.sum(0, changed.key) : 0;
    parts.forEach(({ key }, part) => {
      if (part !== changed?.part) {
        sum = interner.sum(sum, key);
      }
    });
    return interner.pair(baseKey, interner.bag(sum));
  }

  private readonly names = new Map<string, Version>();
  private readonly setters = new Map<string, Set<string>>();
  private serial = 0;
}
