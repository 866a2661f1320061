// Cells that stop for want of what hangs on types, modules and definitions, and not on values: an attribute, an argument, a name.
import { escaped, type Execution } from '../model';
import type { SimulatedCell } from './documents';
import { missedName } from './broken';
import { isFile } from './ambient-names';
import { failedLineOf } from './failed-at';
import { missedModule } from './lacked-modules';
import { refusedCall } from './refused-calls';
import { leavesAlike } from './stops-alike';
import type { Timeline } from './timeline';
import { showsErrorAlone } from './error-alone';
import { hasToldType, isMadeAlike } from './same-type';
import type { Read, Step } from './version';

const OF_MODULE = /^module '[\w.]+' has no attribute '(\w+)'/;
const OF_OBJECT = /^'([\w.]+)' object has no attribute '(\w+)'/;

/** Types whose values have no attributes but those of their type. */
const IS_BARE =
  /^(?:str|bytes|int|float|complex|bool|NoneType|tuple|list|dict|set|frozenset|range|slice|(?:numpy\.)?(?:ndarray|u?int\d+|float\d+|bool_?|str_)|builtin_function_or_method|generator|\w+_iterator|map|filter|zip|enumerate)$/;

/** What was asked for in vain. */
type Want = {
  /** The word in the code that asks for it. */
  readonly word: string;
  /** `type`: it hangs on the type of what was asked; `name`: on whether anything bound it; `module`: on a module. */
  readonly hangsOn: 'type' | 'name' | 'module';
  /** Of what type it was that has no such attribute; missing for all else. */
  readonly type?: string;
  /** True where it hangs on the type as long as it is called alone: values of the type may have attributes of their own. */
  readonly isCalled?: boolean;
};

/**
 * True when an error is all that a cell showed, and a fresh run meets the same: the code that it runs asks for the same, of
 * what is of the same type, and what was bound before is as it was.
 */
export function missesAlike(
  timeline: Timeline,
  actual: Step,
  { step, lacking }: SimulatedCell
): boolean {
  const { execution, prepared } = actual;
  const want = execution && wantOf(execution);
  if (
    !want ||
    !showsErrorAlone(execution) ||
    lacking.some(name => !actual.absent.includes(name)) ||
    !leavesAlike(actual, step)
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
  if (line !== null && hangsOnMore(line, changed)) {
    return false;
  }
  if (want.hangsOn === 'name') {
    return step.reads.every(
      ({ name, version }) => name !== want.word || version === null
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
          isMadeAlike(actual, read))
    );
}

/** True for a line inside of a statement where something else changed: that may decide whether the line runs, and with what. */
function hangsOnMore(line: string, changed: readonly Read[]): boolean {
  return (
    /^\s/.test(line) &&
    changed.some(({ name }) => !isAmbient(name) && !wordIn(line, name))
  );
}

/** True where a line asks the value of a name itself for it; of what is nothing, others may be something. */
function isAskedItself(
  { word, type }: Want,
  line: string,
  name: string
): boolean {
  const itself = `(?<![\\w.])${escaped(name)}\\s*\\.`;
  const what = type === undefined ? '' : `\\s*${escaped(word)}(?!\\w)`;
  return type !== 'NoneType' && new RegExp(itself + what).test(line);
}

function wantOf(execution: Execution): Want | null {
  const { error } = execution;
  const name = missedName(execution);
  if (name !== null) {
    return { word: name, hangsOn: 'name' };
  }
  const module = missedModule(execution);
  const ofModule =
    module?.item ?? module?.name ?? missed(OF_MODULE, error)?.[1];
  if (ofModule !== undefined) {
    return { word: ofModule, hangsOn: 'module' };
  }
  const refused = refusedCall(execution);
  if (refused !== undefined) {
    return { word: refused, hangsOn: 'type' };
  }
  const [, type, word] = missed(OF_OBJECT, error) ?? [];
  return type === undefined || word === undefined
    ? null
    : { word, hangsOn: 'type', type, isCalled: !IS_BARE.test(type) };
}

function missed(
  pattern: RegExp,
  error: Execution['error']
): RegExpExecArray | null {
  return error?.ename === 'AttributeError' ? pattern.exec(error.evalue) : null;
}

/** True when a body that stands behind what a step reads asks for it. */
function asksWithin({ reads }: Step, asks: RegExp): boolean {
  return reads.some(({ version }) =>
    version?.carried.some(({ analysis }) => asks.test(analysis.normalised))
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

function wordIn(line: string, name: string): boolean {
  return wordPattern(name).test(line);
}

/** Finds where it is asked for. */
function askPattern({ word, isCalled = false }: Want): RegExp {
  return isCalled
    ? new RegExp(`\\.\\s*${escaped(word)}\\s*\\(`)
    : wordPattern(word);
}

/** Finds it where it stands by itself. */
function wordPattern(word: string): RegExp {
  return new RegExp(`(?<!\\w)${escaped(word)}(?!\\w)`);
}
