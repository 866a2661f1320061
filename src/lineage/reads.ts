// What one step reads, each sight once, in the order in which it is seen.
import type { Read } from './version';

/** Sights up to this number are gone through one by one. */
const FEW = 16;

/** Collects reads. */
export class Reads {
  has(id: string): boolean {
    const { list } = this;
    if (list.length > FEW) {
      this.ids ??= new Set(list.map(one => one.id));
      return this.ids.has(id);
    }
    for (const one of list) {
      if (one.id === id) {
        return true;
      }
    }
    return false;
  }

  /** Adds one that is not there yet. */
  add(read: Read): void {
    this.list.push(read);
    this.ids?.add(read.id);
  }

  readonly list: Read[] = [];
  private ids: Set<string> | null = null;
}
