// What a slice has to count of files, folders and repositories that no path in the code tells.
import { nextTurn, fileName } from './ambient-names';
import type { AmbientWrite } from './observation';
import type { Prepared } from './prepared';
import type { World } from './world';

/** Questions whether a file or folder is there. */
const ASKING =
  /^(?:exists|lexists|is_file|is_dir|isfile|isdir|getsize|getmtime)$/;
const MAKING = /^(?:makedirs|mkdir|copytree|extractall)$/;
/** What may write into a folder. */
const MEETING =
  /^(?:chdir|open|save\w*|dump|to_\w+|write_\w+|copy\w*|move|rename|rmtree|rmdir)$/;
/** A text that may name something in a folder. */
const PATH = /[/\\]/;
/** Pseudo-name of the folders that code made. */
const FOLDERS = '@folders';
const LISTING = /^(?:i?glob|rglob|iterdir|listdir|scandir|walk)$/;

/** Pseudo-names of the files that show when the code lists a folder, or asks whether a file is there, or that its commands may name. */
export function listedFiles({ contents }: World, prepared: Prepared): string[] {
  const paths = [...contents.keys()];
  if (paths.length === 0 || listsFolder(prepared)) {
    return paths.map(fileName);
  }
  const { analysis } = prepared;
  const isAsked = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return Boolean(analysis.spelled?.literals.some(one => one.includes(name)));
  };
  const isNamed = (path: string): boolean =>
    analysis.spelled?.hasMagic === true &&
    wordsOf(path).every(word => analysis.spelled?.words.has(word));
  const isMet = prepared.spells(ASKING)
    ? (path: string) => isAsked(path) || isNamed(path)
    : isNamed;
  return paths.filter(isMet).map(fileName);
}

/** The words of a file's name, in whatever folder it is; all of it where it has none. */
function wordsOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.match(/[^\W\d]\w*/gu) ?? [name];
}

/** Pseudo-names of the repository that commands of git look at, and of what they are told about who uses it. */
const REPOSITORY = '@repository';
const IDENTITY = '@identity';
const GIT = /^git$/;
const KEEPING =
  /^(?:init|clone|add|commit|rm|mv|merge|checkout|switch|restore|reset|rebase|stash|tag|branch|remote)$/;
const NAMING = /^config$/;
const SIGNING = /^(?:commit|merge|rebase|pull|config)$/;
/** Commands that need no repository. */
const ALONE = /^(?:clone|version)$/;

/** What commands of git find of what others left, and leave themselves unless they refuse. */
export function repository(
  world: World,
  prepared: Prepared,
  hasRefused: boolean
): OutsideState {
  const { analysis, normalised, spells } = prepared;
  const written = new Map<string, AmbientWrite>();
  if (!analysis.spelled?.hasMagic || !spells(GIT)) {
    return { read: [], written };
  }
  const leave = (name: string): void => {
    const part = nextTurn(world.get(name), normalised);
    written.set(name, { isFresh: false, part });
  };
  if (spells(KEEPING) && !hasRefused) {
    leave(REPOSITORY);
  }
  if (spells(NAMING)) {
    leave(IDENTITY);
  }
  const read = [
    ...(spells(ALONE) ? [] : [REPOSITORY]),
    ...(spells(SIGNING) ? [IDENTITY] : [])
  ];
  return { read: read.filter(name => world.get(name)), written };
}

/** State outside of the namespace: what a step finds, and what it leaves. */
type OutsideState = {
  readonly read: readonly string[];
  readonly written: ReadonlyMap<string, AmbientWrite>;
};

/** What a step finds of the folders that others made, and makes itself. */
export function folders(world: World, prepared: Prepared): OutsideState {
  const { analysis, normalised } = prepared;
  const part = nextTurn(world.get(FOLDERS), normalised);
  const isMaking = prepared.spells(MAKING);
  const isMeeting =
    world.get(FOLDERS) !== undefined &&
    (Boolean(analysis.spelled?.literals.some(one => PATH.test(one))) ||
      prepared.spells(MEETING) ||
      prepared.spells(ASKING) ||
      listsFolder(prepared));
  return {
    read: isMeeting ? [FOLDERS] : [],
    written: new Map(isMaking ? [[FOLDERS, { isFresh: false, part }]] : [])
  };
}

/** True for code that asks which files are in a folder. */
export function listsFolder({ spells }: Pick<Prepared, 'spells'>): boolean {
  return spells(LISTING);
}
