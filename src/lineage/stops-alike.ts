// Cells that stop for want of a name when they run, and for want of the same name in a fresh run.
import type { Place } from '../analysis';
import type { Execution } from '../model';
import { missedName } from './broken';
import { showsErrorAlone } from './error-alone';
import type { SimulatedCell } from './documents';
import { missedModule, MODULE_PLACES } from './lacked-modules';
import { pathsOf } from './loaded-modules';
import { fileName } from './ambient-names';
import type { Prepared } from './prepared';
import { NONE } from './nothing';
import type { Read, Step } from './version';

/**
 * True when what stopped the cell was the lack of a name that a fresh run lacks, too, and before any other, and what it showed
 * and bound by then hangs on what is as it was.
 */
export function failsAlike(
  actual: Step,
  { lacking, step }: SimulatedCell
): boolean {
  const { execution } = actual;
  const readIn = firstReadIn(actual.prepared);
  const showsAlike = (name: string): boolean =>
    (execution !== null && showsErrorAlone(execution)) ||
    actual.reads.every(
      ({ id, key, name: other }) =>
        readIn(other) > readIn(name) ||
        lacking.includes(other) ||
        step.reads.every(one => one.id !== id || one.key === key)
    );
  const missed = execution && missedName(execution);
  const lacked = (name: string): boolean =>
    name === missed || actual.absent.includes(name);
  return (
    execution?.status === 'error' &&
    leavesAlike(actual, step) &&
    lacking.some(
      name =>
        lacked(name) &&
        (name === missed ||
          (execution.error?.evalue.includes(`'${name}'`) ?? false)) &&
        showsAlike(name) &&
        lacking.every(other => lacked(other) || readIn(other) > readIn(name))
    )
  );
}

/** True when what the one bound before it stopped is what the other binds. */
export function leavesAlike(actual: Step, expected: Step): boolean {
  return actual.written.every(
    (version, name) =>
      name.startsWith('@') ||
      version?.baseStep !== actual ||
      expected.written.get(name)?.key === version.key
  );
}

/**
 * The same of a cell that was edited: what stopped it is needed where it was, all that is evaluated before is as it was, and
 * reads the same. A module that is not installed stops it like a name.
 */
export function stopsAsBefore(
  actual: Step,
  { step, lacking, isDoubtful }: SimulatedCell
): boolean {
  const before = needIn(actual.prepared, actual.execution);
  const after = needIn(step.prepared, actual.execution);
  if (!before || !after || isDoubtful) {
    return false;
  }
  const { name, isModule } = after;
  const readIn = firstReadIn(step.prepared);
  const at = isModule ? after.from : readIn(name);
  return (
    before.above === after.above &&
    before.before === after.before &&
    (isModule || lacking.includes(name)) &&
    lacking.every(one => one === name || readIn(one) > at) &&
    readsAlike(actual, step, before)
  );
}

/** Where code surely reads a name first: the offset. */
function firstReadIn({ readAt }: Prepared): (name: string) => number {
  return name => readAt.get(name) ?? 0;
}

/** What stopped code, and around it the lines of the normalised form. */
type Need = Place & {
  /** The name, or the module, that is missing. */
  readonly name: string;
  readonly isModule: boolean;
  readonly above: string;
  readonly below: string;
};

/** The first statement that needs what an execution missed, where it surely does so when it runs; null where that is not told. */
function needIn(
  { normalised, readAt, analysis }: Prepared,
  execution: Execution | null
): Need | null {
  const missed = execution && missedName(execution);
  const module = missedModule(execution);
  const name = missed ?? module?.name ?? null;
  if (name === null) {
    return null;
  }
  const isModule = missed === null;
  const places = isModule ? analysis.needs?.modules : analysis.needs?.names;
  const place = places?.get(name);
  const isMet = isModule
    ? place?.before.match(WORDS)?.includes(module?.item ?? 'import')
    : readAt.has(name);
  if (!place || !isMet) {
    return null;
  }
  const lines = normalised.split('\n');
  const above = lines.slice(0, place.line).join('\n');
  const below = lines.slice(place.line).join('\n');
  return { ...place, name, isModule, above, below };
}

/**
 * True when both read the same by the time they stop. What code of the user's that runs by then reads, nobody tells from
 * what the rest of the cell reads.
 */
function readsAlike(
  { reads }: Step,
  expected: Step,
  { name: missed, above, before, below, isModule }: Need
): boolean {
  const isSame = ({ id, key }: Read): boolean =>
    expected.reads.some(other => other.id === id && other.key === key);
  if (above === '' && (isModule || before === '')) {
    const places = isModule ? placesOf(missed) : NONE;
    return reads.filter(({ name }) => places.includes(name)).every(isSame);
  }
  const early = new Set(`${above} ${before}`.match(WORDS));
  const late = new Set(below.match(WORDS));
  const runsOthers = reads.some(
    ({ name, version }) => early.has(name) && version?.carried.length
  );
  return reads
    .filter(({ name }) => early.has(name) || runsOthers || !late.has(name))
    .every(isSame);
}

/** What a fresh run may find the module by. */
function placesOf(module: string): readonly string[] {
  return [...MODULE_PLACES, ...pathsOf(module).map(fileName)];
}

const WORDS = /[^\W\d]\w*/gu;
