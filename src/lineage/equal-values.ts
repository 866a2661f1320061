// Which versions have one value, as the kernel told by fingerprints, and as was worked out without it.
import type { Version } from './version';

/** What tells that a version is an earlier one again. */
export class EqualValues {
  /** Forgets versions; what was worked out stays held against what the kernel told. */
  forget(): void {
    this.canonicals.clear();
    this.firsts.clear();
    this.worked.clear();
    this.firstsWorked.clear();
  }

  /** Notes the fingerprint of a version's value; the first one holds. */
  notePrint(name: string, version: Version, print: string): void {
    const ofName = this.firsts.get(name) ?? new Map<string, Version>();
    const first = ofName.get(print) ?? version;
    if (first === version) {
      this.firsts.set(name, ofName.set(print, version));
    }
    if (!this.canonicals.has(version.key)) {
      this.canonicals.set(version.key, first);
    }
  }

  /** Notes the value of a version that was worked out without the kernel. */
  noteWorked(name: string, version: Version, worked: string): void {
    const id = `${name}\n${worked}`;
    this.worked.set(version.key, id);
    if (!this.firstsWorked.has(id)) {
      this.firstsWorked.set(id, version);
    }
  }

  /**
   * Holds a value or an output that was worked out against what the kernel told of it: one may not stand for two. False
   * when it does, and what is worked out proves nothing from then on.
   */
  isHeld(what: string, worked: string, told: string): boolean {
    const known = this.held.get(`${what}\n${worked}`) ?? told;
    this.held.set(`${what}\n${worked}`, known);
    this.isMistaken ||= known !== told;
    return known === told;
  }

  /** True once something that was worked out was not what the kernel told. */
  isMistaken = false;

  /** The first version of the name that had the same value. */
  canonical(version: Version): Version {
    if (this.canonicals.size + this.worked.size === 0) {
      return version;
    }
    const told = this.canonicals.get(version.key);
    const worked = this.worked.get(version.key);
    if (told || worked === undefined) {
      return told ?? version;
    }
    const first = this.firstsWorked.get(worked) ?? version;
    return this.canonicals.get(first.key) ?? first;
  }

  /** The key of the first version that had a value, by its fingerprint; undefined when none had. */
  keyOfPrint(name: string, print: string): number | undefined {
    return this.firsts.get(name)?.get(print)?.key;
  }

  /** By the key of a version, the first one with the same value. */
  private readonly canonicals = new Map<number, Version>();
  /** By name, then by fingerprint. */
  private readonly firsts = new Map<string, Map<string, Version>>();
  /** By the key of a version, its name with the value that was worked out. */
  private readonly worked = new Map<number, string>();
  private readonly firstsWorked = new Map<string, Version>();
  private readonly held = new Map<string, string>();
}
