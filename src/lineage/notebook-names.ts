// Names that are the notebook's own, in a language that looks beyond it for those that no cell binds.
import type { Prepared } from './prepared';

/** Names that some cell binds without having them from elsewhere: where no cell binds one, it is nowhere. */
export class NotebookNames {
  /** Notes what a source binds; true when that is news. */
  note({ analysis, strong, reads }: Prepared): boolean {
    if (analysis.searches !== true) {
      return false;
    }
    const { size } = this.names;
    const wasOpen = this.isOpen;
    this.isOpen ||= analysis.dispatch?.generics.includes('attach') ?? false;
    strong
      .filter(name => reads.every(read => read.name !== name))
      .forEach(name => this.names.add(name));
    return this.names.size > size || this.isOpen !== wasOpen;
  }

  /** False for any name where tables are attached, whose columns may be called alike. */
  has(name: string): boolean {
    return !this.isOpen && this.names.has(name);
  }

  private readonly names = new Set<string>();
  private isOpen = false;
}
