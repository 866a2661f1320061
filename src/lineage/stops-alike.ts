// Cells that stop for want of a name when they run, and for want of the same name in a fresh run.
import type { Execution } from '../model';
import { missedName } from './broken';
import type { SimulatedCell } from './documents';
import type { Prepared } from './prepared';
import type { Step } from './version';

/** True when what stopped the cell was the lack of a name that a fresh run lacks, too, and before any other. */
export function failsAlike(actual: Step, { lacking }: SimulatedCell): boolean {
  const { status, error } = actual.execution ?? {};
  const place = placeIn(actual.prepared);
  return (
    status === 'error' &&
    lacking.some(
      name =>
        actual.absent.includes(name) &&
        (error?.evalue.includes(`'${name}'`) ?? false) &&
        lacking.every(
          other => actual.absent.includes(other) || place(other) > place(name)
        )
    )
  );
}

/**
 * The same of a cell that was edited: what stopped it stands where it stood, all above it is as it was, and reads the same. A
 * module that is not installed stops it like a name.
 */
export function stopsAsBefore(
  actual: Step,
  { step, lacking, isDoubtful }: SimulatedCell
): boolean {
  const before = stopOf(actual.prepared, actual.execution);
  const after = stopOf(step.prepared, actual.execution);
  if (!before || !after || isDoubtful) {
    return false;
  }
  const place = placeIn(step.prepared);
  return (
    before.above === after.above &&
    (before.line === after.line ||
      !(before.isImport || /;/.test(before.line + after.line))) &&
    (before.isImport || lacking.includes(after.name)) &&
    lacking.every(
      one => one === after.name || place(one) > place(after.name)
    ) &&
    readsAlike(actual, step, new Set(before.above.split(/\s/)))
  );
}

function placeIn({ readAt, imports }: Prepared): (name: string) => number {
  return name =>
    readAt.get(name) ??
    imports.find(({ module }) => module === name)?.range.from ??
    0;
}

/** What stopped code: a line of its normalised form, and the lines above that. */
type Stop = {
  /** The name, or the module, that is missing. */
  readonly name: string;
  readonly isImport: boolean;
  readonly line: string;
  readonly above: string;
};

/** Code of which not all runs where it stands, or not at once. */
const LATER =
  /^[\s%!]|\b(?:lambda|def|class|for|while|if|else|and|or|try|with)\b/;

/** The first line that needs what an execution missed, where it surely does so when it runs; null where that is not told. */
function stopOf(
  { normalised, readAt, imports }: Prepared,
  execution: Execution | null
): Stop | null {
  const missed = execution && missedName(execution);
  const name = missed ?? missedModule(execution);
  const isImport = missed === null;
  const lines = normalised.split('\n');
  const at = lines.findIndex(line => line.split(' ').includes(name ?? ''));
  const line = lines[at];
  const isSure = isImport
    ? /^(?:from|import) /.test(line ?? '') &&
      imports.some(({ module }) => module === name)
    : readAt.has(name ?? '');
  return name && line !== undefined && isSure && !LATER.test(line)
    ? { name, isImport, line, above: lines.slice(0, at).join('\n') }
    : null;
}

function missedModule(execution: Execution | null): string | null {
  const { status, error } = execution ?? {};
  const isMiss = status === 'error' && error?.ename === 'ModuleNotFoundError';
  const [, name = null] =
    (isMiss && /^No module named '(\w+)/.exec(error.evalue)) || [];
  return name;
}

/** True when both read the same under these words. */
function readsAlike(
  { reads }: Step,
  expected: Step,
  words: ReadonlySet<string>
): boolean {
  return reads
    .filter(({ name }) => words.has(name))
    .every(({ id, key }) =>
      expected.reads.some(other => other.id === id && other.key === key)
    );
}
