// What one step left, by name, in the order in which it was settled: one or two entries mostly, so a chain of them.
import type { Version } from './version';

type Entry = {
  readonly name: string;
  readonly version: Version | null;
  next: Entry | null;
};

/** Entries up to this number are gone through one by one. */
const FEW = 16;

/** Collects what a step left; null stands for a name that it deleted. */
export class Written implements Iterable<readonly [string, Version | null]> {
  has(name: string): boolean {
    return this.find(name) !== null;
  }

  get(name: string): Version | null | undefined {
    return this.find(name)?.version;
  }

  /** Adds a name that is not there yet. */
  add(name: string, version: Version | null): void {
    const entry: Entry = { name, version, next: null };
    if (this.last) {
      this.last.next = entry;
    } else {
      this.first = entry;
    }
    this.last = entry;
    this.size += 1;
    this.entries?.set(name, entry);
  }

  keys(): readonly string[] {
    return [...this].map(([name]) => name);
  }

  forEach(visit: (version: Version | null, name: string) => void): void {
    for (let one = this.first; one; one = one.next) {
      visit(one.version, one.name);
    }
  }

  *[Symbol.iterator](): Iterator<readonly [string, Version | null]> {
    for (const { name, version } of this.chain()) {
      yield [name, version];
    }
  }

  private find(name: string): Entry | null {
    if (this.size > FEW) {
      this.entries ??= new Map([...this.chain()].map(one => [one.name, one]));
      return this.entries.get(name) ?? null;
    }
    let one = this.first;
    while (one && one.name !== name) {
      one = one.next;
    }
    return one;
  }

  private *chain(): Iterable<Entry> {
    for (let one = this.first; one; one = one.next) {
      yield one;
    }
  }

  size = 0;
  private first: Entry | null = null;
  private last: Entry | null = null;
  /** By name, where there are many. */
  private entries: Map<string, Entry> | null = null;
}
