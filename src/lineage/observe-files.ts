// What one step reads of files, and what it leaves in them.
import { fileName, nextTurn } from './ambient-names';
import type { FileTouch } from './files';
import type { Looking } from './looking';
import { NONE } from './nothing';
import type { AmbientWrite, OwnChance } from './observation';
import type { Prepared } from './prepared';
import { seeKey, seeOutside, usualKey } from './see-version';
import type { World } from './world';

/** Follows one step through files. */
export class FileObserver {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared,
    private readonly looking: Pick<Looking, 'reads' | 'lookWhole'>,
    /** What the step leaves, to which is added what it leaves in files. */
    private readonly left: {
      readonly ambient: Map<string, AmbientWrite>;
      readonly chances: OwnChance[];
    }
  ) {}

  /** A file that a step wrote is as old as that. */
  askWhenWritten(path: string): void {
    if (this.world.get(fileName(path))) {
      this.left.chances.push({ kind: 'clock', into: null, arranges: NONE });
    }
  }

  /** A file is what the last step that wrote to it left, unless somebody else has written since. */
  touch(file: FileTouch): void {
    this.world.watch?.lose();
    if (file.read) {
      this.looking.reads.add(file.read);
    } else if (file.action !== 'read') {
      this.write(file);
    } else if (!this.leaves(file.path)?.isFresh) {
      this.read(file);
    }
  }

  private read({ path, content }: FileTouch): void {
    const { world, looking } = this;
    const name = fileName(path);
    const left = world.contents.get(path) ?? null;
    const isLeft = content === null || left === null || content === left;
    if (world.get(name) && isLeft) {
      looking.lookWhole(name);
    } else if (!looking.reads.has(name)) {
      const found =
        this.leaves(path)?.formerKey ??
        (content === null ? this.keyReadBefore(path) : undefined);
      looking.reads.add(
        found === undefined
          ? seeOutside(world.knowledge, name, content ?? '')
          : seeKey(name, found)
      );
    }
  }

  private write({ path, action, grows }: FileTouch): void {
    const { world, prepared } = this;
    const name = fileName(path);
    const isFresh = action === 'write' || this.leaves(path)?.isFresh === true;
    const code =
      world.policy === 'precise' ? prepared.form : prepared.normalised;
    const part = isFresh ? null : nextTurn(world.get(name), code);
    const formerKey = grows && !isFresh ? this.foundKey(path) : undefined;
    this.left.ambient.set(name, { isFresh, part, formerKey });
  }

  /** What the step has left in the file so far. */
  private leaves(path: string): AmbientWrite | undefined {
    return this.left.ambient.get(fileName(path));
  }

  /** Key of what a file holds before any step of this kernel wrote it; nothing, where nobody did before either. */
  private foundKey(path: string): number {
    const { knowledge, mayLackFiles } = this.world;
    const left = mayLackFiles ? undefined : knowledge.disk.keyOf(path);
    return left ?? usualKey(this.world, fileName(path));
  }

  /** Key of what a file still holds that a cell wrote before this code read it: files outlast the kernel, and the cell. */
  private keyReadBefore(path: string): number | undefined {
    const { knowledge, mayLackFiles } = this.world;
    return mayLackFiles
      ? undefined
      : knowledge.disk.keyReadBy(this.prepared, path);
  }
}
