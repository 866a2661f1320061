// The names of one namespace, each with its version.
import { isSameCode } from './carried';
import { NONE } from './nothing';
import type { Version } from './version';

/** Versions by name. */
export class Names {
  get(name: string): Version | undefined {
    return this.versions.get(name);
  }

  has(name: string): boolean {
    return this.versions.has(name);
  }

  keys(): readonly string[] {
    return [...this.versions.keys()];
  }

  entries(): readonly (readonly [string, Version])[] {
    return [...this.versions];
  }

  /** Gives a name a version in the place of the old one, if there is one. */
  set(name: string, old: Version | undefined, version: Version): void {
    this.versions.set(name, version);
    if (!isSameCode(old?.carried ?? NONE, version.carried)) {
      this.state = {};
    }
  }

  delete(name: string): void {
    const old = this.versions.get(name);
    if (old && old.carried.length > 0) {
      this.state = {};
    }
    this.versions.delete(name);
  }

  /** The same, and the same in a copy, for as long as the same code stands behind all names. */
  get code(): object {
    return this.state;
  }

  copyFrom({ versions, state }: Names): void {
    versions.forEach((version, name) => this.versions.set(name, version));
    this.state = state;
  }

  private readonly versions = new Map<string, Version>();
  private state: object = {};
}
