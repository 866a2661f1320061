// Methods that values were seen not to have, and items that they let nobody set: trying to raises, and changes nothing.
import type { Update } from '../analysis';
import type { Execution } from '../model';
import { failedLineOf } from './failed-at';
import type { Prepared } from './prepared';
import type { WellRecord } from './risks';

/** `'DataFrame' object has no attribute 'set_value'`. */
const MISSING = /^'([\w.]+)' object has no attribute '(\w+)'/;

/** `'Deck' object does not support item assignment`. */
const REFUSING =
  /^'([\w.]+)' object does(?:n't| not) support item (?:assignment|deletion)/;

/** Stands for all ways to change a value but methods. */
const NO_METHOD = '';

/** A call of a method, from behind its value on. */
const METHOD = /^\s*\.\s*(\w+)\s*\(/;

/** Classes of the notebook get methods when their cells are edited; those of libraries stay as they are. */
const OF_NOTEBOOK = /^__main__\b/;

/** What cells asked for in vain. */
export class LackedAttributes {
  constructor(private readonly well: Pick<WellRecord, 'has'>) {}

  /** Notes what stopped an execution of a source, if it is known, or that nothing did; true where that is news. */
  note(source: Prepared | null, execution: Execution): boolean {
    const { status, error } = execution;
    if (source && status === 'ok') {
      return this.sources.delete(source.normalised);
    }
    const { ename, evalue = '' } = error ?? {};
    const pattern =
      ename === 'AttributeError'
        ? MISSING
        : ename === 'TypeError'
          ? REFUSING
          : null;
    const found = status === 'error' ? pattern?.exec(evalue) : null;
    const [, type, attribute = NO_METHOD] = found ?? [];
    if (type === undefined) {
      return false;
    }
    const types = this.types.get(attribute) ?? new Set();
    const isNewType = !types.has(nameOf(type));
    this.types.set(attribute, types.add(nameOf(type)));
    const isNew =
      source !== null && this.noteSource(source, attribute, execution);
    return isNew || isNewType;
  }

  /**
   * True when all by which a source changes what it finds under a name are methods that its type lacks; where no type is known
   * that stays the same, the one for want of which the source always failed before it called it of anything.
   */
  hinder(prepared: Prepared, name: string, type = ''): boolean {
    if (this.types.size === 0) {
      return false;
    }
    const methods = new Set(
      prepared.analysis.updates
        .filter(one => one.name === name)
        .map(update => methodOf(prepared, update))
    );
    if (type !== '' && !OF_NOTEBOOK.test(type)) {
      const isLacked = (method: string): boolean =>
        this.types.get(method)?.has(nameOf(type)) === true;
      return methods.size > 0 && [...methods].every(isLacked);
    }
    const lacked = this.sources.get(prepared.normalised);
    return lacked !== undefined && methods.size === 1 && methods.has(lacked);
  }

  private noteSource(
    source: Prepared,
    attribute: string,
    execution: Execution
  ): boolean {
    const isNews =
      !this.well.has(source) &&
      this.sources.get(source.normalised) !== attribute &&
      isFirstCall(source, attribute, execution);
    if (isNews) {
      this.sources.set(source.normalised, attribute);
    }
    return isNews;
  }

  /** By attribute, the types that lack it. */
  private readonly types = new Map<string, Set<string>>();
  /** By normalised source that never went well, the attribute for want of which it failed. */
  private readonly sources = new Map<string, string>();
}

/** `DataFrame`, of `pandas.DataFrame`, as errors call it. */
function nameOf(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** The method by which something is changed. */
function methodOf({ source }: Prepared, { range }: Update): string {
  return METHOD.exec(source.slice(range.to))?.[1] ?? NO_METHOD;
}

/** True where no call of the method went well before: it failed at the first, or is called of one name alone. */
function isFirstCall(
  source: Prepared,
  attribute: string,
  execution: Execution
): boolean {
  const calls = source.analysis.updates
    .filter(update => methodOf(source, update) === attribute)
    .sort((one, other) => one.range.from - other.range.from);
  const [first] = calls;
  const line = failedLineOf(source, execution);
  if (!first || !line) {
    return first !== undefined && calls.every(one => one.name === first.name);
  }
  return (
    first.range.from >= line.from &&
    first.range.to <= line.from + line.text.length &&
    !source.boundAt.has(first.name)
  );
}
