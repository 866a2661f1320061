// What one step sees of names: each sight once, those that nobody bound, and results of earlier steps.
import { ROWS, type Definition } from '../analysis';
import { FOG } from './fog';
import { ambientName, HISTORY, PREDEFINED } from './ambient-names';
import { isUnbound } from './broken';
import { seenBefore } from './seen-before';
import type { Circumstances } from './observation';
import type { Prepared } from './prepared';
import type { Sight } from './prepared-reads';
import { Parts } from './parts';
import { Reads } from './reads';
import { readOf, usualKey } from './see-version';
import type { Read } from './version';
import type { World } from './world';
import { NONE } from './nothing';

/** Where libraries and tables are attached. */
const PATH = ambientName('path');

/** Marks a sight of what code shows before it changes it. */
const SHOWN = '\n\nshown';

/** Marks the question whether a name is there. */
const THERE = '\n\nthere';

/** True for a question whether a name is there. */
export function isQuestion({ id }: Read): boolean {
  return id.endsWith(THERE);
}

/** What values hang on: all but what is shown alone. */
export function withoutShown(reads: readonly Read[]): readonly Read[] {
  return reads.some(isShown) ? reads.filter(one => !isShown(one)) : reads;
}

/** True for a sight of what code shows before it changes it. */
export function isShown({ id }: Read): boolean {
  return id.endsWith(SHOWN);
}

/** True for code of which nothing is unknown but which names it binds: no state outside of the namespace is its doing. */
function onlyBinds({ analysis: { unanalysed } }: Prepared): boolean {
  return unanalysed.every(({ extent }) => extent === 'bindings');
}

/** The part of the path that a source puts there itself, as it is kept; null for none, or one that is not told. */
function ownAttached({ effects }: Prepared): string | null {
  const own = effects.filter(
    ({ name, action }) => name === PATH && action === 'update'
  );
  const parts = own.flatMap(({ setting }) => setting?.part ?? []);
  const isTold = own.length > 0 && parts.length === own.length;
  return isTold ? JSON.stringify([...new Set(parts)].sort()) : null;
}

/** Looks at names of a world for one source. */
export class Looking {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared,
    private readonly told: Pick<Circumstances, 'left' | 'unchanged'>
  ) {
    this.attached =
      prepared.analysis.searches === true ? ownAttached(prepared) : null;
  }

  /** Sees a name, or a part of its value. */
  look(sight: Sight, isCertain: boolean): void {
    const { id, name } = sight;
    if (this.reads.has(id)) {
      return;
    }
    const now = this.read(sight);
    const read =
      this.world.policy === 'precise' && now.version
        ? seenBefore(this.world, this.prepared, now, this.told)
        : now;
    if (!read.version) {
      if (PREDEFINED.has(name)) {
        this.world.watch?.noteName(name, undefined);
        return;
      }
      if (HISTORY.test(name)) {
        this.lookBack(sight);
        return;
      }
      if (this.isFoundElsewhere(name, isCertain)) {
        this.lookElsewhere();
      } else if (isCertain && !name.startsWith('@')) {
        this.miss(name);
      }
    }
    this.noteSight(sight, read, now);
    this.reads.add(read.id === id ? read : { ...read, id });
    if (read !== now && this.prepared.analysis.tidies === 'values') {
      const shown = id + SHOWN;
      this.reads.add({ ...now, id: shown });
      this.silent = [...this.silent, shown];
    }
  }

  /** What stands under the name; what a cell of a document would stop before is as good as not bound. */
  private read(sight: Sight): Read {
    const { world } = this;
    const read = world.read(sight);
    if (!isUnbound(read, world.broken)) {
      return read;
    }
    world.watch?.lose();
    const key = usualKey(world, sight.name);
    return { ...read, key, baseKey: key };
  }

  /** Sees the whole value of a name that may be missing. */
  lookWhole(name: string): void {
    this.look({ id: name, name, path: null, ignores: NONE }, false);
  }

  /** Sees the whole of what stands over something built in; a cell that would stop before it binds that leaves what is built in. */
  lookOver(name: string): void {
    const version = this.world.get(name);
    if (version && !isUnbound({ version, name }, this.world.broken)) {
      this.lookWhole(name);
    }
  }

  /** Sees the whole value of a name but for a part that the source itself has replaced by then. */
  lookPast(name: string, part: string): void {
    if (!this.reads.has(name)) {
      const ignores = [part];
      this.look({ id: `${name}\n\n${part}`, name, path: null, ignores }, false);
    }
  }

  /** Sees what a body reads; one that asks a database anew counts no rows that somebody asked for before. */
  lookFrom({ updates }: Pick<Definition, 'updates'>, name: string): void {
    const isAsked = updates.some(
      one => one.name === name && one.path === ROWS && one.isReplacement
    );
    if (isAsked) {
      this.lookPast(name, ROWS);
    } else {
      this.lookWhole(name);
    }
  }

  /** Sees whether a name is there, and nothing of its value. */
  lookWhether(name: string): void {
    const { world } = this;
    world.watch?.lose();
    const version = world.get(name) ?? null;
    const id = name + THERE;
    const { interner } = world.knowledge;
    const key = interner.intern(version ? 'there' : 'not there');
    const seen = { key, parts: Parts.none, baseKey: key };
    this.reads.add(readOf({ id, name, path: null }, version, seen, NONE));
  }

  /** Sees what shows and no value hangs on. */
  lookAside(read: Read): void {
    if (!this.reads.has(read.id)) {
      this.reads.add(read);
      this.silent = [...this.silent, read.id];
    }
  }

  /** What no cell binds may come from a library, or from a table that was attached. */
  private isFoundElsewhere(name: string, isCertain: boolean): boolean {
    const { analysis, calls } = this.prepared;
    return (
      analysis.searches === true &&
      !name.startsWith('@') &&
      (isCertain || calls.includes(name)) &&
      !this.isOfNotebook(name) &&
      (this.attached !== null || this.world.get(PATH) !== undefined)
    );
  }

  /** Sees what is attached, but for what the source attaches itself. */
  private lookElsewhere(): void {
    if (this.attached === null) {
      this.lookWhole(PATH);
    } else {
      this.lookPast(PATH, this.attached);
    }
  }

  private isOfNotebook(name: string): boolean {
    this.world.watch?.lose();
    return this.world.knowledge.notebookNames.has(name);
  }

  /** What is seen of a value in order to change it, where nothing else hangs on it if the change `isSilent`. */
  lookToChange(sight: Sight, isCertain: boolean, isSilent = false): void {
    const { list } = this.reads;
    const before = list.length;
    this.look(sight, isCertain);
    if (isSilent && list.length > before) {
      this.silent = [...this.silent, sight.id];
    }
  }

  /** Sees a class; what is seen of two classes of one name are two sights. */
  lookAtClass(read: Read): void {
    this.world.watch?.lose();
    const { id, key } = read;
    const known = this.reads.list.find(one => one.id === id);
    if (!known) {
      this.reads.add(read);
    } else if (known.key !== key && !this.reads.has(`${id} ${key}`)) {
      this.reads.add({ ...read, id: `${id} ${key}` });
    }
  }

  /** After a step of unknown effect, whatever was seen may be its doing, and what was missed may be there. */
  lookThroughFog(): void {
    const fog = this.world.get(FOG);
    if (!fog) {
      return;
    }
    const bindsAlone =
      this.prepared.analysis.searches === true &&
      onlyBinds(fog.baseStep.prepared);
    const mayBeItsDoing = ({ name }: Read): boolean =>
      !(bindsAlone && name.startsWith('@')) && this.world.isFogged(name);
    if (this.reads.list.some(mayBeItsDoing)) {
      this.lookWhole(FOG);
    }
    this.absent = NONE;
  }

  /** A result of an earlier step. */
  private lookBack(sight: Sight): void {
    this.world.watch?.lose();
    const { knowledge, results } = this.world;
    const read = results.read(knowledge, sight);
    if (read) {
      this.reads.add(read);
    } else {
      this.readsHistory = true;
    }
  }

  private noteSight(sight: Sight, read: Read, now: Read): void {
    const { watch } = this.world;
    if (read === now) {
      watch?.noteSight(sight, read.version);
    } else {
      watch?.lose();
    }
  }

  private miss(name: string): void {
    if (!this.absent.includes(name)) {
      this.absent = [...this.absent, name];
    }
  }

  /** What the source attaches itself. */
  private readonly attached: string | null;
  readonly reads = new Reads();
  /** Names without a version that are surely read. */
  absent: readonly string[] = NONE;
  /** Sights that only served to change what was seen, or to show it. */
  silent: readonly string[] = NONE;
  /** True once an input or a result was looked at of which it is not known what it stands for. */
  readsHistory = false;
}
