// What the disk holds that outlasts a kernel, as far as recorded steps wrote it.
import { isIn } from './ambient-names';
import type { FileTouch } from './files';
import type { Prepared } from './prepared';

/** What the recorded steps left on the disk, so far: a kernel that starts finds it. */
export class LeftOnDisk {
  /** Notes what a recorded step left of files. */
  note(
    { files, takesFiles }: Prepared,
    touched: readonly FileTouch[],
    keyOf: (path: string) => number | undefined
  ): void {
    if (takesFiles) {
      this.keys.clear();
    }
    for (const { path, action } of touched) {
      const key = action === 'read' ? undefined : keyOf(path);
      if (key !== undefined) {
        this.keys.set(path, key);
      }
    }
    for (const { path, removes } of files) {
      if (removes) {
        this.remove(path);
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

  /** A file, or a folder with all that is in it. */
  private remove(path: string): void {
    for (const known of this.keys.keys()) {
      if (isIn(known, path)) {
        this.keys.delete(known);
      }
    }
  }

  private readonly keys = new Map<string, number>();
}
