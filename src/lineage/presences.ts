// What a cell shows, or whether it goes well, where that hangs on a file that was not there yet and is by now.
import type { FileAccess, Presence } from '../analysis';
import { fileName, isFile, isIn, pathOfFile } from './ambient-names';
import { causeAt } from './cause';
import { failedLineOf } from './failed-at';
import type { FileRecord } from './files';
import type { Cause } from './forecast-types';
import type { Meeting } from './left-files';
import { pathIn } from './open-paths';
import { hasMoved } from './outside';
import { removes } from './taken-files';
import type { Step } from './version';

/** What would come of a cell that met nothing where a fresh run meets something; null where nothing tells that. */
export function metNothing(
  meeting: Meeting,
  files: FileRecord
): { readonly verdict: 'differs' | 'fails'; readonly causes: Cause[] } | null {
  const { step } = meeting.moment;
  const { execution, prepared } = step;
  if (hasMoved(step.reads)) {
    return null;
  }
  const isThere = (path: string, isMade: boolean): boolean =>
    !files.isGone(path) && isThereBy(meeting, path, isMade);
  const causeOf = (path: string): Cause =>
    causeAt('file-left', fileName(path), step.cellId, step);
  const { files: touched = [], presences = [] } = prepared.analysis;
  for (const { path, isMadeOnce, range } of touched) {
    const near = isMadeOnce ? pathIn(step, path) : null;
    if (
      isMadeOnce &&
      near !== null &&
      (wentWell(step, isMadeOnce) || cameBy(step, range.to)) &&
      isThere(near, true)
    ) {
      const verdict = isMadeOnce === 'says' ? 'differs' : 'fails';
      return { verdict, causes: [causeOf(near)] };
    }
  }
  const words = execution?.tells?.listed;
  for (const presence of words ? presences : []) {
    const path = pathIn(step, presence.path);
    const wasNew = path !== null && words && showsNew(presence, words);
    if (wasNew && isThere(path, presence.isMade)) {
      return { verdict: 'differs', causes: [causeOf(path)] };
    }
  }
  return null;
}

/** True where an execution met nothing there. */
function wentWell({ execution }: Step, how: FileAccess['isMadeOnce']): boolean {
  const words = execution?.tells?.listed;
  return (
    execution?.status === 'ok' &&
    (how === true ||
      (words !== undefined &&
        !words.some(word => /^(?:exists\.?|Reinitialized|fatal:)$/.test(word))))
  );
}

/** True where a cell failed in a line below the place, and not for anything that it met there. */
function cameBy({ execution, prepared }: Step, place: number): boolean {
  const failed =
    execution?.status === 'error' ? failedLineOf(prepared, execution) : null;
  return failed !== null && place < failed.from;
}

/** True where the words that are shown are those of a file that is not there. */
function showsNew(
  { ifNew, ifThere }: Presence,
  words: readonly string[]
): boolean {
  return (
    ifNew.length + ifThere.length > 0 &&
    ifNew.every(word => words.includes(word)) &&
    !ifThere.some(word => words.includes(word))
  );
}

/** What commands of git never take away, whatever files they do. */
const REPOSITORY = /(?:^|\/)\.git$/;
const GIT = /^git$/;

/** True where somebody made it from the moment on, or would, and nobody may have taken it away. */
function isThereBy(
  { timeline, moment, above }: Meeting,
  path: string,
  isMade: boolean
): boolean {
  const steps = [...timeline.since(moment), ...above()];
  const isTaken = ({ prepared }: Step): boolean =>
    removes(prepared, path) ||
    (prepared.takesFiles && !(REPOSITORY.test(path) && prepared.spells(GIT)));
  const isWritten = ({ written }: Step): boolean =>
    [...written.keys()].some(
      name => isFile(name) && isIn(pathOfFile(name), path)
    );
  return !steps.some(isTaken) && (isMade || steps.some(isWritten));
}
