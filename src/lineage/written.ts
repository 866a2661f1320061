// What one step left: versions by name, in the order in which they were noted.
import type { Version } from './version';

/** Names up to this number are gone through one by one. */
const FEW = 16;

/** Names with their versions, null for a name that the step deleted. Most steps leave few, under the names of their last run. */
export class Written {
  /** `names`: those that are likely; a list that several share as long as they are just these. */
  constructor(private names: readonly string[]) {
    this.versions = new Array<Version | null>(names.length);
  }

  get size(): number {
    return this.count;
  }

  has(name: string): boolean {
    return this.placeOf(name) >= 0;
  }

  /** Undefined for a name that it left as it was. */
  get(name: string): Version | null | undefined {
    const at = this.placeOf(name);
    return at < 0 ? undefined : this.versions[at];
  }

  /** Notes a name that is not there yet. */
  add(name: string, version: Version | null): void {
    const at = this.count;
    if (this.names[at] !== name) {
      this.names = [...this.names.slice(0, at), name];
    }
    this.versions[at] = version;
    this.count += 1;
    this.places?.set(name, at);
  }

  keys(): readonly string[] {
    const { names, count } = this;
    if (count < names.length) {
      this.names = names.slice(0, count);
    }
    return this.names;
  }

  forEach(visit: (version: Version | null, name: string) => void): void {
    for (let at = 0; at < this.count; at += 1) {
      visit(this.versions[at] ?? null, this.names[at] ?? '');
    }
  }

  every(test: (version: Version | null, name: string) => boolean): boolean {
    for (let at = 0; at < this.count; at += 1) {
      if (!test(this.versions[at] ?? null, this.names[at] ?? '')) {
        return false;
      }
    }
    return true;
  }

  [Symbol.iterator](): IterableIterator<readonly [string, Version | null]> {
    return this.keys()
      .map((name, at) => [name, this.versions[at] ?? null] as const)
      [Symbol.iterator]();
  }

  private placeOf(name: string): number {
    const { names, count } = this;
    if (count > FEW) {
      this.places ??= new Map(this.keys().map((one, at) => [one, at]));
      return this.places.get(name) ?? -1;
    }
    for (let at = 0; at < count; at += 1) {
      if (names[at] === name) {
        return at;
      }
    }
    return -1;
  }

  private readonly versions: (Version | null)[];
  private count = 0;
  private places: Map<string, number> | null = null;
}
