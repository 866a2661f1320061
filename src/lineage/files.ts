// Files as state that cells read and write: which content a reader saw, told by hash, else by size and time.
import type { Execution, FileUse } from '../model';
import { NONE, NO_ENTRIES } from './nothing';
import type { PreparedFile } from './prepared';
import type { Read } from './version';

/** What is known of a file now; both null when it is gone. */
export type FileState = Pick<FileUse, 'size' | 'modified'>;

/** One touch of a file by one step. */
export type FileTouch = PreparedFile & {
  /** What it held after the step, or when the step would read it; null when not known. */
  readonly content: string | null;
  /** What was seen of it when the process read it, where it is not read again. */
  readonly read?: Read;
};

/** Times this near are equal, in milliseconds: not every clock tells parts of a millisecond. */
const TOLERANCE_MS = 2;

/** What all runs showed of files. */
export class FileRecord {
  /** Adds what an execution of a source did to files. */
  add(normalised: string, { report }: Execution): void {
    for (const use of report?.files ?? []) {
      this.newest.set(use.path, use);
      if (use.hash !== null) {
        this.hashes.set(stateOf(use), use.hash);
      }
      const known = this.bySource.get(normalised) ?? new Map();
      this.bySource.set(normalised, known.set(use.path, use.mode));
    }
  }

  /** Takes the present state of files, for what would be read now; true when it is another one. */
  setPresent(files: ReadonlyMap<string, FileState> = NO_ENTRIES): boolean {
    const isSame =
      files.size === this.present.size &&
      [...files].every(([path, { size, modified }]) => {
        const known = this.present.get(path);
        return known?.size === size && known.modified === modified;
      });
    this.present = files;
    return !isSame;
  }

  /** True where somebody looked for the file, and it is not there. */
  isGone(path: string): boolean {
    return this.present.get(path)?.size === null;
  }

  /** True where no kernel told what a source does to files. */
  get isUntold(): boolean {
    return this.bySource.size === 0;
  }

  /**
   * What a step does to files: as reported, else as executions of its source did, and as its source, which `files` are of, says; `ran` is the source,
   * normalised, under the names under which it ran.
   */
  touchesOf(
    files: readonly PreparedFile[],
    ran: string,
    execution: Execution | null
  ): readonly FileTouch[] {
    const reported = execution?.report?.files;
    if (files.length === 0 && !(reported ?? this.bySource.get(ran))) {
      return NONE;
    }
    const learned = reported
      ? reported.map(({ path, mode }) => [path, mode] as const)
      : [...(this.bySource.get(ran) ?? [])];
    if (learned.length === 0 && files.length === 0) {
      return [];
    }
    const modes = new Map(learned);
    const told = files.map(file => {
      // What the kernel tells of a file that changed is what it held afterwards.
      const isFormer =
        file.action === 'read' && (modes.get(file.path) ?? 'read') !== 'read';
      const content = isFormer ? null : this.contentOf(file.path, reported);
      return { ...file, content };
    });
    const more = learned
      .filter(([path, mode]) => !isTold(files, path, mode))
      .map(([path, action]) => ({
        path,
        action,
        content: this.contentOf(path, reported)
      }));
    return [...told, ...more];
  }

  private contentOf(
    path: string,
    reported: readonly FileUse[] | undefined
  ): string | null {
    const use = reported?.find(one => one.path === path);
    const newest = this.newest.get(path);
    if (use) {
      return this.contentId(use);
    }
    const now = reported ? undefined : this.present.get(path);
    if (!now || (newest && isSameState(newest, now))) {
      return newest ? this.contentId(newest) : null;
    }
    return newest ? `${now.size} ${now.modified}` : null;
  }

  /** A report that did not read the content means the one that another read at the same size and time. */
  private contentId(use: FileUse): string {
    return (
      use.hash ?? this.hashes.get(stateOf(use)) ?? `${use.size} ${use.modified}`
    );
  }

  private readonly hashes = new Map<string, string>();
  private readonly newest = new Map<string, FileUse>();
  private readonly bySource = new Map<string, Map<string, FileUse['mode']>>();
  private present: ReadonlyMap<string, FileState> = NO_ENTRIES;
}

/** True when the source tells that it touches the file, and that it changes it if it does. */
function isTold(
  files: readonly PreparedFile[],
  path: string,
  mode: FileUse['mode']
): boolean {
  return files.some(
    one => one.path === path && (mode === 'read' || one.action !== 'read')
  );
}

function stateOf({ path, size, modified }: FileUse): string {
  return `${size} ${modified} ${path}`;
}

function isSameState(one: FileState, other: FileState): boolean {
  return (
    one.size === other.size &&
    (one.modified === null || other.modified === null
      ? one.modified === other.modified
      : Math.abs(one.modified - other.modified) <= TOLERANCE_MS)
  );
}
