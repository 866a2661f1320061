// What the disk holds that outlasts a kernel, as far as recorded steps wrote it.
import type { FileTouch } from './files';
import type { Prepared } from './prepared';
import { removes } from './taken-files';

/** What the recorded steps left on the disk, so far: a kernel that starts finds it. */
export class LeftOnDisk {
  /** Notes what a recorded step left of files. */
  note(
    prepared: Prepared,
    touched: readonly FileTouch[],
    keyOf: (path: string) => number | undefined
  ): void {
    if (prepared.takesFiles) {
      this.keys.clear();
    }
    for (const { path, action } of touched) {
      const key = action === 'read' ? undefined : keyOf(path);
      if (key !== undefined) {
        this.keys.set(path, key);
      }
    }
    for (const path of this.keys.keys()) {
      if (removes(prepared, path)) {
        this.keys.delete(path);
      }
    }
  }

  /** Key of what a file holds that no step of a kernel has written yet; undefined where nobody wrote it before. */
  keyOf(path: string): number | undefined {
    return this.keys.get(path);
  }

  forget(): void {
    this.keys.clear();
  }

  private readonly keys = new Map<string, number>();
}
