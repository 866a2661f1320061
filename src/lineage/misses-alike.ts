// Cells that stop for want of what hangs on types, modules and definitions, and not on values: an attribute, an argument, a name.
import { escaped } from '../model';
import type { SimulatedCell } from './documents';
import { isFile } from './ambient-names';
import { failedLineOf } from './failed-at';
import { leavesAlike } from './stops-alike';
import type { Timeline } from './timeline';
import { asksWithin, chooses } from './asks-within';
import { showsErrorAlone } from './error-alone';
import { hasToldType, isMadeAlike } from './same-type';
import type { Read, Step } from './version';
import {
  askPattern,
  isAskedItself,
  mayPassOver,
  wantOf,
  wordIn,
  type Want
} from './wants';

/**
 * True when an error is all that a cell showed, and a fresh run meets the same: the code that it runs asks for the same, of
 * what is of the same type, and what was bound before is as it was.
 */
export function missesAlike(
  timeline: Timeline,
  actual: Step,
  { step, lacking, index }: SimulatedCell,
  cells: readonly SimulatedCell[]
): boolean {
  const { execution, prepared } = actual;
  const want = execution && wantOf(execution);
  if (
    !want ||
    !showsErrorAlone(execution) ||
    lacking.some(name => !actual.absent.includes(name)) ||
    !leavesAlike(actual, step) ||
    (isSettable(want) && isSetAbove(want.word, index, cells))
  ) {
    return false;
  }
  const asks = askPattern(want);
  const failed = failedLineOf(prepared, execution)?.text ?? null;
  const line = failed !== null && asks.test(failed) ? failed : null;
  if (line === null && !asksWithin(step, asks)) {
    return false;
  }
  const changed = changedReads(actual, step);
  if (
    line === null
      ? changed.some(read => decides(actual, read)) && chooses(step, asks)
      : hangsOnMore(want, line, changed)
  ) {
    return false;
  }
  if (want.hangsOn === 'name') {
    return (
      !mayBringNames(step, changed) &&
      step.reads.every(
        ({ name, version }) => name !== want.word || version === null
      )
    );
  }
  if (want.hangsOn === 'module') {
    return !changed.some(({ name }) => isFile(name));
  }
  return changed
    .filter(({ name }) => line === null || wordIn(line, name))
    .every(
      read =>
        hasToldType(timeline, actual, read) ||
        (line !== null &&
          isAskedItself(want, line, read.name) &&
          isMadeAlike(timeline, actual, read))
    );
}

/** True where other libraries are attached by then, in a language that looks for names in all of them. */
function mayBringNames(
  { prepared: { analysis } }: Step,
  changed: readonly Read[]
): boolean {
  return (
    analysis.searches === true && changed.some(({ name }) => name === '@path')
  );
}

/** True for what others may bring by setting an attribute. */
function isSettable({ hangsOn, isCalled = true }: Want): boolean {
  return hangsOn !== 'name' && isCalled;
}

/** True where a cell above sets an attribute of this name, in a module, a class or some value. */
function isSetAbove(
  word: string,
  index: number,
  cells: readonly SimulatedCell[]
): boolean {
  const sets = new RegExp(
    `\\. ${escaped(word)} =(?!=)|\\bsetattr \\( [^\\n]*["']${escaped(word)}["']`
  );
  return cells.some(
    cell => cell.index < index && sets.test(cell.step.prepared.normalised)
  );
}

/** True for a line that may not run, as something says that changed: inside of a statement, or where the line itself makes a choice. */
function hangsOnMore(
  want: Want,
  line: string,
  changed: readonly Read[]
): boolean {
  const isInside = /^\s/.test(line);
  const chooses = mayPassOver(line, want);
  return changed.some(
    ({ name }) =>
      !isAmbient(name) &&
      (wordIn(line, name)
        ? chooses && !isAskedItself(want, line, name)
        : isInside)
  );
}

/** What the one reads otherwise than the other: as this sees it. */
function changedReads({ reads }: Step, expected: Step): readonly Read[] {
  const known = new Map(reads.map(({ id, key }) => [id, key]));
  return expected.reads.filter(({ id, key }) => known.get(id) !== key);
}

/** True for state outside of the namespace that no file holds. */
function isAmbient(name: string): boolean {
  return name[0] === '@' && !isFile(name);
}

/** Values by which bodies choose what they do. */
const DECIDING = /^builtins\.(?:int|float|str|bool|NoneType)$/;

/** True for what may decide which part of a body runs: nobody tells of what type it was, or of a plain one. */
function decides({ execution }: Step, { name }: Read): boolean {
  const type = execution?.report?.types?.[name];
  return name[0] !== '@' && (type === undefined || DECIDING.test(type));
}
