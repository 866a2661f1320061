// Paths inside a bundle: relative, within it, the same on every system.

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The path with `/` between its parts and without `.`; null for one that leads out, or that some system cannot hold. */
export function safePath(path: string): string | null {
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path) || path.length > 240) {
    return null;
  }
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  const isSafe = parts.every(
    part =>
      part !== '..' &&
      !/[\\:*?"<>|\p{Cc}\p{Cs}\p{Cf}]/u.test(part) &&
      !/[. ]$/.test(part) &&
      !RESERVED.test(part)
  );
  return isSafe && parts.length > 0 ? parts.join('/') : null;
}

/** Takes paths as long as none is a file where another needs a folder, or the same on systems that ignore case. */
export class PathSet {
  /** True when the path was free, and is taken now. */
  take(path: string): boolean {
    const key = path.toLowerCase();
    const folders = foldersOf(key);
    if (
      this.files.has(key) ||
      this.folders.has(key) ||
      folders.some(folder => this.files.has(folder))
    ) {
      return false;
    }
    this.files.add(key);
    folders.forEach(folder => this.folders.add(folder));
    return true;
  }

  private readonly files = new Set<string>();
  private readonly folders = new Set<string>();
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
