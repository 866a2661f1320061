// Files that a cell did not find and a fresh run does: what was written since outlasts the kernel, and cells above may write more.
import { fileName, isFile, nearPath, pathOfFile } from './ambient-names';
import { causeAt } from './cause';
import type { Cause } from './forecast-types';
import { pathIn } from './open-paths';
import type { Listing } from './prepared';
import { removes } from './taken-files';
import type { Moment, Timeline } from './timeline';
import type { Step } from './version';

/** What code has that reads a file where there is one, and does without where there is none. */
const WITHOUT_FILE =
  /^(?:exists|isfile|is_file|access|FileNotFoundError|OSError|IOError|Exception|except)$/;

/** A moment of the record, and what a fresh run would do until it gets there. */
export type Meeting = {
  readonly timeline: Timeline;
  readonly moment: Moment;
  /** Tells what would run above. */
  readonly above: () => readonly Step[];
};

/** Causes by which a fresh run would find more files than an execution did, or others; none where files were taken away. */
export function leftFiles(meeting: Meeting): Cause[] {
  const { timeline, moment } = meeting;
  const { step } = moment;
  const { tells, report } = step.execution ?? {};
  const told = report?.files ?? [];
  const read = step.reads.filter(
    ({ name, version }) =>
      version === null &&
      isFile(name) &&
      !step.prepared.spells(WITHOUT_FILE) &&
      !told.some(({ path }) => path === pathOfFile(name))
  );
  if (tells?.listed === undefined && read.length === 0) {
    return [];
  }
  const above = meeting.above();
  const since = timeline.since(moment);
  if (since.some(takesUnseen) || above.some(takesUnseen)) {
    return [];
  }
  const left = new Set<string>();
  for (const one of since) {
    filesWritten(one).forEach(name => left.add(name));
    takeAway(left, one);
  }
  const known = new Set(
    timeline
      .before(moment)
      .filter(({ execution }) => execution?.status === 'ok')
      .flatMap(filesWritten)
  );
  for (const one of above) {
    filesWritten(one)
      .filter(name => !known.has(name))
      .forEach(name => left.add(name));
    takeAway(left, one);
  }
  const listings = step.prepared.listings.flatMap(one => {
    const path = pathIn(step, one.path);
    return path === null ? [] : [{ ...one, path }];
  });
  const isNew = (name: string): boolean =>
    listings.some(one => isListed(one, pathOfFile(name))) &&
    !tells?.listed?.includes(lastPart(pathOfFile(name)));
  const found = [
    ...(tells?.listed ? [...left].filter(isNew) : []),
    ...read
      .map(({ name }) => name)
      .filter(name => isOtherSince(timeline, moment, name))
  ];
  return found.map(name => causeAt('file-left', name, step.cellId, step));
}

/** True where an execution showed when files were written that are written anew since, or would be. */
export function showsWritingTimes(meeting: Meeting): boolean {
  const { timeline, moment } = meeting;
  const listed = moment.step.execution?.tells?.listed;
  const timed = moment.step.prepared.listings.filter(one => one.showsTimes);
  if (listed === undefined || timed.length === 0) {
    return false;
  }
  const isShown = (path: string): boolean =>
    [path, lastPart(path)].some(word => listed.includes(word)) &&
    timed.some(one => one.path === path || isListed(one, path));
  return [...timeline.since(moment), ...meeting.above()].some(one =>
    filesWritten(one).some(name => isShown(pathOfFile(name)))
  );
}

/** True where a file that nobody had written is written later, or holds something else than it did. */
function isOtherSince(
  timeline: Timeline,
  moment: Moment,
  name: string
): boolean {
  const keyAt = (steps: readonly Step[]): number | undefined =>
    steps.reduce<number | undefined>(
      (key, { written }) => written.get(name)?.key ?? key,
      undefined
    );
  const since = timeline.since(moment);
  const later = keyAt(since.filter(step => !missedFile(step, name)));
  return later !== undefined && later !== keyAt(timeline.before(moment));
}

/** True for a step that stopped for want of the file, or whose command did: it did nothing to it. */
function missedFile({ execution }: Step, name: string): boolean {
  const { error, tells } = execution ?? {};
  if (tells?.lacksFiles?.some(path => fileName(nearPath(path)) === name)) {
    return true;
  }
  const { ename, evalue = '' } = error ?? {};
  const written = evalue.replace(/\\\\/g, '\\');
  return ename === 'FileNotFoundError' && written.includes(pathOfFile(name));
}

/** True for a step that takes away files which it does not name: nobody knows then what is there in the end. */
function takesUnseen({ prepared }: Step): boolean {
  return prepared.takesFiles;
}

/** Takes away the files that a step takes away, and those in folders that it does. */
function takeAway(names: Set<string>, { prepared }: Step): void {
  for (const name of names) {
    if (removes(prepared, pathOfFile(name))) {
      names.delete(name);
    }
  }
}

/** Pseudo-names of the files that a step wrote. */
function filesWritten({ written }: Step): string[] {
  return [...written.keys()].filter(isFile);
}

/** True where the file is one of those that are asked for: in the folder, or of the pattern. */
function isListed({ path: asked }: Listing, path: string): boolean {
  const folder = path.slice(
    0,
    Math.max(0, path.length - lastPart(path).length)
  );
  if (/[*?[\]]/.test(asked)) {
    return patternOf(asked).test(path);
  }
  return asked === folder.replace(/\/$/, '') && !lastPart(path).startsWith('.');
}

function patternOf(asked: string): RegExp {
  const text = asked.replace(/[\\^$.|?*+(){}[\]]/g, sign =>
    sign === '*' ? '[^/]*' : sign === '?' ? '[^/]' : `\\${sign}`
  );
  return new RegExp(`^${text}$`);
}

const lastPart = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1);
