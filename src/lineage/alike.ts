// Steps that come to the same although their lineages differ: both show nothing that a reader compares, and leave the same.
import type { ExecutionReport } from '../model';
import { isFile } from './ambient-names';
import type { Carried } from './prepared';
import type { Step, Version } from './version';

/** True when neither shows what a reader compares, nor leaves a value. */
export function leavesNothing(actual: Step, expected: Step): boolean {
  return (
    changesUntold(actual, expected) ||
    measuresAlike(actual, expected) ||
    importsAlike(actual, expected) ||
    onlyWritesFiles(actual, expected)
  );
}

/** True when the same code showed nothing, and leaves nothing but files, and what it opened them with. */
function onlyWritesFiles(
  { execution, prepared, written }: Step,
  expected: Step
): boolean {
  const { analysis, normalised, spells } = prepared;
  const isOutside = (name: string): boolean =>
    isFile(name) ||
    analysis.bindings.some(one => one.name === name && one.kind === WITH);
  return (
    execution?.status === 'ok' &&
    execution.outputCount === 0 &&
    normalised === expected.prepared.normalised &&
    analysis.completeness === 'complete' &&
    !spells(SHOWING) &&
    written.keys().some(isFile) &&
    analysis.bindings.every(({ kind }) => kind === WITH) &&
    written.keys().every(isOutside) &&
    expected.written.keys().every(isOutside)
  );
}

/**
 * True when the cell imports, showed nothing, and leaves what it does not import as it was: what is in a module shows where that
 * is used.
 */
function importsAlike(
  { execution, prepared, written }: Step,
  expected: Step
): boolean {
  const { analysis, effects, imports, normalised } = prepared;
  const isImported = (name: string): boolean =>
    analysis.bindings.every(
      one => one.name !== name || /import$/.test(one.kind)
    );
  return (
    imports.length > 0 &&
    execution?.status === 'ok' &&
    execution.outputCount === 0 &&
    normalised === expected.prepared.normalised &&
    analysis.completeness === 'complete' &&
    analysis.calls.length + effects.length === 0 &&
    written.size === expected.written.size &&
    written.every((version, name) => {
      const other = expected.written.get(name);
      return (
        other !== undefined &&
        (version?.key === other?.key ||
          (prepared.strong.includes(name) && isImported(name)))
      );
    })
  );
}

const SHOWING = /^(?:print|display|show)$/;
const WITH = 'with-item';

/**
 * True when the cell showed nothing, shows nothing by its source, binds nothing, and the kernel looked and told no value of
 * what it changes: a row in a database, say.
 */
function changesUntold({ execution, written }: Step, expected: Step): boolean {
  const { report, status, outputCount } = execution ?? {};
  const { analysis, source, spells } = expected.prepared;
  const isPlain = (name: string): boolean =>
    name.startsWith('@') || isUntold(report, name);
  return (
    status === 'ok' &&
    outputCount === 0 &&
    Boolean(report?.changed) &&
    /;\s*$/.test(source) &&
    !spells(SHOWING) &&
    analysis.bindings.length === 0 &&
    written.keys().every(isPlain) &&
    expected.written.keys().every(isPlain)
  );
}

/** True when both measure how long something takes, which no reader compares, and leave every value as it was. */
function measuresAlike(actual: Step, expected: Step): boolean {
  const isOutside = (name: string): boolean =>
    name.startsWith('@') && !isFile(name);
  return (
    actual.execution?.status === 'ok' &&
    onlyMeasures(actual) &&
    onlyMeasures(expected) &&
    actual.written.keys().every(isOutside) &&
    expected.written.keys().every(isOutside)
  );
}

/** True for a step that measures how long code takes, and runs no body that shows something. */
export function onlyMeasures({ prepared, reads }: Step): boolean {
  return (
    prepared.analysis.onlyMeasures === true &&
    !reads.some(({ version }) => version?.carried.some(shows))
  );
}

/** True for a body that prints or draws. */
function shows({ effects }: Carried): boolean {
  return effects.some(({ name }) => /^@(?:display|plotting)\b/.test(name));
}

function isUntold(
  report: ExecutionReport | null | undefined,
  name: string
): boolean {
  return (
    report?.values[name] === undefined &&
    /^$|^(?:sqlite3|psycopg2?|duckdb|sqlalchemy|pymysql|MySQLdb|pyodbc)\b/.test(
      report?.types?.[name] ?? ''
    )
  );
}

/** Numbers and texts in normalised code. */
const CONSTANTS =
  /(?<![\w.])\d[\w.]*|\w{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g;
/** Methods that give something or nothing, as the constant wants it. */
const LOOKING =
  /\. (?:get|pop|match|search|fullmatch|find|first|fetchone)\b|\b(?:assert|raise|next|print|display|show|input)\b/;

/**
 * True when an edit changed constants alone, in a cell that showed nothing and leaves names either as it found them or as it
 * left them before: it seeds, or sets an option.
 */
export function staysQuiet(
  { execution, prepared, written }: Step,
  expected: Step
): boolean {
  const { status, outputCount } = execution ?? {};
  const names = [...written.keys(), ...expected.written.keys()];
  const { analysis, normalised } = expected.prepared;
  const form = (code: string): string => code.replace(CONSTANTS, '0');
  return (
    status === 'ok' &&
    outputCount === 0 &&
    analysis.completeness === 'complete' &&
    names.every(name =>
      name.startsWith('@')
        ? !isFile(name)
        : written.get(name)?.key === expected.written.get(name)?.key &&
          analysis.bindings.some(one => one.name === name && one.isCertain)
    ) &&
    !LOOKING.test(normalised) &&
    form(prepared.normalised) === form(normalised)
  );
}

/**
 * True when nobody sees by which of two sets of names code of one form calls its values: no error tells them, and no function
 * that it binds holds them.
 */
export function hidesNames(
  { execution, prepared }: Step,
  expected: Step
): boolean {
  const told = execution?.error?.evalue.match(/[^\W\d]\w*/g) ?? [];
  const { form, analysis } = expected.prepared;
  return (
    form === prepared.form &&
    told.every(name => prepared.roles.of(name) === name) &&
    (analysis.bindings.length === 0 || !analysis.deeds?.keepsNames)
  );
}

/** The parts of a value that a step left; null where it left the whole. */
export function partsBy(
  step: Step,
  { baseStep, parts }: Version
): ReadonlyMap<string, number> | null {
  if (baseStep === step) {
    return null;
  }
  const found = new Map<string, number>();
  parts.forEach((part, name) => {
    if (part.step === step) {
      found.set(name, part.key);
    }
  });
  return found;
}

/** True for parts alike; what else a value is made of is not the step's. */
export function leftSameParts(
  some: ReadonlyMap<string, number> | null,
  others: ReadonlyMap<string, number> | null
): boolean {
  return (
    some !== null &&
    others !== null &&
    some.size > 0 &&
    some.size === others.size &&
    [...some].every(([name, key]) => others.get(name) === key)
  );
}
