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
      const key = keyOf(path);
      if (key !== undefined && action !== 'read') {
        this.keys.set(path, key);
      } else if (
        key !== undefined &&
        touched.every(one => one.path !== path || one.action === 'read')
      ) {
        this.readings.add(readingOf(prepared, path, key));
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

  /** The same where a recorded step of this source read just that. */
  keyReadBy(prepared: Prepared, path: string): number | undefined {
    const key = this.keys.get(path);
    return key !== undefined &&
      this.readings.has(readingOf(prepared, path, key))
      ? key
      : undefined;
  }

  forget(): void {
    this.keys.clear();
    this.readings.clear();
  }

  private readonly keys = new Map<string, number>();
  /** What recorded steps read of files that steps before had written. */
  private readonly readings = new Set<string>();
}

function readingOf(
  { normalised }: Prepared,
  path: string,
  key: number
): string {
  return `${key}\n${path}\n${normalised}`;
}
