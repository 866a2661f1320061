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
import type { Read, Step, Version } from './version';

const OF_MODULE = /^module '[\w.]+' has no attribute '(\w+)'/;
const HOLDS = /^builtins\.(?:dict|list|tuple|set|frozenset)$|^collections\./;
const OF_OBJECT = /^'[\w.]+' object has no attribute '(\w+)'/;

/** What was asked for in vain. */
type Want = {
  /** The word in the code that asks for it. */
  readonly word: string;
  /** `type`: it hangs on the type of what was asked; `name`: on whether anything bound it; `module`: on a module. */
  readonly hangsOn: 'type' | 'name' | 'module';
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
    execution.outputCount > 1 ||
    lacking.some(name => !actual.absent.includes(name)) ||
    !leavesAlike(actual, step)
  ) {
    return false;
  }
  const asks = wordPattern(want.word);
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
    .every(read => isOfSameType(timeline, actual, read));
}

/** True for a line inside of a statement where something else changed: that may decide whether the line runs, and with what. */
function hangsOnMore(line: string, changed: readonly Read[]): boolean {
  return (
    /^\s/.test(line) &&
    changed.some(({ name }) => !isAmbient(name) && !wordIn(line, name))
  );
}

function wantOf(execution: Execution): Want | null {
  const { error } = execution;
  const name = missedName(execution);
  if (name !== null) {
    return { word: name, hangsOn: 'name' };
  }
  const module = missedModule(execution);
  const ofModule =
    module?.item ?? module?.name ?? attributeIn(OF_MODULE, error);
  if (ofModule !== undefined) {
    return { word: ofModule, hangsOn: 'module' };
  }
  const ofType = refusedCall(execution) ?? attributeIn(OF_OBJECT, error);
  return ofType === undefined ? null : { word: ofType, hangsOn: 'type' };
}

function attributeIn(
  pattern: RegExp,
  error: Execution['error']
): string | undefined {
  return error?.ename === 'AttributeError'
    ? pattern.exec(error.evalue)?.[1]
    : undefined;
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

/** Finds it where it stands by itself. */
function wordPattern(word: string): RegExp {
  return new RegExp(`(?<!\\w)${escaped(word)}(?!\\w)`);
}

/** True where the kernel told that a value is of the type of which it was, and neither code nor something with others in it. */
function isOfSameType(
  timeline: Timeline,
  actual: Step,
  { name, version }: Read
): boolean {
  const now = actual.execution?.report?.types?.[name];
  return (
    version?.carried.length === 0 &&
    now !== undefined &&
    !HOLDS.test(now) &&
    now === typeOf(timeline, name, version)
  );
}

function typeOf(
  timeline: Timeline,
  name: string,
  { baseStep }: Version
): string | undefined {
  const made = baseStep.execution
    ? baseStep
    : timeline.newestOfKey(baseStep.key)?.step;
  return made?.execution?.report?.types?.[name];
}
